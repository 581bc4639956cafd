import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLogind } from './logind.ts'

const PAM = '@pam\n/etc/pam.d/common-session\n'

test('logind answers, hangs, or is not there', () => {
  assert.deepEqual(readLogind(`${PAM}@state\nS\n@unit\nActiveState=active\n@ping\nexit 0\n@took\n10.00 10.02\n`), {
    unit: 'active',
    state: 'S',
    answers: true,
    seconds: 0.02,
    asked: true,
  })
  assert.deepEqual(readLogind(`${PAM}@state\nT\n@unit\nActiveState=active\n@ping\nexit 1\n@took\n10.00 13.01\n`), {
    unit: 'active',
    state: 'T',
    answers: false,
    seconds: 3.01,
    asked: true,
  })
  assert.equal(readLogind('@pam\n@state\n@unit\n@ping\nexit 1\n@took\n1.00 1.01\n'), undefined, 'a server without it')
  assert.equal(readLogind(`${PAM}@state\n@unit\nActiveState=failed\n`)?.unit, 'failed')
})

test('whatever is printed, it is read', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300 }),
      (noise) => void readLogind(`@state\nS\n@took\n${noise}\n@unit\n${noise}`),
    ),
  )
})
