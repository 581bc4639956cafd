import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'fill-in-host',
  title: 'Give the program a host',
  treats: { 'destination-empty': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [
    person(
      'Print the variable, secret, input or inventory entry that holds the name of the host just before it is used: it is empty there, misspelt, or not passed on to this job.',
    ),
    person('Have the job stop where that value is empty, so that the next time it says so itself.'),
  ],
} satisfies Remedy
