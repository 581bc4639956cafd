import { fact } from '../fact.ts'
import { flag, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Shared connection (control socket)',
  shape: object(
    {
      path: text('Of the shared connection’s socket.'),
      exists: flag('It is there.'),
      check: optional(oneOf(['alive', 'refused', 'hangs', 'other'], 'Whether its master answers.')),
      session: optional(
        oneOf(['works', 'hangs', 'fails'], 'Whether a session opened through a living master answered.'),
      ),
      says: optional(text('In ssh’s words.')),
    },
    'Shared connection (control socket).',
  ),
})
