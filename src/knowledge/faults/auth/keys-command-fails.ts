import type { Fault } from '../../../core/types.ts'

export default {
  id: 'keys-command-fails',
  stage: 'auth',
  title: 'The program that looks up your keys on the server fails',
  prior: 0.2,
  refines: 'key-not-accepted',
  why: 'sshd asks AuthorizedKeysCommand for the keys of a user; that is missing, unsafe by owner or mode, ends with an error, or its service does not answer.',
  namedBy: ['keys-command-failed'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.8 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'keys-command': { unusable: 0.5, usable: 0.49 },
    'authorized-keys': { none: 0.6, 'not-ours': 0.35 },
    'log-of-ours': { 'keys-command-fails': 0.85, none: 0.14 },
    'log-names': { 'keys-command-fails': 0.85, none: 0.14 },
  },
  // AuthorizedKeysCommand is OpenSSH's.
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd', 'git-host', 'appliance', 'other'] },
  sources: [
    'openssh.md 4.3 #58',
    'misc.c subprocess, safe_path (9.2)',
    'auth2-pubkey.c user_key_command_allowed2 (9.2)',
    'sshd_config(5) AuthorizedKeysCommand',
  ],
} satisfies Fault
