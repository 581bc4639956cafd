import type { Fault } from '../../../core/types.ts'

export default {
  id: 'forwarding-forbidden',
  stage: 'session',
  title: 'The server forbids the forwarding you ask for',
  prior: 0.6,
  partial: true,
  why: 'The login works, and sshd opens no channel for it: AllowTcpForwarding, PermitOpen or DisableForwarding say no, or a restriction on the key or in the certificate.',
  namedBy: ['client-forwarding-refused', 'forwarding-refused'],
  likelihood: {
    // Our own login asks for no forwarding.
    'client-names': { 'forwarding-forbidden': 0.5, none: 0.49 },
    'log-names': { 'forwarding-forbidden': 0.7, none: 0.29 },
    'log-of-ours': { 'forwarding-forbidden': 0.5, none: 0.49 },
    'forwarding-rules': { forbidden: 0.97 },
    session: { works: 0.5, refused: 0.48 },
  },
  sources: ['serverloop.c server_request_direct_tcpip (9.2)', 'sshd_config(5) AllowTcpForwarding, PermitOpen'],
} satisfies Fault
