import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeJson } from './json.ts'
import { jsonPieces } from './json-pieces.ts'

const written = (value: object) => [...jsonPieces(value)].join('')

test('without a long list the pieces together are what safeJson writes', () => {
  const value = fc.oneof(fc.object({ withNullPrototype: false, maxDepth: 7 }), fc.array(fc.object(), { maxLength: 5 }))
  fc.assert(fc.property(value, (each) => assert.equal(written(each), safeJson(each))))
})

test('a long list has one element a line, at any depth, and reads as the same', () => {
  const entry = fc.record({ name: fc.string({ unit: 'binary' }), users: fc.array(fc.string({ unit: 'grapheme' })) })
  const list = fc.array(entry, { minLength: 65, maxLength: 150, size: 'max' })
  fc.assert(
    fc.property(list, fc.integer({ min: 0, max: 8 }), (entries, depth) => {
      let value: object = entries
      for (let i = 0; i < depth; i++) value = i % 2 ? [1, value, undefined] : { a: undefined, b: value, c: [], d: {} }
      const text = written(value)
      assert.deepEqual(JSON.parse(text), JSON.parse(safeJson(value)))
      assert.equal(text.split('\n').filter((line) => line.trimStart().startsWith('{"name":')).length, entries.length)
      assert.doesNotMatch(text, /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
    }),
    { numRuns: 15 },
  )
})

test('no piece is a whole long document', () => {
  const value = {
    list: Array.from({ length: 20_000 }, (_, i) => ({ address: `192.0.2.${i}`, users: ['root', 'é\u202e'] })),
  }
  const pieces = [...jsonPieces(value)]
  assert.ok(pieces.length > 10)
  assert.ok(pieces.every(({ length }) => length < 200_000))
  assert.deepEqual(JSON.parse(pieces.join('')), value)
})
