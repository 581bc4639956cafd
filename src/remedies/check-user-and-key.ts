import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'check-user-and-key',
  title: 'Check the user name and the key',
  treats: { 'key-not-accepted': 0.3 },
  needs: 'here',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    person(
      "Check the user name (each image has its own: ubuntu, ec2-user, admin, debian), and that your public key is in that user's authorized_keys.",
    ),
  ],
} satisfies Remedy
