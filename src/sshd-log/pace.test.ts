import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addToPace, appendPace, newPace, paceTold, peaksOf } from './pace.ts'
import type { Pace, StoppedBy } from './pace.ts'

const SECOND = 1000
const START = Date.UTC(2025, 10, 8)

function paceOf(seconds: readonly number[]): Pace {
  const pace = newPace()
  for (const each of seconds) addToPace(pace, START + each * SECOND, 1)
  return pace
}

const told = (pace: Pace) => paceTold(pace, peaksOf(pace))
const stoppedBy = (...seconds: number[]): readonly StoppedBy[] => told(paceOf(seconds))!.stoppedBy
const every = (n: number, seconds: number): number[] => Array.from({ length: n }, (_, i) => i * seconds)

/** Steps are whole seconds, so that levels are far from their bounds or on them. */
const times = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900 })), { maxLength: 40 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0)))

test('as one who counts anew each time says', () => {
  const overflows = (all: readonly number[], leak: number, capacity: number): boolean => {
    let [level, before] = [0, 0]
    return all.some((at, i) => {
      level = Math.max(0, level - (i === 0 ? 0 : (at - before) / leak)) + 1
      before = at
      return level > capacity + 1e-9
    })
  }
  fc.assert(
    fc.property(times, (all) => {
      const expected: StoppedBy[] = [
        ...(all.some((at, i) => i >= 4 && at - all[i - 4]! <= 600) ? ['fail2ban' as const] : []),
        ...(overflows(all, 10, 5) ? ['crowdsec-ssh-bf' as const] : []),
        ...(overflows(all, 60, 10) ? ['crowdsec-ssh-slow-bf' as const] : []),
        ...(overflows(all, 5, 3) ? ['penalties' as const] : []),
      ]
      const gaps = all.slice(1).map((at, i) => at - all[i]!)
      assert.deepEqual(
        told(paceOf(all)),
        all.length === 0
          ? undefined
          : {
              activeSeconds: gaps.filter((gap) => gap <= 600).reduce((sum, gap) => sum + gap, 0),
              visits: 1 + gaps.filter((gap) => gap > 600).length,
              stoppedBy: expected,
            },
      )
    }),
  )
})

test('two stretches behind one another are the whole, wherever it is cut and wherever the later one thinks it stands', () => {
  fc.assert(
    fc.property(times, fc.nat(40), fc.integer({ min: -5, max: 5 }), (all, cut, days) => {
      const first = paceOf(all.slice(0, cut))
      const shift = days * 86_400 * SECOND
      const second = newPace()
      for (const each of all.slice(cut)) addToPace(second, START + each * SECOND - shift, 1)
      appendPace(first, second, shift)
      assert.deepEqual(told(first), told(paceOf(all)))
      assert.deepEqual([first.early, first.recent, first.count], [paceOf(all).early, paceOf(all).recent, all.length])
    }),
  )
})

test('at the bounds of each of them', () => {
  assert.deepEqual(stoppedBy(...every(5, 150)), ['fail2ban'])
  assert.deepEqual(stoppedBy(...every(5, 151)), [])
  assert.deepEqual(stoppedBy(0, 0, 0, 0, 0), ['fail2ban', 'penalties'])
  assert.deepEqual(stoppedBy(0, 0, 0, 0, 0, 0), ['fail2ban', 'crowdsec-ssh-bf', 'penalties'])
  // Three connections leave 15 s, which is no more than 15.
  assert.deepEqual(stoppedBy(0, 0, 0), [])
  assert.ok(stoppedBy(...every(70, 50)).includes('crowdsec-ssh-slow-bf'))
  assert.ok(!stoppedBy(...every(400, 60)).includes('crowdsec-ssh-slow-bf'))
  assert.deepEqual(told(paceOf([])), undefined)
})

test('failures that are told in one line come at once, and those without a time have no pace', () => {
  const pace = newPace()
  addToPace(pace, START, 7)
  addToPace(pace, NaN, 7)
  assert.deepEqual(told(pace), { activeSeconds: 0, visits: 1, stoppedBy: ['fail2ban', 'crowdsec-ssh-bf', 'penalties'] })
})
