import type { Fault } from '../../../core/types.ts'

export default {
  id: 'key-file-missing',
  stage: 'client',
  shows: 'auth',
  title: 'The key file you named is missing, or is not a private key',
  prior: 1.5,
  why: 'The file is not there, is only the public half, or was damaged (cut off, other line ends). ssh warns and goes on with its default keys, which this server does not know.',
  likelihood: {
    'key-files': { missing: 0.995 },
    // Of a public half alone the server says yes, and nobody can sign.
    auth: { denied: 0.4, 'nothing-to-offer': 0.3, 'wants-password': 0.24, 'refused-after-key': 0.05 },
  },
  sources: ['ssh.c load_public_identity_files (9.2)', 'causes.md 3.2.5'],
} satisfies Fault
