import { fact } from '../fact.ts'
import { object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'The cloud’s agent on the host',
  shape: object(
    {
      state: oneOf(['online', 'lost'], 'Whether the cloud’s agent answers.'),
      says: optional(text('In its own words, or ours.')),
    },
    'Told by a person or a cloud, not seen by us.',
  ),
})
