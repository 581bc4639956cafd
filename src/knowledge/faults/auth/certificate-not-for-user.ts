import type { Fault } from '../../../core/types.ts'

export default {
  id: 'certificate-not-for-user',
  stage: 'auth',
  title: 'Your certificate is good, but not for this user',
  prior: 0.2,
  refines: 'key-not-accepted',
  why: 'A certificate names the users it opens (its principals); the one you log in as is not among them, nor in AuthorizedPrincipalsFile.',
  namedBy: ['certificate-principal-missing'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'certificate-rules': { 'principal-missing': 0.95, trusted: 0.03 },
    certificate: { 'other-users': 0.7, 'in-order': 0.28 },
    'log-of-ours': { 'certificate-not-for-user': 0.9, none: 0.09 },
    'log-names': { 'certificate-not-for-user': 0.9, none: 0.09 },
    // A user who comes by certificate mostly has no key there as well.
    'authorized-keys': { none: 0.7, 'not-ours': 0.28 },
  },
  // These servers know no certificates.
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd'] },
  sources: [
    'openssh.md 4.3 #55',
    'sshkey.c sshkey_cert_check_authority (9.2)',
    'auth2-pubkey.c user_cert_trusted_ca (9.2)',
  ],
} satisfies Fault
