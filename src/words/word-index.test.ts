import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CLIENT_ENTRIES, OF_OPENSSH, OF_OTHERS } from './clients.ts'
import { indexByWord, wordsNeeded } from './word-index.ts'

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
  const all = CLIENT_ENTRIES
  const candidates = indexByWord(all, ({ words }) => words)
  const line = fc.oneof(
    ...all.map(({ words }) => fc.stringMatching(simple(words)).map((text) => text.slice(0, 1000))),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  fc.assert(
    fc.property(line, (some) => {
      const found = new Set(candidates(some))
      for (const one of all) if (one.words.test(some)) assert.ok(found.has(one), one.id)
    }),
  )
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
