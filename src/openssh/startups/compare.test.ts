import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseMaxStartups } from '../max-startups.ts'
import { compare, neverWorse } from './compare.ts'
import { meanDropChance } from './stationary.ts'
import { anySetting } from '../../../test/startups/any-setting.ts'

const of = (text: string) => parseMaxStartups(text)!
const against = (text: string) => compare(of(text), of('10:30:100'))

test('20:50:100 is worse than the default from about 34 on, 30:50:100 from about 65', () => {
  const twenty = against('20:50:100')
  assert.equal(twenty.worse, 'from')
  assert.equal(twenty.ranges[0]!.to, null)
  assert.ok(Math.abs(twenty.ranges[0]!.from - 34.2) < 0.5)
  const thirty = against('30:50:100')
  assert.equal(thirty.worse, 'from')
  assert.ok(Math.abs(thirty.ranges[0]!.from - 65) < 0.5)
})

test('10:30:60 is worse everywhere, more room at the same rate never', () => {
  assert.equal(against('10:30:60').worse, 'everywhere')
  assert.equal(against('10:100:10').worse, 'everywhere')
  assert.equal(against('50:30:200').worse, 'never')
  assert.equal(against('10:30:100').worse, 'never')
})

test('a curve that lies nowhere above another is no worse under any load', () => {
  fc.assert(
    fc.property(
      anySetting,
      anySetting,
      fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (a, b, loads) => {
        const both = {
          start: Math.max(a.start, b.start),
          rate: Math.min(a.rate, b.rate),
          full: Math.max(a.full, b.full),
        }
        for (const candidate of [both, b]) {
          if (!neverWorse(candidate, a)) continue
          for (const load of loads)
            assert.ok(
              meanDropChance(candidate, load) <= meanDropChance(a, load) + 1e-12,
              JSON.stringify([candidate, a]),
            )
        }
      },
    ),
  )
})
