import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { piecesOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

async function* of(...chunks: string[]): AsyncIterable<string> {
  yield* chunks
}

async function all(chunks: AsyncIterable<string>): Promise<Piece[]> {
  const pieces: Piece[] = []
  for await (const piece of piecesOf(chunks)) pieces.push(piece)
  return pieces
}

test('whatever the chunks, the pieces are the text in whole lines, numbered', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', 'ü') }), { maxLength: 20 }),
      async (chunks) => {
        const text = chunks.join('')
        const pieces = await all(of(...chunks))
        const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`
        assert.equal(pieces.map((piece) => piece.text).join(''), whole)
        let next = 1
        for (const { first, text, lines } of pieces) {
          assert.equal(first, next)
          assert.equal(lines, text.split('\n').length - 1)
          next += lines
        }
      },
    ),
  ))

test('a long text comes in several pieces', async () => {
  const chunk = 'a line\n'.repeat(10_000)
  const pieces = await all(of(chunk, chunk, chunk, chunk, chunk))
  assert.ok(pieces.length >= 2)
  assert.equal(
    pieces.reduce((sum, { lines }) => sum + lines, 0),
    50_000,
  )
})

test('of a line that never ends a megabyte is kept, and the numbers behind it are right', async () => {
  const long = Array.from({ length: 64 }, () => 'x'.repeat(1 << 16))
  const pieces = await all(of('first\n', ...long, 'y\nlast'))
  const lines = pieces.flatMap(({ text }) => text.split('\n').slice(0, -1))
  assert.deepEqual(
    lines.map((line) => line.length),
    [5, 1 << 20, 4],
  )
  assert.equal(lines[2], 'last')
})

test('whole lines are told while the writer is slow', async () => {
  let more: (() => void) | undefined
  async function* slow(): AsyncIterable<string> {
    yield 'now\nlat'
    await new Promise<void>((resolve) => (more = resolve))
    yield 'er\n'
  }
  const pieces = piecesOf(slow())[Symbol.asyncIterator]()
  assert.deepEqual((await pieces.next()).value, { first: 1, text: 'now\n', lines: 1 })
  more!()
  assert.deepEqual((await pieces.next()).value, { first: 2, text: 'later\n', lines: 1 })
  assert.equal((await pieces.next()).done, true)
})

test('what breaks while it is read is thrown, behind what came before', async () => {
  async function* breaking(): AsyncIterable<string> {
    yield 'a\n'
    throw new Error('broken')
  }
  await assert.rejects(all(breaking()), /broken/)
})
