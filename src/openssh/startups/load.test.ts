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
  assert.equal(heldFor(31, 30, release(10, 0)), 30.875, 'up to four seconds at random: one in eight is ended before')
  assert.equal(heldFor(34, 30, release(10, 0)), 32)
  assert.equal(heldFor(300, 0), 300)
})

test('classes add; nobody holding for ever is nobody', () => {
  assert.equal(loadOf(asked).pending, 60)
  assert.equal(loadOf({ ...asked, logins: 2 }).pending, 64)
  assert.equal(loadOf({ ...asked, hold: 10 }).pending, 5)
  assert.equal(loadOf({ ...asked, grace: 0 }).pending, Infinity)
  assert.equal(loadOf({ ...asked, rate: 0, grace: 0, logins: 1 }).pending, 2)
})

test('who is met in a slot is a slow one oftener than who comes', () => {
  assert.equal(loadOf(asked).met, 120)
  const mixed = loadOf({ ...asked, rate: 0.1, logins: 1, loginHold: 1 })
  assert.equal(mixed.pending, 13)
  assert.ok(Math.abs(mixed.met - (12 * 120 + 1) / 13) < 1e-9)
  assert.equal(loadOf({ ...asked, rate: 0 }).met, 120)
  assert.equal(loadOf({ ...asked, grace: 0 }).met, Infinity)
})
