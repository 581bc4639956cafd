import { fact } from '../fact.ts'
import { count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'path',
  title: 'From within: bans',
  shape: object(
    {
      tools: list(object({ name: text('Its name.'), running: flag('Whether, or how many, run.') }), 'Ban tools found.'),
      banned: list(
        object({
          tool: text('Whose ban it is.'),
          holder: object(
            {
              kind: oneOf(['jail', 'decision', 'set', 'chain', 'file'], 'What it is.'),
              name: text('Its name: of a decision its scenario, of a file its path.'),
            },
            'What of the tool holds it.',
          ),
          address: text('The banned address or network.'),
          until: optional(text('ISO 8601.')),
        }),
        'Our address, in a ban list.',
      ),
      total: optional(count('Addresses banned in all.')),
    },
    'From within: bans.',
  ),
})
