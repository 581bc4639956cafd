import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readConfigRefusal } from './config-refusal.ts'

test('the first sentence that tells, without the noise around it', () => {
  const said =
    'Pseudo-terminal will not be allocated because stdin is not a terminal.\r\n' +
    'Warning: Identity file nope.pem not accessible: No such file or directory.\n' +
    'c: line 1: Bad configuration option: fo\u001bo\nc: terminating, 1 bad configuration options\n'
  assert.equal(readConfigRefusal(said), 'c: line 1: Bad configuration option: fo\\x1bo')
  assert.equal(readConfigRefusal('debug1: Reading\n\n'), undefined)
})

test('any text: one visible line or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const says = readConfigRefusal(text)
      assert.ok(says === undefined || (says !== '' && !/\p{Cc}/u.test(says)))
    }),
  )
})
