import type { Fault } from '../../../core/types.ts'

export default {
  id: 'clock-wrong',
  stage: 'auth',
  title: "The server's clock is wrong, and your certificate is not valid there",
  prior: 0.15,
  why: 'sshd holds the dates of a certificate against its own clock; where that is wrong, a good certificate is not valid yet, or no more.',
  // sshd's words are of the certificate; the clock tells whose fault it is.
  leftOpenBy: ['certificate-expired', 'certificate-not-yet-valid'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'certificate-rules': { trusted: 0.95 },
    certificate: { 'in-order': 0.9, expired: 0.03, 'not-yet': 0.03, 'other-users': 0.03 },
    clock: { behind: 0.6, ahead: 0.38, right: 0.01 },
    'log-of-ours': { 'certificate-not-valid': 0.55, none: 0.44 },
    'log-names': { 'certificate-not-valid': 0.55, none: 0.44 },
    // A user who comes by certificate mostly has no key there as well.
    'authorized-keys': { none: 0.7, 'not-ours': 0.28 },
  },
  // These servers know no certificates.
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd'] },
  sources: [
    'sshkey.c sshkey_cert_check_authority (9.2): "Certificate invalid: not yet valid", "Certificate invalid: expired"',
  ],
} satisfies Fault
