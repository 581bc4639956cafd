import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { occupancy } from './occupancy.ts'

test('a smooth hill stays smooth, however many cells show it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 5, max: 600 }), (end, cells) => {
      const middle = end / 2
      const shares = Float64Array.from({ length: end + 1 }, (_, n) => Math.exp(-(((n - middle) / (end / 6)) ** 2)))
      const often = occupancy({ first: 0, shares }, end, cells)
      const top = often.indexOf(1)
      for (let i = 1; i < cells; i++) {
        const rises = often[i]! - often[i - 1]!
        assert.ok(i <= top ? rises >= -1e-9 : i <= cells - top || rises <= 1e-9, `${i} of ${cells}: ${rises}`)
      }
    }),
  )
})

test('what is there lies where it is', () => {
  assert.deepEqual(occupancy({ first: 3, shares: Float64Array.of(1) }, 9, 10), [0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
  assert.deepEqual(occupancy({ first: 0, shares: Float64Array.of(0.5, 0.5) }, 1, 4), [1, 1, 1, 1])
})
