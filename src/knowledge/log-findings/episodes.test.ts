import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Episode } from '../../sshd-log/types.ts'
import { episodesToShow } from './episodes.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString()
const episode = (minute: number, dropped: number, rest: Partial<Episode> = {}): Episode => {
  return { start: at(minute), end: at(minute + 1), dropped, exact: true, peak: null, ...rest }
}

test('the latest episode is shown first, then the worst, the later of equals before the earlier', () => {
  const [small, worst, early, late, latest] = [
    episode(1, 3),
    episode(10, 900),
    episode(20, 40),
    episode(30, 40),
    episode(40, 1),
  ] as const
  assert.deepEqual(episodesToShow([small, worst, early, late, latest]), [latest, worst, late, early, small])
})

test('an episode that is not over is dated by its begin, one without times comes last among equals', () => {
  const [over, open, dateless] = [
    episode(5, 7),
    episode(8, 2, { end: null }),
    episode(0, 7, { start: null, end: null }),
  ] as const
  assert.deepEqual(episodesToShow([dateless, over, open]), [open, over, dateless])
  assert.deepEqual(episodesToShow([]), [])
})

test('nothing is lost, and the summary keeps its order', () => {
  const minutes = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null })
  const any = fc.record({
    start: minutes.map((m) => (m === null ? null : at(m))),
    end: minutes.map((m) => (m === null ? null : at(m))),
    dropped: fc.nat(9),
    exact: fc.boolean(),
    peak: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(any), (episodes) => {
      const before = [...episodes]
      const shown = episodesToShow(episodes)
      assert.deepEqual(episodes, before)
      assert.deepEqual(new Set(shown), new Set(episodes))
      assert.equal(shown.length, episodes.length)
      for (let i = 2; i < shown.length; i++) assert.ok(shown[i - 1]!.dropped >= shown[i]!.dropped)
    }),
  )
})
