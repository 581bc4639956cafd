import assert from 'node:assert/strict'
import { test } from 'node:test'
import { config, goodLogin, greeted, loginTo, sheet } from '../../../test/cases/facts.ts'
import type { Target } from '../../core/types.ts'
import { loginCommand } from './login.ts'
import probe from './login-unmarked.ts'

const asked = (login: Parameters<typeof sheet>[0]['login']) =>
  probe.applies(sheet({ 'ssh-config': config(), ...(login ? { login } : {}) }))

test('asks where the login was through and no shell came, and nowhere else', () => {
  assert.equal(asked(undefined), false)
  assert.equal(asked(goodLogin()), false, 'a shell answered')
  assert.equal(asked(loginTo('kexinit', { stopped: 'stalled' })), false, 'it never came so far')
  assert.equal(asked(loginTo('session', { stopped: 'stalled' })), true, 'the session hangs')
  const unlost = loginTo('session', { stopped: 'stalled', retransmits: 0 })
  assert.equal(asked(unlost), false, 'it hangs, and not one packet was lost')
  const broken = loginTo('session')
  assert.equal(asked({ ...broken, log: { ...broken.log, failure: 'broken-pipe' } }), true, 'the session broke')
  const refused = { ...loginTo('connect'), log: { ...loginTo('connect').log, failure: 'connect-timeout' as const } }
  assert.equal(asked(refused), false, 'nobody gets a connection')
  const opens = sheet({ 'ssh-config': config(), login: refused, contact: { contacts: [greeted()] } })
  assert.equal(probe.applies(opens), true, 'a plain connection opens')
  const direct = {
    'ssh-config': config({ proxyJump: 'jump.example' }),
    login: loginTo('session', { stopped: 'stalled' }),
  }
  assert.equal(probe.applies(sheet(direct)), false, 'through a jump others send the packets')
})

test('the option stands in front of the user’s own: ssh takes the first it sees', () => {
  const target: Target = { destination: 'web7', host: 'web7', port: 22, ssh: ['-o', 'IPQoS=ef'] }
  const args = loginCommand({}, target, ['IPQoS=cs0'])
  assert.ok(args.indexOf('IPQoS=cs0') < args.indexOf('IPQoS=ef'))
})
