import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { grouped } from './grouped.ts'

test('numbers are grouped as Intl groups them', () => {
  const number = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -10_000, max: 10_000 }),
    fc.double().filter((n) => !Object.is(n, -0)),
  )
  fc.assert(fc.property(number, (n) => assert.equal(grouped(n), n.toLocaleString('en-US'))))
})
