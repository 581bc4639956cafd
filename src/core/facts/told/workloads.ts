import { fact } from '../fact.ts'
import { object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'Other programs on the host',
  shape: object(
    {
      state: oneOf(['running', 'gone'], 'Whether what the machine serves still answers.'),
      says: optional(text('In its own words, or ours.')),
    },
    'Other programs on the host.',
  ),
})
