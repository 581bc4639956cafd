import { strict as assert } from 'node:assert'
import { suite, test } from 'node:test'
import { TOLD_FIELDS } from '../../src/core/told-fields.ts'
import { wordsIn } from '../../src/words/line-index.ts'
import { AREA_FILES } from '../../src/words/openssh/areas.ts'
import { keyOf, partsOf } from '../../src/words/openssh/format.ts'
import { openSshCandidates } from '../../src/words/openssh/table.ts'
import { readTemplate, wordingsOf } from '../../src/words/openssh/note.ts'
import { NOTES } from '../../src/words/openssh/notes/index.ts'
import { originOf, ROWS, rowOf } from '../../src/words/openssh/rows.ts'

const HOLES = /\{[a-z]*\}/g
const inFunction = (key: string): string => key.replace(/^[a-z]\w*: /, '%: ')

const KEYS = new Set(ROWS.map((row) => keyOf(partsOf(rowOf(row).format))))
const fields: ReadonlySet<string> = new Set(TOLD_FIELDS)

suite('what is written about a message belongs to one that OpenSSH prints', () => {
  const seen = new Set<string>()
  for (const note of NOTES)
    for (const template of wordingsOf(note))
      test(template, () => {
        const { key, names } = readTemplate(template)
        for (const name of names) assert.ok(name === undefined || fields.has(name), `{${name}} is not a field`)
        const own = `${note.narrow ? 'narrow ' : ''}${key}`
        assert.ok(!seen.has(own), 'it is described twice')
        seen.add(own)
        if (note.narrow) {
          const sample = template.replaceAll(HOLES, '1')
          assert.ok(
            openSshCandidates(wordsIn(sample)).some(
              (known) => KEYS.has(keyOf(partsOf(rowOf(known.row).format))) && known.match(sample),
            ),
            'no message has a hole that holds it; do this: write it into lab/messages-more.tsv',
          )
        } else
          assert.ok(
            KEYS.has(key) || KEYS.has(inFunction(key)),
            'no message has these words; do this: look for them in src/words/openssh/messages.json',
          )
      })
})

suite('the table of messages', () => {
  test('somebody has described everything that is printed at INFO and VERBOSE', () => {
    const described = new Set(
      NOTES.flatMap((note) =>
        wordingsOf(note).flatMap((template) => [readTemplate(template).key, inFunction(readTemplate(template).key)]),
      ),
    )
    const left = ROWS.filter((row) => /[iv]/.test(rowOf(row).levels))
      .map((row) => keyOf(partsOf(rowOf(row).format)))
      .filter((key) => /[a-z]/.test(key) && !described.has(key))
    assert.deepEqual(left, [])
  })

  test('each id stands once', () => {
    const ids = ROWS.map((row) => originOf(row).id)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z\d]+(?:-[a-z\d]+)*$/)
  })

  test('each source file has a step and words for what is done in it', () => {
    for (const row of ROWS) for (const file of originOf(row).files) assert.ok(AREA_FILES.has(file), file)
  })

  test('each sentence is one', () => {
    for (const { says } of NOTES) assert.match(says, /^[A-Za-z].{8,220}\.$/)
  })
})
