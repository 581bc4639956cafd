import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { noauthPenaltySeconds, penaltyState } from './penalties.ts'
import type { PenaltyEvent, PenaltyKind } from './penalties.ts'

const RELEASE = { major: 10, minor: 5 }
const quick = (count: number, kind: PenaltyKind, gap = 0.05): PenaltyEvent[] =>
  Array.from({ length: count }, (_, i) => ({ at: i * gap, kind }))

test('four failed logins within half a second are refused, sixteen empty connections too (openssh.md 2.2)', () => {
  assert.equal(penaltyState(quick(3, 'authfail'), 0.2, RELEASE).active, false)
  const four = penaltyState(quick(4, 'authfail'), 0.2, RELEASE)
  assert.equal(four.active, true)
  assert.ok(Math.abs(four.outstandingSeconds - 19.8) < 1e-9)
  assert.equal(penaltyState(quick(15, 'noauth'), 1, RELEASE).active, false)
  assert.equal(penaltyState(quick(16, 'noauth'), 1, RELEASE).active, true)
})

test('one silent connection until LoginGraceTime', () => {
  assert.deepEqual(penaltyState([{ at: 0, kind: 'grace-exceeded' }], 0, { major: 9, minor: 8 }), {
    outstandingSeconds: 90,
    active: true,
  })
  assert.deepEqual(penaltyState([{ at: 0, kind: 'grace-exceeded' }], 0, RELEASE), {
    outstandingSeconds: 10,
    active: false,
  })
})

test('fifteen seconds are not above fifteen', () => {
  assert.deepEqual(penaltyState(quick(3, 'authfail', 0), 0, RELEASE), { outstandingSeconds: 15, active: false })
})

test('it runs off, and a refused source stays refused until then', () => {
  const events = quick(4, 'authfail', 0)
  assert.deepEqual(penaltyState(events, 10, RELEASE), { outstandingSeconds: 10, active: true })
  assert.deepEqual(penaltyState(events, 20.5, RELEASE), { outstandingSeconds: 0, active: false })
  assert.equal(penaltyState([...events, { at: 30, kind: 'noauth' }], 30, RELEASE).active, false)
})

test('a connection every two seconds is never refused', () => {
  const events = quick(200, 'noauth', 2)
  for (let now = 0; now < 400; now += 1) assert.equal(penaltyState(events, now, RELEASE).active, false)
})

test('before 9.8 nothing is counted', () => {
  assert.equal(noauthPenaltySeconds({ major: 9, minor: 7 }), 0)
  assert.equal(noauthPenaltySeconds({ major: 9, minor: 8 }), 1)
  assert.deepEqual(penaltyState(quick(100, 'crash'), 5, { major: 9, minor: 7 }), {
    outstandingSeconds: 0,
    active: false,
  })
})

test('any events: within 0 to 600 s, order does not matter', () => {
  const kind = fc.constantFrom<PenaltyKind>(
    'noauth',
    'authfail',
    'invaliduser',
    'grace-exceeded',
    'refuseconnection',
    'crash',
  )
  const events = fc.array(fc.record({ at: fc.integer({ min: 0, max: 2000 }), kind }), { maxLength: 60 })
  fc.assert(
    fc.property(events, fc.nat({ max: 3000 }), (some, now) => {
      const state = penaltyState(some, now, RELEASE)
      assert.ok(state.outstandingSeconds >= 0 && state.outstandingSeconds <= 600)
      assert.ok(!state.active || state.outstandingSeconds >= 0)
      assert.equal(state.outstandingSeconds, penaltyState([...some].reverse(), now, RELEASE).outstandingSeconds)
    }),
  )
})
