import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TOLD_FIELDS } from '../../core/told-fields.ts'
import { SERVER_ENTRIES as ENTRIES } from '../../../test/words/server-entries.ts'

test('ids are unique, and each entry cites where its words stand', () => {
  const ids = ENTRIES.map(({ id }) => id)
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  )
  for (const { id, source } of ENTRIES) assert.match(source, /\d|[/.]\w/, id)
})

test('each entry says one plain sentence', () => {
  for (const { id, says } of ENTRIES) assert.match(says, /^[A-Za-z].{10,200}\.$/, id)
})

test('fields are those that a message may name', () => {
  const fields = new Set<string>(TOLD_FIELDS)
  for (const { id, words } of ENTRIES)
    for (const [, name = ''] of words.source.matchAll(/\(\?<(\w+)>/g)) assert.ok(fields.has(name), `${id}: ${name}`)
})

test('patterns are anchored at both ends and bounded', () => {
  for (const { id, words } of ENTRIES) {
    assert.ok(words.source.startsWith('^') && words.source.endsWith('$'), id)
    assert.equal(words.flags, '', id)
    assert.doesNotMatch(words.source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x'), /[*+]|\{\d+,\}/, id)
  }
})

test('an entry that breaks a step names the step', () => {
  for (const { id, road, step } of ENTRIES) assert.ok(road === undefined || step !== undefined, id)
})

test('only what is graded as bad is called harmless', () => {
  for (const { id, level, harmless } of ENTRIES)
    assert.ok(!harmless || level === 'warning' || level === 'error' || level === 'fatal', id)
})

/** Lines made of the entries' own words, so that patterns come far before they fail. */
const pieces = ENTRIES.flatMap(({ words }) => words.source.split(/[()[\]{}|?*+^$\\]/)).filter((one) => one.length > 3)
const anyLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
  fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', 'a', '1', ':', '[', 'a b '))
    .map(([front, one]) => front + one.repeat(3000)),
)

test('no text makes a pattern fail or take long', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const before = performance.now()
      for (const { words } of ENTRIES) words.test(line)
      assert.ok(performance.now() - before < 1000, line)
    }),
  )
})
