// /etc/hosts.deny still counts where sshd is linked with libwrap, as Debian's and Ubuntu's is: denyhosts wrote the
// address there, or a hardening guide said ALL: ALL. What tells it is the time: libwrap sleeps five seconds before it
// closes.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from './types.ts'

/** libwrap refuses the client. */
export const deniedByTcpWrappers = {
  id: 'denied-by-tcp-wrappers',
  releases: DEFAULT_RELEASES,
  variants: ['address', 'all'],
  verdict: 'unreachable',
  async break({ machine, client }, variant) {
    // Since 9.8 it is sshd-session that asks, under its own name.
    const daemons = machine.release === 'trixie' ? 'sshd, sshd-session' : 'sshd'
    const line = variant === 'all' ? 'ALL: ALL' : `${daemons}: ${client.address}`
    await machine.must(`echo '${line}' > /etc/hosts.deny`)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
