import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveLine } from './live-line.ts'

/** What is written to a terminal of so many columns. */
function written(env: Record<string, string>, says: string, terminal = { isTTY: true, columns: 40 }): string[] {
  const out: string[] = []
  const line = liveLine({ ...terminal, write: (text) => out.push(text) }, env)
  line.say(says)
  line.clear()
  return out
}

test('one line, no wider than the terminal, and gone at the end', () => {
  const [line = '', erased] = written({}, `asking ${'x'.repeat(100)}`)
  assert.match(line, /^\r\x1b\[2K0\.0 s {2}asking x+$/)
  assert.equal(line.length, '\r\x1b[2K'.length + 39)
  assert.equal(erased, '\r\x1b[2K')
})

test('a terminal of another encoding gets ASCII, and nothing that commands one', () => {
  assert.match(written({ LC_ALL: 'C' }, 'reading … → “x”')[0]!, /^[\r\x1b\x20-\x7e]*$/)
  assert.match(written({ LC_ALL: 'C.UTF-8' }, 'reading … → “x”')[0]!, /reading … → “x”/)
  assert.doesNotMatch(written({}, 'a\x1b[31mb\x07')[0]!.slice(5), /[\x00-\x1f]/)
})

test('nothing for what is no terminal, or a dumb one', () => {
  assert.deepEqual(written({ TERM: 'dumb' }, 'asking'), [])
  assert.deepEqual(written({}, 'asking', { isTTY: false, columns: 80 }), [])
})
