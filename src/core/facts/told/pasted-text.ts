import { fact } from '../fact.ts'
import { STAGES } from '../../stage.ts'
import { count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'The text that was brought',
  shape: object(
    {
      lines: count('Lines that are not blank.'),
      known: count('Lines that the lexicon knows.'),
      alarming: count('Lines graded as an error or worse that are of concern.'),
      refusals: count('Lines in which somebody is refused, or a connection ends, whoever it was.'),
      passed: list(oneOf(STAGES), 'The steps of the road that lines show passed, in the order of the road.'),
      broken: optional(oneOf(STAGES, 'The step that the last line of concern places the failure at.')),
      says: optional(text('That line, in visible form.')),
      means: optional(text('The meaning of that line, by the lexicon.')),
      side: optional(oneOf(['client', 'server'], 'The side that most of the lines are from.')),
      works: flag('A session ran, and nothing in the text is refused or failed.'),
    },
    'The sum of what the lines of a pasted text say. A text is an excerpt: a thing that it does not show is not known.',
  ),
})
