import { fact } from '../fact.ts'
import { count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Keys on this side',
  shape: object(
    {
      files: list(
        object({
          path: text('Path.'),
          named: flag("Named by the user on the command line or in ssh_config rather than one of ssh's own guesses."),
          state: oneOf(
            ['present', 'missing', 'too-open', 'unreadable', 'not-a-key', 'passphrase'],
            'Whether ssh can use it.',
          ),
          mode: optional(text('Octal mode, as `0644`.')),
        }),
        'The files.',
      ),
      agent: oneOf(['none', 'empty', 'keys', 'unreachable'], 'Whether an agent answers.'),
      agentKeys: optional(count('How many keys the agent holds.')),
    },
    'Keys on this side.',
  ),
})
