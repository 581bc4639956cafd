import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_MAX_STARTUPS, parseMaxStartups } from '../max-startups.ts'
import type { LoadAsked } from './load.ts'
import { neverWorse } from './compare.ts'
import { optionOf, presentOption, recommend, refused } from './recommend.ts'
import { anySetting } from '../../../test/startups/any-setting.ts'

const strangers = (rate: number, more: Partial<LoadAsked> = {}): LoadAsked => ({
  rate,
  grace: 120,
  logins: 0,
  loginHold: 2,
  ...more,
})

const anyLoad: fc.Arbitrary<LoadAsked> = fc.record({
  rate: fc.double({ min: 0, max: 20, noNaN: true }),
  hold: fc.option(fc.double({ min: 0.1, max: 600, noNaN: true }), { nil: undefined }),
  grace: fc.constantFrom(0, 5, 20, 30, 60, 120, 600),
  logins: fc.double({ min: 0, max: 5, noNaN: true }),
  loginHold: fc.constantFrom(0.5, 2, 20),
  release: fc.constantFrom(undefined, { major: 9, minor: 2 }, { major: 10, minor: 0 }),
})

test('what is recommended never drops more: under this load, at any count, with any limit', () => {
  fc.assert(
    fc.property(
      anySetting,
      anyLoad,
      fc.record({ mostFull: fc.integer({ min: 1, max: 500 }), leastGrace: fc.integer({ min: 5, max: 120 }) }),
      (setting, load, constraints) => {
        const best = recommend(setting, load, constraints)
        const now = presentOption(setting, load)
        assert.ok(best.dropChance <= now.dropChance + 1e-12)
        assert.ok(neverWorse(best, setting))
        assert.ok(best.full <= Math.max(constraints.mostFull, setting.full))
        assert.ok(
          best.loginGraceTime === load.grace || best.loginGraceTime >= constraints.leastGrace || load.grace === 0,
        )
        assert.ok(load.grace === 0 || best.loginGraceTime <= load.grace)
        assert.ok(parseMaxStartups(`${best.start}:${best.rate}:${best.full}`), 'sshd reads it')
        assert.ok(best.rate <= setting.rate)
      },
    ),
    { numRuns: 300 },
  )
})

test('a setting that drops more under the load is refused, one that does not is not', () => {
  fc.assert(
    fc.property(anySetting, anySetting, anyLoad, (setting, other, load) => {
      const now = presentOption(setting, load)
      const then = optionOf(other, load.grace, load)
      assert.equal(refused(then, now), then.dropChance - now.dropChance > 1e-12)
    }),
  )
  const load = strangers(0.5)
  const now = presentOption(DEFAULT_MAX_STARTUPS, load)
  assert.ok(refused(optionOf(parseMaxStartups('20:50:100')!, 120, load), now))
  assert.ok(!refused(optionOf(parseMaxStartups('50:30:200')!, 120, load), now))
})

test('silent strangers: LoginGraceTime first', () => {
  const few = recommend(DEFAULT_MAX_STARTUPS, strangers(0.1))
  assert.equal(few.change, 'grace')
  assert.ok(few.enough)
  assert.equal(recommend(DEFAULT_MAX_STARTUPS, strangers(0.5)).change, 'both')
})

test('quick strangers: LoginGraceTime does nothing, and is left', () => {
  const quick = recommend(DEFAULT_MAX_STARTUPS, strangers(20, { hold: 1 }))
  assert.equal(quick.change, 'setting')
  assert.equal(quick.loginGraceTime, 120)
  assert.ok(quick.enough)
})

test('without a LoginGraceTime there will be one', () => {
  const stuck = recommend(DEFAULT_MAX_STARTUPS, strangers(0.01, { grace: 0 }))
  assert.ok(stuck.loginGraceTime > 0)
  assert.ok(stuck.dropChance < 0.01)
})

test('nothing to mend, nothing changed', () => {
  assert.equal(recommend(DEFAULT_MAX_STARTUPS, strangers(0)).change, 'none')
  assert.equal(recommend(DEFAULT_MAX_STARTUPS, strangers(0.01)).change, 'none')
  const { start, rate, full } = recommend(parseMaxStartups('10:30:60')!, strangers(0))
  assert.deepEqual({ start, rate, full }, DEFAULT_MAX_STARTUPS)
})
