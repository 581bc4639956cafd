// A bastion or a hardened server has AllowTcpForwarding no, or the key in authorized_keys may not forward; the user asks for a tunnel to a
// database, is let in, and each connection through the tunnel ends in "administratively prohibited".
import { configureSshd } from '../breaking/sshd-config.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The login works, and no channel is opened for the tunnel. */
export const forwardingForbidden = {
  id: 'forwarding-forbidden',
  releases: DEFAULT_RELEASES,
  variants: ['no-tcp-forwarding', 'disabled', 'by-key'],
  verdict: 'degraded',
  fromOutside: { not: 'ssh asks for the channel only when somebody uses the tunnel; our own login asks for none' },
  fromWithin: {
    way: 'login',
    proof: /AllowTcpForwarding|DisableForwarding|no-port-forwarding/,
  },
  async break({ machine, client }, variant) {
    if (variant === 'by-key') await machine.must("sed -i 's/^/no-port-forwarding /' ~alice/.ssh/authorized_keys")
    else await configureSshd(machine, [variant === 'disabled' ? 'DisableForwarding yes' : 'AllowTcpForwarding no'])
    return { args: ['-L', '15432:127.0.0.1:5432', ...client.sshArgs()] }
  },
} satisfies BrokenFault
