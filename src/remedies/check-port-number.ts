import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'check-port-number',
  title: 'Check the port number',
  treats: { 'not-an-ssh-server': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Check the port number and what the host runs there.')],
} satisfies Remedy
