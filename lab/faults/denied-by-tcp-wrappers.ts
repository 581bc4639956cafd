// /etc/hosts.deny still counts where sshd is linked with libwrap, as Debian's and Ubuntu's is: denyhosts wrote the
// address there, or a hardening guide said ALL: ALL. What tells it is the time: libwrap sleeps five seconds before it
// closes.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

/** libwrap refuses the client. */
export const deniedByTcpWrappers = {
  id: 'denied-by-tcp-wrappers',
  releases: DEFAULT_RELEASES,
  variants: ['address', 'all', 'no-newline'],
  verdict: 'unreachable',
  fromWithin: { way: 'kept', proof: /hosts\.deny|ALL|sshd/ },
  async break({ machine, client }: FaultLab, variant: string) {
    const tables: Record<string, string> = {
      address: `sshd: ${client.address}\n`,
      all: 'ALL: ALL\n',
      // libwrap gives up on a table whose last line has no end, and then refuses everybody, whatever the line says.
      'no-newline': 'vsftpd: ALL',
    }
    await machine.must('cat > /etc/hosts.deny', { stdin: tables[variant]! })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
