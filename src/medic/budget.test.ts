import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeBudget } from './budget.ts'

/** What the issue promises: at most so many connections in any 20 s. */
const WINDOW = 20

const limit = fc.integer({ min: 1, max: 12 })
/** Moments at which a connection is asked for, seconds of a clock that only goes forward; many at the edge of the window. */
const pauses = fc.array(
  fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constantFrom(0, 4, 5, 19.99, 20, 20.01)),
  { maxLength: 60 },
)

/** When each of these requests was granted. */
function granted(most: number, waits: readonly number[], start: number): number[] {
  let now = start
  const budget = makeBudget(most, () => now)
  const at: number[] = []
  for (const wait of waits) {
    now += wait
    if (budget.take()) at.push(now)
  }
  return at
}

test('never more than the limit in any 20 s, whenever they are asked for', () => {
  fc.assert(
    fc.property(limit, pauses, fc.double({ min: 0, max: 1e6, noNaN: true }), (most, waits, start) => {
      const at = granted(most, waits, start)
      for (const [i, from] of at.entries()) {
        // A hair of rounding: the clock is a sum of pauses here.
        const within = at.slice(i).filter((t) => t - from < WINDOW - 1e-9)
        assert.ok(within.length <= most, `${within.length} within 20 s of ${from}`)
      }
    }),
    { numRuns: 1000 },
  )
})

test('never more than twice the limit in one case', () => {
  fc.assert(fc.property(limit, pauses, (most, waits) => assert.ok(granted(most, waits, 0).length <= 2 * most)))
})

test('grants what is within the limit', () => {
  fc.assert(
    fc.property(limit, (most) =>
      assert.equal(
        granted(
          most,
          Array.from({ length: most + 3 }, () => 0),
          0,
        ).length,
        most,
      ),
    ),
  )
})

test('a refused request costs nothing, and the window opens again', () => {
  let now = 0
  const budget = makeBudget(2, () => now)
  assert.deepEqual([budget.take(), budget.take(), budget.take(), budget.take()], [true, true, false, false])
  now = 19.9
  assert.equal(budget.take(), false)
  now = 20.1
  assert.deepEqual([budget.take(), budget.take(), budget.take()], [true, true, false])
  now = 1000
  assert.equal(budget.take(), false)
})

test('a budget of nothing grants nothing', () => {
  assert.equal(makeBudget(0, () => 5).take(), false)
})

test('one that is given back can be taken again', () => {
  const budget = makeBudget(1, () => 0)
  assert.equal(budget.take(), true)
  budget.giveBack()
  assert.equal(budget.take(), true)
  assert.equal(budget.take(), false)
})
