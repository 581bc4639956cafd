import type { Fault } from '../../../core/types.ts'

export default {
  id: 'keys-unreadable',
  stage: 'auth',
  title: 'The server cannot read your authorized_keys',
  prior: 0.5,
  refines: 'key-not-accepted',
  why: 'sshd reads the file with the rights of the user: its home is encrypted or not mounted yet, its server gives root and strangers nothing (NFS), or file or folder are closed to the user.',
  namedBy: ['keys-file-unreadable'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'authorized-keys': { unreadable: 0.6, none: 0.39 },
    'home-storage': { open: 0.45, encrypted: 0.3, 'not-mounted': 0.18, 'needs-ticket': 0.07 },
    'log-of-ours': { 'keys-unreadable': 0.6, none: 0.39 },
    'log-names': { 'keys-unreadable': 0.6, none: 0.39 },
  },
  sources: ['openssh.md 4.3 #46', 'auth2-pubkeyfile.c auth_openfile (9.2)'],
} satisfies Fault
