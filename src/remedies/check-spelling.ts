import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'check-spelling',
  title: 'Check the spelling of the name',
  treats: { 'name-not-found': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [
    person(
      'Check the spelling; try the address itself. A name that only your ssh configuration knows (Host with HostName, perhaps behind Include or Match) means nothing to a program that reads the file otherwise than ssh does: compare with what `ssh -G` shows for it, and give that program the HostName there.',
    ),
  ],
} satisfies Remedy
