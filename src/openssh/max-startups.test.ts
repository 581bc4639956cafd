import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_MAX_STARTUPS, dropChance, parseMaxStartups, pendingFromDrops, wilson } from './max-startups.ts'

const setting = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 100 }), fc.nat({ max: 300 }))
  .map(([start, rate, more]) => ({ start, rate, full: start + more }))

test('the curve of 10:30:100 (openssh.md 1.1)', () => {
  const known = [
    [9, 0],
    [10, 30],
    [12, 31],
    [20, 37],
    [30, 45],
    [50, 61],
    [75, 80],
    [90, 92],
    [99, 99],
    [100, 100],
    [500, 100],
  ] as const
  for (const [n, percent] of known) assert.equal(dropChance(n, DEFAULT_MAX_STARTUPS), percent / 100, String(n))
  assert.equal(dropChance(9, { start: 10, rate: 100, full: 10 }), 0)
  assert.equal(dropChance(10, { start: 10, rate: 100, full: 20 }), 1)
})

test('the chance never falls with the count and is whole per cents', () => {
  fc.assert(
    fc.property(setting, fc.nat({ max: 700 }), (s, n) => {
      const chance = dropChance(n, s)
      assert.ok(chance >= 0 && chance <= 1 && dropChance(n + 1, s) >= chance)
      assert.equal(Math.round(chance * 100) / 100, chance)
    }),
  )
})

test('sMaxStartups of servconf.c', () => {
  assert.deepEqual(parseMaxStartups('10:30:100'), { start: 10, rate: 30, full: 100 })
  assert.deepEqual(parseMaxStartups('10:30:100abc'), { start: 10, rate: 30, full: 100 })
  assert.deepEqual(parseMaxStartups('7'), { start: 7, rate: 30, full: 7 })
  assert.deepEqual(parseMaxStartups('7abc'), { start: 7, rate: 30, full: 7 })
  assert.deepEqual(parseMaxStartups('7:'), { start: 7, rate: 30, full: 7 })
  for (const bad of [
    '',
    'abc',
    '10:30',
    '10:30:',
    '0',
    '-1',
    '0:30:100',
    '100:30:10',
    '10:0:100',
    '10:101:100',
    ':30:100',
  ])
    assert.equal(parseMaxStartups(bad), null, bad)
  fc.assert(
    fc.property(setting, (s) => assert.deepEqual({ ...parseMaxStartups(`${s.start}:${s.rate}:${s.full}`) }, { ...s })),
  )
  fc.assert(fc.property(fc.string(), (text) => void parseMaxStartups(text)))
})

test("Wilson's interval", () => {
  const { low, high } = wilson(5, 10)
  assert.ok(Math.abs(low - 0.2366) < 1e-4 && Math.abs(high - 0.7634) < 1e-4)
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
  assert.equal(wilson(0, 20).low, 0)
  assert.equal(wilson(20, 20).high, 1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat({ max: 1000 }), (tries, some) => {
      const dropped = some % (tries + 1)
      const interval = wilson(dropped, tries)
      assert.ok(
        interval.low >= 0 && interval.high <= 1 && interval.low <= dropped / tries && interval.high >= dropped / tries,
      )
    }),
  )
})

test('the count comes back from the drops', () => {
  assert.equal(pendingFromDrops(1, 0), null)
  assert.equal(pendingFromDrops(3, 2), null)
  assert.deepEqual(pendingFromDrops(0, 1000), { low: 0, high: 9, likeliest: 0 })
  assert.deepEqual(pendingFromDrops(1000, 1000), { low: 100, high: 100, likeliest: 100 })
  assert.equal(pendingFromDrops(610, 1000)?.likeliest, 50)
  // Below start nobody is dropped, so one drop says that start was reached, though not all the time.
  assert.deepEqual(pendingFromDrops(1, 20), { low: 0, high: 10, likeliest: 10 })
  assert.deepEqual(pendingFromDrops(19, 20)?.likeliest, 94)
  assert.deepEqual(pendingFromDrops(999, 1000)?.likeliest, 99)
  assert.deepEqual(pendingFromDrops(7, 20, { start: 10, rate: 100, full: 100 }), { low: 0, high: 10, likeliest: 10 })
  fc.assert(
    fc.property(setting, fc.nat({ max: 600 }), (s, n) => {
      const tries = 100
      const dropped = Math.round(dropChance(n, s) * tries)
      const seen = pendingFromDrops(dropped, tries, s)
      assert.ok(seen)
      assert.ok(seen.low <= Math.min(n, s.full) && seen.high >= Math.min(n, s.full))
      assert.ok(seen.low <= seen.likeliest && seen.likeliest <= seen.high && seen.high <= s.full)
      assert.equal(dropChance(seen.likeliest, s), dropped / tries)
    }),
  )
})
