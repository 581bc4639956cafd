import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BothEnds } from './both-ends.ts'

/** Pieces of so many numbered lines each. */
function ends(sizes: readonly number[], line = (n: number) => `${n}\n`) {
  const both = new BothEnds({ size: 2 << 20, lines: 5000 })
  let first = 1
  for (const lines of sizes) {
    const numbers = Array.from({ length: lines }, (_, i) => first + i)
    both.add({ first, text: numbers.map(line).join(''), lines })
    first += lines
  }
  return { ...both.kept(), total: first - 1 }
}

test('what is kept and what is left out are the whole text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9000 })), { maxLength: 9 }),
      (sizes) => {
        const { pieces, leftOut, total } = ends(sizes)
        const numbers = pieces.flatMap(({ text }) => text.split('\n').slice(0, -1).map(Number))
        const { after, lines } = leftOut ?? { after: total, lines: 0 }
        const expected = Array.from({ length: total }, (_, i) => i + 1).filter((n) => n <= after || n > after + lines)
        assert.deepEqual(numbers, expected)
        for (const { first, text, lines } of pieces) {
          assert.equal(Number.parseInt(text, 10), first)
          assert.equal(text.split('\n').length - 1, lines)
        }
        assert.equal(leftOut !== undefined, total > 10_000)
      },
    ),
    { numRuns: 60 },
  )
})

test('long lines count by their size', () => {
  const { pieces, leftOut, total } = ends(
    Array.from({ length: 400 }, () => 1),
    (n) => `${n} ${'x'.repeat(1 << 16)}\n`,
  )
  assert.equal(pieces[0]!.first, 1)
  assert.equal(pieces.at(-1)!.first, total)
  assert.ok(pieces.reduce((sum, { text }) => sum + text.length, 0) < 5 << 20)
  assert.ok(leftOut!.lines > 300)
})
