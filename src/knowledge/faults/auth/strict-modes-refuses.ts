import type { Fault } from '../../../core/types.ts'

export default {
  id: 'strict-modes-refuses',
  stage: 'auth',
  title: 'The server ignores your authorized_keys because others could write it',
  prior: 1.2,
  why: 'StrictModes wants home, .ssh and the file to be writable by their owner only.',
  namedBy: ['key-file-unsafe'],
  likelihood: {
    'log-names': { 'strict-modes-refuses': 0.9, none: 0.09 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.97 },
    'login-name': { ordinary: 0.85, root: 0.15 },
    'authorized-keys': { refused: 0.98 },
    // A file of another's is not even opened, and nothing is said of modes.
    'log-of-ours': { 'strict-modes-refuses': 0.75, none: 0.24 },
  },
  // dropbear (checkpubkeyperms) and tinysshd look at owner and rights as well, these do not.
  impossibleWhen: { 'server-kind': ['proftpd', 'git-host', 'appliance'] },
  sources: ['openssh.md 4.3 #45'],
} satisfies Fault
