import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sign } from '../core/types.ts'
import { SIGN_BY_ID, SIGNS } from '../knowledge/signs.ts'
import { diagnoseReadings } from './diagnose.ts'
import { failed } from './verdict.ts'

const read = (id: string, ...values: string[]) => failed([{ sign: SIGN_BY_ID.get(id)!, values }])

test('a verdict is shut by what shuts it, and by nothing that is only different', () => {
  for (const value of ['refused', 'barred', 'unreadable']) assert.ok(read('authorized-keys', value), value)
  for (const value of ['none', 'not-ours', 'ours']) assert.ok(!read('authorized-keys', value), value)
  assert.ok(!read('authorized-keys', 'ours', 'not-ours'))
  assert.ok(read('root-login', 'forbidden'))
  assert.ok(read('login-files', 'chroot-unusable'))
  assert.ok(!read('login-files', 'may-wait'))
  assert.ok(read('account', 'locked'))
  assert.ok(!read('account', 'fine', 'locked', 'expired', 'password-expired'), 'what was not seen failed nothing')
  assert.ok(!read('pace', 'slow-throughout'))
})

const saysNothing = (sign: Sign, value: string): boolean =>
  diagnoseReadings([{ sign, values: [value] }], {}).causes.some(({ title }) => title.startsWith('Nothing wrong'))

test('a sign that shuts and reads otherwise than it passes is never "Nothing wrong was found"', () => {
  for (const sign of SIGNS) {
    const shuts = typeof sign.shuts === 'boolean' ? (sign.shuts ? sign.values : []) : sign.shuts
    for (const value of shuts.filter((one) => one !== sign.passes))
      assert.ok(!saysNothing(sign, value), `${sign.id}=${value} reads as "Nothing wrong was found"`)
  }
})

test('so does one that the book was never told of', () => {
  const clock: Sign = {
    id: 'no-such-clock',
    stage: 'auth',
    beside: true,
    passes: 'right',
    shuts: true,
    values: ['right', 'wrong'],
    from: ['inside-session'],
    read: () => 'wrong',
    says: { right: 'its clock is right', wrong: 'its clock is wrong' },
  }
  assert.ok(saysNothing(clock, 'right'))
  assert.ok(!saysNothing(clock, 'wrong'))
  assert.ok(saysNothing({ ...clock, shuts: false }, 'wrong'))
  assert.ok(!saysNothing({ ...clock, shuts: ['wrong'] }, 'wrong'))
})
