import type { Fault } from '../../../core/types.ts'

export default {
  id: 'certificate-not-valid',
  stage: 'auth',
  title: 'Your certificate is not valid on this server',
  prior: 0.5,
  refines: 'key-not-accepted',
  why: 'It has expired or is not valid yet, an authority that the server does not trust has signed it, or it is bound to other addresses.',
  namedBy: [
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-authority-unknown',
    'certificate-source-refused',
    'client-certificate-refused',
  ],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'certificate-rules': { trusted: 0.4, 'authority-unknown': 0.4, 'no-authority': 0.1, 'source-barred': 0.09 },
    certificate: { expired: 0.6, 'in-order': 0.33, 'not-yet': 0.03, 'other-users': 0.03 },
    'log-of-ours': { 'certificate-not-valid': 0.6, none: 0.39 },
    'log-names': { 'certificate-not-valid': 0.6, none: 0.39 },
    'client-names': { 'certificate-not-valid': 0.3, none: 0.69 },
    'authorized-keys': { none: 0.7, 'not-ours': 0.28 },
  },
  // These servers know no certificates.
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd'] },
  sources: [
    'openssh.md 4.3 #55, #56',
    'sshkey.c sshkey_cert_check_authority (9.2): "Certificate invalid: expired"',
    'auth2-pubkey.c user_cert_trusted_ca (9.2)',
    'auth-options.c, auth.c auth_authorise_keyopts (9.2): source-address',
  ],
} satisfies Fault
