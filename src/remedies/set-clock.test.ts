import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheet } from '../../test/cases/facts.ts'
import remedy from './set-clock.ts'

const commands = (init?: 'systemd' | 'other') => {
  const session = { user: 'ops', uid: 1001, root: true, kernel: '6.1', roundTrip: 0.1, clockOffset: 90 }
  const [step] = remedy.plan(init === undefined ? {} : sheet({ 'inside-session': { ...session, init } }))
  return step?.kind === 'exec' ? step.commands : []
}

test('the clock is looked at by systemd’s own tool, where there is one', () => {
  assert.deepEqual(commands(), [[['timedatectl']]])
  assert.deepEqual(commands('systemd'), [[['timedatectl']]])
  assert.deepEqual(commands('other'), [[['date']]])
})
