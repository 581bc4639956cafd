import { fact } from '../fact.ts'
import { count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'path',
  title: 'From within: bans',
  shape: object(
    {
      tools: list(object({ name: text('Name of the tool.'), running: flag('The tool runs.') }), 'Ban tools found.'),
      banned: list(
        object({
          tool: text('The tool that banned.'),
          holder: object(
            {
              kind: oneOf(['jail', 'decision', 'set', 'chain', 'file'], 'The kind of holder.'),
              name: text('Its name: of a decision its scenario, of a file its path.'),
            },
            'The jail, set, chain or file of the tool that holds it.',
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
