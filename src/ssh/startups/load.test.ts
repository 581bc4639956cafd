import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heldFor, loadOf } from './load.ts'

const asked = { rate: 0.5, grace: 120, logins: 0, loginHold: 2 }
const release = (major: number, minor: number) => ({ major, minor })

test('nobody holds a slot longer than LoginGraceTime, and since 9.9 two seconds on average beyond it', () => {
  assert.equal(heldFor(300, 120), 120)
  assert.equal(heldFor(1, 120), 1)
  assert.equal(heldFor(Infinity, 30, release(9, 8)), 30)
  assert.equal(heldFor(Infinity, 30, release(9, 9)), 32)
  assert.equal(heldFor(31, 30, release(10, 0)), 31)
  assert.equal(heldFor(300, 0), 300)
})

test('classes add; nobody holding for ever is nobody', () => {
  assert.equal(loadOf(asked).pending, 60)
  assert.equal(loadOf({ ...asked, logins: 2 }).pending, 64)
  assert.equal(loadOf({ ...asked, hold: 10 }).pending, 5)
  assert.equal(loadOf({ ...asked, grace: 0 }).pending, Infinity)
  assert.equal(loadOf({ ...asked, rate: 0, grace: 0, logins: 1 }).pending, 2)
})
