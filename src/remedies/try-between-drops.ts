import type { Remedy } from '../core/remedy.ts'
import { SOUND_GRACE_TEXT } from '../openssh/startups/login-grace.ts'
import { here, or, person } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'try-between-drops',
  title: 'Try again between the drops',
  treats: { 'maxstartups-saturated': 0.3 },
  needs: 'here',
  harm: 'none',
  opensshOnly: true,
  plan: (_facts, target) => [
    here('Try again a few times now: unless it is full, part of the attempts get through.', [
      'ssh',
      '-o',
      'ConnectTimeout=10',
      or(destination(target), DESTINATION),
    ]),
    person(`Then on the server: lower LoginGraceTime to ${SOUND_GRACE_TEXT}, and keep the strangers out.`),
  ],
} satisfies Remedy
