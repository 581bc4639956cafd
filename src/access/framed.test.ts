import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Framed } from './framed.ts'

const MARK = 'sshmedic-0123456789'

/** A text in pieces, wherever they are cut. */
const pieces = (text: Buffer) =>
  fc.array(fc.nat(text.length), { maxLength: 8 }).map((cuts) => {
    const at = [0, ...cuts.toSorted((a, b) => a - b), text.length]
    return at.slice(1).map((end, i) => text.subarray(at[i], end))
  })

const noise = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => !text.includes(MARK))

test('what stands behind the mark comes out whole, wherever the pieces are cut', () => {
  const whole = fc.tuple(noise, noise).chain(([before, after]) => {
    const text = Buffer.from(`${before}${MARK} 42\n${after}`)
    return fc.tuple(pieces(text), fc.constant(Buffer.from(after)), fc.constant(Buffer.from(before)))
  })
  fc.assert(
    fc.property(whole, ([chunks, after, before]) => {
      const kept = new Framed(4096, MARK)
      const streamed = Buffer.concat(chunks.map((chunk) => Buffer.from(kept.add(chunk, true))))
      assert.deepEqual(streamed, after)
      assert.equal(kept.text(), after.toString('utf8'))
      assert.equal(kept.marked, '42')
      assert.equal(kept.noise, before.toString('utf8'))
    }),
  )
})

test('without its mark all is noise, and of a flood the end is kept', () => {
  const kept = new Framed(100, MARK)
  for (let i = 0; i < 1000; i++) assert.equal(kept.add(Buffer.from(`line ${i}\n`.repeat(50)), true).length, 0)
  assert.equal(kept.marked, undefined)
  assert.equal(kept.text(), '')
  assert.ok(kept.noise.length <= 4096)
  assert.match(kept.noise, /line 999\n$/)
})

test('keeps so many bytes and says that there were more', () => {
  const sizes = fc.record({ most: fc.nat(50), chunks: fc.array(fc.nat(20), { maxLength: 10 }) })
  fc.assert(
    fc.property(sizes, ({ most, chunks }) => {
      const kept = new Framed(most)
      for (const size of chunks) kept.add(Buffer.alloc(size, 'x'), true)
      const total = chunks.reduce((a, b) => a + b, 0)
      assert.equal(kept.text().length, Math.min(most, total))
      assert.equal(kept.cut, total > most)
    }),
  )
})
