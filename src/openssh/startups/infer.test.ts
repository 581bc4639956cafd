import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_MAX_STARTUPS, dropChance } from '../max-startups.ts'
import type { LogSummary } from '../../sshd-log/types.ts'
import { anySetting } from '../../../test/startups/any-setting.ts'
import { fromShare, loadForDropRate } from './infer.ts'
import { fromLog } from '../../sshd-log/load-of-log.ts'
import { meanDropChance } from './stationary.ts'

test('seven of twenty', () => {
  const { share, pending, load } = fromShare(DEFAULT_MAX_STARTUPS, 7, 20)
  assert.equal(share.likeliest, 0.35)
  assert.deepEqual(pending, { likeliest: 17, low: 10, high: 44 })
  assert.ok(Math.abs(meanDropChance(DEFAULT_MAX_STARTUPS, load.likeliest) - 0.35) < 1e-6)
  assert.ok(load.low < load.likeliest && load.likeliest < load.high)
  assert.equal(fromShare(DEFAULT_MAX_STARTUPS, 20, 20).load.likeliest, Infinity)
  assert.equal(fromShare(DEFAULT_MAX_STARTUPS, 0, 20).load.likeliest, 0)
  assert.throws(() => fromShare(DEFAULT_MAX_STARTUPS, 3, 2), RangeError)
})

test('the interval holds what was pending about as often as it says', () => {
  let seed = 11
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  for (const pending of [15, 30, 60, 90]) {
    let within = 0
    for (let run = 0; run < 400; run++) {
      let dropped = 0
      for (let i = 0; i < 40; i++) if (random() < dropChance(pending, DEFAULT_MAX_STARTUPS)) dropped++
      const { low, high } = fromShare(DEFAULT_MAX_STARTUPS, dropped, 40).pending
      if (low <= pending && pending <= high) within++
    }
    assert.ok(within / 400 > 0.92, `${pending}: ${within} of 400`)
  }
})

test('a rate of drops gives back the load it came from', () => {
  fc.assert(
    fc.property(
      anySetting,
      fc.double({ min: 0.5, max: 500, noNaN: true }),
      fc.double({ min: 0.5, max: 120, noNaN: true }),
      (setting, pending, held) => {
        const drops = (pending / held) * meanDropChance(setting, pending)
        fc.pre(drops > 1e-6)
        assert.ok(Math.abs(loadForDropRate(setting, drops, held) - pending) < 1e-3 * pending)
      },
    ),
    { numRuns: 60 },
  )
})

const empty: LogSummary = {
  lines: 0,
  recognised: 0,
  first: null,
  last: null,
  failures: { total: 0, byAddress: [] },
  accepted: { total: 0, byAddress: [] },
  drops: { total: 0, exact: true, byAddress: [] },
  penalties: { total: 0, byAddress: [] },
  episodes: [],
  releases: [],
  time: { year: null, zone: 'UTC', rollovers: 0 },
  kinds: {},
}

test('the rate of drops is taken from the episodes that have a length', () => {
  const log = fromLog({
    ...empty,
    first: '2026-11-20T00:00:00Z',
    last: '2026-11-20T01:00:00Z',
    failures: { total: 360, byAddress: [{ address: '192.0.2.1', count: 360, users: [], first: null, last: null }] },
    drops: { total: 95, exact: false, byAddress: [{ address: '192.0.2.2', count: 1 }] },
    episodes: [
      { start: '2026-11-20T00:00:00Z', end: '2026-11-20T00:05:00Z', dropped: 90, exact: true, peak: 41 },
      { start: '2026-11-20T00:50:00Z', end: '2026-11-20T00:50:00Z', dropped: 5, exact: false, peak: null },
    ],
  })
  assert.deepEqual(log, {
    episodes: 2,
    dropped: 95,
    exact: false,
    seconds: 300,
    dropsPerSecond: 0.3,
    peak: 41,
    failuresPerSecond: 0.1,
    sources: 2,
    blind: false,
  })
})

test('an old log is blind, an empty one says nothing', () => {
  assert.equal(fromLog({ ...empty, releases: ['7.4–8.3'] }).blind, true)
  const nothing = fromLog(empty)
  assert.deepEqual([nothing.dropsPerSecond, nothing.peak, nothing.failuresPerSecond], [null, null, null])
})
