import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { padEnd, SINGLE, width, wrap } from './width.ts'

test('columns as terminals count them', () => {
  const widths = { '': 0, abc: 3, é: 1, 'e\u0301': 1, 漢字: 4, '👩‍🚒': 2, '🇩🇪': 2, ｗ: 2, '✓': 1, '—': 1 }
  for (const [text, columns] of Object.entries(widths)) assert.equal(width(text), columns, text)
  assert.equal(padEnd('漢', 4), '漢  ')
})

test('what is taken for one column without a look is one by the look', () => {
  for (let code = 0x20; code < 0x3000; code++) {
    const sign = String.fromCharCode(code)
    // A wide character in front makes the whole text be looked at.
    if (SINGLE.test(sign)) assert.equal(width(`漢${sign}`), 3, code.toString(16))
  }
  assert.equal(width('ab\u0301'), 2)
})

test('breaks between words, and within a word only where it must', () => {
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three'])
  assert.deepEqual(wrap('a longerword b', 6), ['a', 'longer', 'word b'])
  assert.deepEqual(wrap('漢字漢字', 5), ['漢字', '漢字'])
  assert.deepEqual(wrap('', 5), [''])
})

test('loses nothing and never exceeds the columns', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
      const lines = wrap(text, columns)
      for (const line of lines) assert.ok(width(line) <= columns, line)
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
    }),
  )
})
