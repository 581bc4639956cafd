import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillHas } from './removed-algorithms.ts'

test('DSA left with 10.0, RC4 and Blowfish with 7.6; what is not known to have left is there', () => {
  assert.equal(stillHas({ major: 9, minor: 9 }, 'ssh-dss'), true)
  assert.equal(stillHas({ major: 10, minor: 0 }, 'ssh-dss'), false)
  assert.equal(stillHas({ major: 7, minor: 5 }, 'arcfour128'), true)
  assert.equal(stillHas({ major: 7, minor: 6 }, 'blowfish-cbc'), false)
  assert.equal(stillHas({ major: 10, minor: 5 }, 'ssh-rsa'), true)
})
