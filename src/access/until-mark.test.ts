import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { UntilMark } from './until-mark.ts'

test('whatever the chunks, what stands before the mark is kept and the word behind it is read', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some)),
    fc.constantFrom('\n', '\nmark', '\nmark ', 'mark 0\n', '\n\nmark', ' mark').map((text) => Buffer.from(text)),
  )
  fc.assert(
    fc.property(
      fc.array(bytes, { maxLength: 5 }),
      fc.nat(255),
      fc.array(fc.nat(200), { maxLength: 6 }),
      (parts, code, cuts) => {
        const before = Buffer.concat(parts)
        const whole = Buffer.concat([before, Buffer.from(`\nmark-7 ${code}\nmore`)])
        // A stream that has the mark by itself ends there: marks are random.
        fc.pre(before.indexOf('\nmark-7 ') < 0)
        const seen = new UntilMark('mark-7', 1000)
        const ends = [...new Set(cuts.map((cut) => Math.min(cut, whole.length)))].toSorted((a, b) => a - b)
        for (const [i, end] of [...ends, whole.length].entries()) seen.add(whole.subarray(ends[i - 1] ?? 0, end))
        assert.equal(seen.marked, String(code))
        assert.equal(seen.text(), before.toString('utf8'))
        assert.equal(seen.cut, false)
      },
    ),
  )
})

test('of too much the beginning is kept, and without a mark all there is', () => {
  const most = new UntilMark('m', 4)
  most.add(Buffer.from('abcdefgh\nm 0\n'))
  assert.deepEqual([most.text(), most.cut, most.marked], ['abcd', true, '0'])
  const open = new UntilMark('m', 100)
  open.add(Buffer.from('abc\nm'))
  assert.deepEqual([open.text(), open.marked], ['abc\nm', undefined])
})
