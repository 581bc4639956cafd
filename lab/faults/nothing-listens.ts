// Nobody is at the port: sshd was stopped, was never installed or enabled, or did not come back after an edit of its
// configuration that it could not read (Debian's unit then stays down). `loopback` is the copied ListenAddress that
// hides sshd from everybody else.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd, sshdConfig } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The kernel refuses port 22 by itself. */
export const nothingListens = {
  id: 'nothing-listens',
  releases: DEFAULT_RELEASES,
  variants: ['stopped', 'bad-config', 'loopback'],
  alsoRight: { 'packets-rejected': 'a firewall that rejects with a reset sends the packet that the kernel would send' },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      'other-family': { proof: /:: port 22/, break: sshdConfig('AddressFamily inet6') },
    },
  },
  async break({ machine, client }, variant) {
    const ways = {
      stopped: () => machine.must('systemctl stop ssh.socket 2>/dev/null; systemctl stop ssh.service'),
      'bad-config': () =>
        machine.must(`
        echo 'PermitRootLogin perhaps' > /etc/ssh/sshd_config.d/00-fault.conf
        systemctl restart ssh.service 2>/dev/null || true
        ! ss -Hltn 'sport = 22' | grep -q .`),
      loopback: () => configureSshd(machine, ['ListenAddress 127.0.0.1', 'ListenAddress ::1']),
    }
    await ways[variant as keyof typeof ways]()
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
