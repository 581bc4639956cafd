import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readIdentitiesAnswer } from './agent-protocol.ts'

const answer = (type: number, keys: number, length = 5) => {
  const bytes = Buffer.alloc(9)
  bytes.writeUInt32BE(length, 0)
  bytes[4] = type
  bytes.writeUInt32BE(keys, 5)
  return bytes
}

test('an answer with keys, without, a failure, and absurd ones', () => {
  assert.deepEqual(readIdentitiesAnswer(answer(12, 3)), { keys: 3 })
  assert.deepEqual(readIdentitiesAnswer(answer(12, 0)), { keys: 0 })
  assert.equal(readIdentitiesAnswer(Buffer.from([0, 0, 0, 1, 5])), 'nonsense')
  assert.equal(readIdentitiesAnswer(answer(12, 2049)), 'nonsense')
  assert.equal(readIdentitiesAnswer(answer(12, 1, 2 ** 31)), 'nonsense')
  assert.equal(readIdentitiesAnswer(answer(12, 1).subarray(0, 8)), 'more')
})

test('any bytes: an answer, or a word; more bytes never undo a verdict', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 32 }), fc.nat(32), (bytes, cut) => {
      const part = readIdentitiesAnswer(bytes.subarray(0, cut))
      if (part !== 'more') assert.deepEqual(readIdentitiesAnswer(bytes), part)
    }),
  )
})
