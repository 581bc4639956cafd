import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SIGN_BY_ID } from '../knowledge/signs.ts'
import { failed } from './verdict.ts'

const read = (id: string, ...values: string[]) => failed([{ sign: SIGN_BY_ID.get(id)!, values }])

test('a door is shut by what shuts it, and by nothing that is only different', () => {
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
