import type { Remedy } from '../core/remedy.ts'
import { onServer, person } from '../core/steps.ts'

export default {
  id: 'allow-forwarding',
  title: 'See what forbids the forwarding',
  treats: { 'forwarding-forbidden': 1 },
  needs: 'login',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    onServer(
      'The login itself works; only the forwarding is refused. See what sshd allows, for your account too where Match blocks stand in its configuration.',
      ['sshd', '-T'],
    ),
    person(
      'AllowTcpForwarding yes (or local, remote), PermitOpen and PermitListen with the destination, DisableForwarding no are the lines that open it; whoever runs the server may have closed them on purpose.',
    ),
    person(
      'Where sshd allows it, the key does not: take no-port-forwarding or restrict off its line in authorized_keys (or add port-forwarding behind restrict); a certificate needs the extension permit-port-forwarding when it is signed.',
    ),
  ],
} satisfies Remedy
