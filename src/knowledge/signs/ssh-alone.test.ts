import { contact, greeted, loginTo, sheet, shut } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import type { LoginFact } from '../../core/types.ts'
import { sshAlone } from './ssh-alone.ts'

const refused: LoginFact = (() => {
  const login = loginTo('connect')
  return { ...login, log: { ...login.log, failure: 'connect-refused' as const } }
})()
const contacts = (...all: Parameters<typeof sheet>[0][]) => Object.assign({}, ...all) as Parameters<typeof sheet>[0]

readings(sshAlone, [
  ['nothing asked', {}, '-'],
  ['ssh connects', sheet({ login: loginTo('connected') }), 'alike'],
  ['ssh is refused and nothing else was tried', sheet({ login: refused }), '-'],
  ['both are refused', sheet(contacts({ login: refused, contact: { contacts: [shut('refused', 0.01)] } })), 'alike'],
  ['a plain connection opens', sheet(contacts({ login: refused, contact: { contacts: [greeted()] } })), 'fails'],
  [
    'a plain one opens and the next does not',
    sheet(
      contacts({
        login: refused,
        contact: { contacts: [contact()] },
        'contact-again': { contacts: [shut('refused', 0.01)] },
      }),
    ),
    'alike',
  ],
])
