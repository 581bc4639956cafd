import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generationOfNotice, releaseFacts } from './releases.ts'

test('the notice and the defaults by release', () => {
  assert.equal(releaseFacts(8, 1).throttleNotice, 'none')
  assert.equal(releaseFacts(8, 2).throttleNotice, 'Exceeded MaxStartups')
  assert.equal(releaseFacts(9, 7).throttleNotice, 'Exceeded MaxStartups')
  assert.equal(releaseFacts(9, 8).throttleNotice, 'Not allowed at this time')
  assert.equal(releaseFacts(10, 5).throttleNotice, 'Not allowed at this time')
  assert.deepEqual(releaseFacts(6, 1).maxStartupsDefault, [10, 100, 10])
  assert.deepEqual(releaseFacts(6, 2).maxStartupsDefault, [10, 30, 100])
  assert.deepEqual(releaseFacts(11, 0).maxStartupsDefault, [10, 30, 100])
})

test('penalties', () => {
  assert.equal(releaseFacts(9, 7).penalties, false)
  assert.equal(releaseFacts(9, 7).graceExceededPenaltySeconds, undefined)
  assert.equal(releaseFacts(9, 8).graceExceededPenaltySeconds, 90)
  assert.equal(releaseFacts(9, 9).graceExceededPenaltySeconds, 90)
  assert.equal(releaseFacts(10, 0).graceExceededPenaltySeconds, 10)
  assert.equal(releaseFacts(10, 2).invaliduserPenaltySeconds, undefined)
  assert.equal(releaseFacts(10, 3).invaliduserPenaltySeconds, 5)
})

test('the programs and what they read', () => {
  assert.equal(releaseFacts(9, 7).hostKeysRereadPerConnection, true)
  assert.equal(releaseFacts(9, 8).hostKeysRereadPerConnection, false)
  assert.deepEqual(
    [9.7, 9.8, 10.0].map((r) => releaseFacts(Math.trunc(r), Math.round((r % 1) * 10)).sshdSession),
    [false, true, true],
  )
  assert.deepEqual(
    [
      [9, 9],
      [10, 0],
    ].map(([a, b]) => releaseFacts(a ?? 0, b ?? 0).sshdAuth),
    [false, true],
  )
  assert.deepEqual(
    [
      [9, 2],
      [9, 8],
      [10, 2],
      [10, 3],
    ].map(([a, b]) => releaseFacts(a ?? 0, b ?? 0).privsepDirCheckedPerConnection),
    [true, false, false, true],
  )
  assert.equal(releaseFacts(9, 8).graceJitterSeconds, 0)
  assert.equal(releaseFacts(9, 9).graceJitterSeconds, 4)
})

test('the table cannot be changed through an answer', () => {
  releaseFacts(9, 2).maxStartupsDefault[0] = 99
  assert.deepEqual(releaseFacts(9, 2).maxStartupsDefault, [10, 30, 100])
})

test('a notice counts only as a line of its own', () => {
  assert.equal(generationOfNotice('Exceeded MaxStartups\r\n'), '8.2–9.7')
  assert.equal(generationOfNotice('hello\nNot allowed at this time'), '9.8+')
  assert.equal(generationOfNotice('You Exceeded MaxStartups, friend'), 'none')
  fc.assert(fc.property(fc.string(), (text) => void generationOfNotice(text)))
  fc.assert(fc.property(fc.integer(), fc.integer(), (major, minor) => void releaseFacts(major, minor)))
})
