import { amount, count, flag, integer, list, object, oneOf, optional, shared, text } from './shape.ts'

/** Why there is no fact. A clock that ran out is never a refusal. */
export const missing = shared(
  'missing',
  object(
    {
      why: oneOf(
        ['refused', 'timed-out', 'absent', 'not-allowed', 'not-asked'],
        'refused: the other side said no; timed-out: no answer in time; absent: there is no such program, file or answer; not-allowed: we may not (rights, the connection budget); not-asked: nobody asked, or the user interrupted.',
      ),
      says: text('The same in words, visible form.'),
    },
    'Why there is no value.',
  ),
)

/** From where a fact was seen: what judging may use. */
export const seen = oneOf(
  ['client', 'network', 'inside', 'cloud', 'told'],
  'client: on this machine; network: on the road to the server; inside: on the server itself; cloud: by its cloud; told: by somebody else.',
)

export const target = shared(
  'target',
  object(
    {
      destination: text('As the user typed it.'),
      host: text('Where ssh would go.'),
      port: integer('The port ssh would go to.', { minimum: 0, maximum: 65535 }),
      user: optional(text('The user to log in as; absent where nobody said.')),
      ssh: list(text(), "The user's own arguments in front of the destination."),
      command: optional(list(text(), 'Words of the remote command, which is not run.')),
    },
    'The server that the user cannot reach. Secrets are named, never held.',
  ),
)

export const spent = shared(
  'spent',
  object(
    {
      connections: count('Connections the target saw.'),
      seconds: amount('From the first question to the last answer.'),
    },
    'The cost of the examination.',
  ),
)

export const interrupted = flag('The user ended the examination.')
