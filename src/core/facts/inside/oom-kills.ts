import { fact } from '../fact.ts'
import { amount, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: killed because memory ran out',
  shape: object(
    {
      kills: list(
        object({
          process: text('The program that was killed.'),
          says: text('In its own words, or ours.'),
          secondsAgo: optional(amount('How long ago.')),
        }),
        'Latest first.',
      ),
    },
    'From within: killed because memory ran out.',
  ),
})
