import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bucketsOf, spread } from './timeline.ts'

const minute = fc.record({
  at: fc.integer({ min: 0, max: 60 * 24 * 900 }).map((n) => new Date(n * 60_000).toISOString()),
  failures: fc.nat(1000),
  accepted: fc.nat(1000),
  drops: fc.nat(1000),
})
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

test('buckets hold everything once, side by side, and never more than asked for', () => {
  fc.assert(
    fc.property(
      fc.array(minute, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 2, max: 200 }),
      (minutes, most) => {
        const { buckets, seconds } = bucketsOf(minutes, most)!
        assert.ok(buckets.length <= most, `${buckets.length} of ${most}`)
        for (const what of ['failures', 'accepted', 'drops'] as const)
          assert.equal(sum(buckets.map((each) => each[what])), sum(minutes.map((each) => each[what])))
        for (const [i, { at }] of buckets.entries()) assert.equal(at, buckets[0]!.at + i * seconds * 1000)
      },
    ),
  )
})

test('an episode keeps its drops when they are spread over it', () => {
  const at = (minutes: number) => new Date(Date.UTC(2025, 10, 8) + minutes * 60_000).toISOString()
  const seen = [{ at: at(0), failures: 3, accepted: 0, drops: 1 }]
  const episodes = [{ start: at(0), end: at(9), dropped: 500, exact: true, peak: 10 }]
  const minutes = spread(seen, episodes)
  assert.equal(minutes.length, 10)
  assert.equal(Math.round(sum(minutes.map(({ drops }) => drops))), 500)
  assert.equal(sum(minutes.map(({ failures }) => failures)), 3)
})
