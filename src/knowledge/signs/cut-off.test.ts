import { goodLogin, pasted, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { cutOff } from './cut-off.ts'

const closed = 'Connection closed by 192.0.2.41 port 22'

readings(cutOff, [
  ['no text', {}, '-'],
  ['a close, and nothing before it', sheet({ 'client-text': pasted(closed) }), 'unstated'],
  ['a text that says the step', sheet({ 'client-text': pasted('Connection timed out during banner exchange') }), '-'],
  ['beside a login of our own', sheet({ 'client-text': pasted(closed), login: goodLogin() }), '-'],
])
