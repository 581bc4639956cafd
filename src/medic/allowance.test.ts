import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isGranted, WINDOW_SECONDS } from './allowance.ts'
import type { NotedRequest } from './allowance.ts'

const NOW = 1_800_000_000
const request = (over: Partial<NotedRequest> = {}): NotedRequest => ({
  target: '203.0.113.7 22',
  kind: 'question',
  count: 1,
  most: 10,
  at: NOW,
  ...over,
})

/** Requests some seconds apart, as a ledger has them. */
const requests = (kind: NotedRequest['kind'], most: number) =>
  fc
    .array(fc.record({ wait: fc.constantFrom(0, 0, 1, 3, 8, 19.9, 20.1), count: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 40,
    })
    .map((all) => {
      let at = NOW
      return all.map(({ wait, count }) => request({ kind, count, most, at: (at += wait) }))
    })

const grantedOf = (all: readonly NotedRequest[]) => all.filter((_, i) => isGranted(all.slice(0, i + 1)))

describe('what a request is granted', () => {
  test('questions: never more than the most in any 20 s, and never less than there is room for', () => {
    fc.assert(
      fc.property(requests('question', 6), (all) => {
        const taken: NotedRequest[] = []
        for (const [i, one] of all.entries()) {
          const recent = taken
            .filter(({ at }) => one.at - at < WINDOW_SECONDS)
            .reduce((sum, { count }) => sum + count, 0)
          const granted = isGranted(all.slice(0, i + 1))
          assert.equal(granted, recent + one.count <= 6)
          if (granted) taken.push(one)
        }
      }),
    )
  })

  test('extra tries: a bucket that leaks one a second, as sshd forgets its penalties', () => {
    fc.assert(
      fc.property(requests('extra', 5), (all) => {
        let [outstanding, last] = [0, NOW]
        for (const [i, { at, count }] of all.entries()) {
          outstanding = Math.max(0, outstanding - (at - last))
          last = at
          const granted = isGranted(all.slice(0, i + 1))
          assert.equal(granted, outstanding + count <= 5)
          if (granted) outstanding += count
        }
      }),
    )
  })

  test('each target and each kind has its own', () => {
    const full = Array.from({ length: 10 }, () => request())
    assert.equal(grantedOf(full).length, 10)
    assert.equal(isGranted([...full, request()]), false)
    assert.equal(isGranted([...full, request({ target: '203.0.113.7 2222' })]), true)
    assert.equal(isGranted([...full, request({ kind: 'extra', most: 5, count: 5 })]), true)
  })

  test('each by its own most, and what was refused takes nothing', () => {
    const two = [request({ most: 2 }), request({ most: 2 }), request({ most: 2 }), request({ most: 4 })]
    assert.deepEqual(
      two.map((_, i) => isGranted(two.slice(0, i + 1))),
      [true, true, false, true],
    )
  })

  test('a clock that was set back forgives, and one that is a moment ahead does not', () => {
    const ahead = (seconds: number) => Array.from({ length: 10 }, () => request({ at: NOW + seconds }))
    assert.equal(isGranted([...ahead(60), request()]), true)
    assert.equal(isGranted([...ahead(2), request()]), false)
  })

  test('nothing is granted to nobody', () => assert.equal(isGranted([]), false))
})
