import type { Fault } from '../../../core/types.ts'

export default {
  id: 'access-rule-refuses',
  stage: 'auth',
  title: 'A rule on the server keeps this account out',
  prior: 0.4,
  why: 'An access rule of a directory (SSSD, HBAC of FreeIPA, Active Directory) or of pam_access refuses the account, or a list in PAM does; key or password may be right.',
  namedBy: ['access-rule-refused'],
  leftOpenBy: ['account-refused-by-pam', 'account-said-expired'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'first-answer': { quick: 0.9 },
    'auth-pace': { quick: 0.85 },
    // Few of these modules say a word to the user (pam_slurm does).
    'server-text': { none: 0.8, rule: 0.1, other: 0.05, expired: 0.03 },
    // After a key the door is shut; to a password the answer is as to a wrong one (auth-pam.c, auth2-passwd.c).
    auth: { closed: 0.72, denied: 0.12, 'wants-password': 0.06, 'refused-after-key': 0.09 },
    'login-name': { ordinary: 0.95 },
    'pam-stack': { 'access-rule': 0.88, 'may-deny': 0.06, plain: 0.05 },
    'log-of-ours': { 'access-rule-refuses': 0.8, none: 0.19 },
    'log-names': { 'access-rule-refuses': 0.8, none: 0.19 },
  },
  // These ask no rule of PAM about an account that comes with a key.
  impossibleWhen: { 'server-kind': ['openssh-windows', 'dropbear', 'tinyssh'] },
  sources: [
    'openssh.md 4.3 #53',
    'sssd: src/sss_client/pam_sss.c (Access denied for user)',
    'Linux-PAM: pam_access.c pam_sm_authenticate',
  ],
} satisfies Fault
