import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'bring-what-is-asked',
  title: 'Bring what the server asks for',
  treats: { 'method-not-offered': 1 },
  needs: 'here',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    person(
      'The server takes no keys from you: log in with your password in a terminal, or have PubkeyAuthentication switched on there.',
    ),
  ],
} satisfies Remedy
