import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generationOfNotice, releaseFacts } from './releases.ts'

const factsOf = (major: number, minor: number) => releaseFacts({ major, minor })

test('the notice and the defaults by release', () => {
  assert.equal(factsOf(8, 1).throttleNotice, 'none')
  assert.equal(factsOf(8, 2).throttleNotice, 'Exceeded MaxStartups')
  assert.equal(factsOf(9, 7).throttleNotice, 'Exceeded MaxStartups')
  assert.equal(factsOf(9, 8).throttleNotice, 'Not allowed at this time')
  assert.equal(factsOf(10, 5).throttleNotice, 'Not allowed at this time')
  assert.deepEqual(factsOf(6, 1).maxStartupsDefault, [10, 100, 10])
  assert.deepEqual(factsOf(6, 2).maxStartupsDefault, [10, 30, 100])
  assert.deepEqual(factsOf(11, 0).maxStartupsDefault, [10, 30, 100])
})

test('penalties', () => {
  assert.equal(factsOf(9, 7).penalties, false)
  assert.equal(factsOf(9, 7).graceExceededPenaltySeconds, undefined)
  assert.equal(factsOf(9, 8).graceExceededPenaltySeconds, 90)
  assert.equal(factsOf(9, 9).graceExceededPenaltySeconds, 90)
  assert.equal(factsOf(10, 0).graceExceededPenaltySeconds, 10)
  assert.equal(factsOf(10, 2).invaliduserPenaltySeconds, undefined)
  assert.equal(factsOf(10, 3).invaliduserPenaltySeconds, 5)
})

test('the programs and what they read', () => {
  assert.equal(factsOf(9, 7).hostKeysRereadPerConnection, true)
  assert.equal(factsOf(9, 8).hostKeysRereadPerConnection, false)
  assert.deepEqual(
    [9.7, 9.8, 10.0].map((r) => factsOf(Math.trunc(r), Math.round((r % 1) * 10)).sshdSession),
    [false, true, true],
  )
  assert.deepEqual(
    [
      [9, 9],
      [10, 0],
    ].map(([a, b]) => factsOf(a ?? 0, b ?? 0).sshdAuth),
    [false, true],
  )
  assert.deepEqual(
    [
      [9, 2],
      [9, 8],
      [10, 2],
      [10, 3],
    ].map(([a, b]) => factsOf(a ?? 0, b ?? 0).privsepDirCheckedPerConnection),
    [true, false, false, true],
  )
  assert.equal(factsOf(9, 8).graceJitterSeconds, 0)
  assert.equal(factsOf(9, 9).graceJitterSeconds, 4)
})

test('the table cannot be changed through an answer', () => {
  factsOf(9, 2).maxStartupsDefault[0] = 99
  assert.deepEqual(factsOf(9, 2).maxStartupsDefault, [10, 30, 100])
})

test('a notice counts only as a line of its own', () => {
  assert.equal(generationOfNotice('Exceeded MaxStartups\r\n'), '8.2–9.7')
  assert.equal(generationOfNotice('hello\nNot allowed at this time'), '9.8+')
  assert.equal(generationOfNotice('You Exceeded MaxStartups, friend'), 'none')
  fc.assert(fc.property(fc.string(), (text) => void generationOfNotice(text)))
  fc.assert(fc.property(fc.integer(), fc.integer(), (major, minor) => void factsOf(major, minor)))
})
