import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { filled } from '../../test/words/filled.ts'
import { OF_OPENSSH, OF_OTHERS } from './clients.ts'
import { entryCandidates } from './entry-index.ts'
import { wordsIn } from './line-index.ts'
import { Known } from './openssh/known.ts'
import { ROWS, rowOf } from './openssh/rows.ts'
import { openSshCandidates } from './openssh/table.ts'
import { ENTRIES } from './registry.ts'
import { wordsNeeded } from '../../lab/words-needed.ts'

const ROOT = join(import.meta.dirname, '../..')
const REAL = ['test/cli/pastes.txt', 'test/words/client-lines.tsv', 'bench/words/captures/*'].flatMap((glob) =>
  globSync(join(ROOT, glob)),
)

test('the word that must stand in a line', () => {
  const expect: [RegExp, readonly string[] | undefined][] = [
    [/^Connection closed$/, ['connection']],
    [/Network error: (.{1,100})/, ['error']],
    [/\bNetwork error: /, ['network']],
    [/^(?:kex|ssh) read /, ['read']],
    [/^(?:alpha|beta)$/, ['alpha', 'beta']],
    [/^a?bcd efg /, ['efg']],
    [/^(?:foo )?bar$/, undefined],
    [/^foo\d bar$/, ['bar']],
    [/x|^yes$/, undefined],
    [/^\w+$/, undefined],
    [/^[Hh]ost key for /, ['key']],
    [/^(?!.*no).{1,9}: terminating, \d/, ['terminating']],
  ]
  for (const [pattern, words] of expect) assert.deepEqual(wordsNeeded(pattern), words, String(pattern))
})

test('whatever fits is found, whatever the line', () => {
  const line = fc.oneof(
    ...ENTRIES.map(({ words }) => fc.stringMatching(simple(words)).map((text) => text.slice(0, 1000))),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  fc.assert(
    fc.property(line, (some) => {
      const found = new Set(entryCandidates(wordsIn(some)))
      for (const one of ENTRIES) if (one.words.test(some)) assert.ok(found.has(one), one.id)
    }),
  )
})

test('whatever fits is found in lines that people paste', () => {
  const lines = REAL.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  // Of a capture what differs, not each number and time.
  const texts = new Map(lines.map((line) => [line.replaceAll(/\d+/g, '1'), line.slice(line.indexOf('\t') + 1)]))
  assert.ok(texts.size > 1000)
  for (const text of texts.values()) {
    const found = new Set(entryCandidates(wordsIn(text)))
    for (const one of ENTRIES) if (one.words.test(text)) assert.ok(found.has(one), `${one.id}: ${text}`)
  }
})

test('each message of OpenSSH is found, whatever its holes hold', () => {
  for (const row of ROWS) {
    const { format } = rowOf(row)
    for (const words of [
      ['root', '192.0.2.7'],
      ['Permission denied', 'a: b'],
    ]) {
      const text = filled(format, words)
      const known = new Known(row)
      if (!known.match(text)) continue
      assert.ok(
        openSshCandidates(wordsIn(text)).some((one) => one.row === row),
        text,
      )
    }
  }
})

/** fast-check makes strings of patterns that look at nothing around them. */
function simple(pattern: RegExp): RegExp {
  let source = pattern.source.replaceAll('\\b', '')
  for (let at = source.search(/\(\?<?[!=]/); at >= 0; at = source.search(/\(\?<?[!=]/)) {
    let depth = 0
    let end = at
    do {
      if (source[end] === '\\') end++
      else if (source[end] === '(') depth++
      else if (source[end] === ')') depth--
      end++
    } while (depth > 0)
    source = source.slice(0, at) + source.slice(end)
  }
  return new RegExp(source)
}

test('few patterns have no word to be found by', () => {
  for (const all of [OF_OPENSSH, OF_OTHERS]) {
    const without = all.filter(({ words }) => !wordsNeeded(words)).map(({ id }) => id)
    assert.ok(without.length < 20, without.join())
  }
})
