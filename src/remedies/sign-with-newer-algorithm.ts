import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'sign-with-newer-algorithm',
  title: 'Use a client or a key that signs without SHA-1',
  treats: { 'signature-algorithm-refused': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [
    person(
      'Use a newer version of the client program or its library: with rsa-sha2-256 or rsa-sha2-512 the same RSA key is accepted. Or log in with an Ed25519 key (`ssh-keygen -t ed25519`), whose public half goes into authorized_keys as well.',
    ),
  ],
} satisfies Remedy
