import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isoMillis, isoTime } from './iso-time.ts'

/** Years as a Date spells them with four digits. */
const times = fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) })

test('a time is spelled as Date spells it, and read back', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          times,
          times.map((at) => Math.floor(at / 1000) * 1000),
        ),
      ),
      (all) => {
        for (const at of all) {
          assert.equal(isoTime(at), new Date(at).toISOString())
          assert.equal(isoMillis(isoTime(at)), at)
        }
      },
    ),
  )
})

test('what no Date holds is spelled as nothing, and other spellings are read as Date reads them', () => {
  assert.equal(isoTime(NaN), '')
  assert.equal(isoTime(9e15), '')
  assert.equal(isoTime(-62_198_755_200_000), '-000001-01-01T00:00:00.000Z')
  assert.equal(isoMillis('-000001-01-01T00:00:00.000Z'), -62_198_755_200_000)
  assert.equal(isoMillis('2026-11-01T10:00:00+02:00'), Date.UTC(2026, 10, 1, 8))
  assert.ok(Number.isNaN(isoMillis(null)))
  assert.ok(Number.isNaN(isoMillis('')))
})
