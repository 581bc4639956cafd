import { fact } from '../fact.ts'
import { count, flag, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Shared connection (control socket)',
  shape: object(
    {
      path: text('Of the shared connection’s socket.'),
      room: optional(count('Bytes that the name of a socket has room for on this machine.')),
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
