// What people paste: other clients, wrappers, other languages, server logs. Each names the faults of which one must lead; decided from
// openssh.md and the programs' own sources, by hand, before the program was asked.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { evidenceIn } from '../../src/cli/verbs/explain/evidence.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { FAULT_BY_ID } from '../../src/knowledge/faults.ts'

const pastes = readFileSync(new URL('pastes.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const [head = '', ...lines] = part.split('\n')
    const [name = '', ids = ''] = head.split(': ')
    return { name, first: ids.split(' '), text: lines.join('\n').trimEnd() }
  })

test('there are many of them, and what they name exists', () => {
  assert.ok(pastes.length >= 200, `${pastes.length}`)
  for (const { name, first } of pastes)
    assert.ok(
      first.some((id) => FAULT_BY_ID.has(id)),
      name,
    )
})

for (const { name, first, text } of pastes) {
  test(name, () => {
    for (const spelled of [text, text.replaceAll('\n', '\r\n')]) {
      const { facts } = evidenceIn(spelled, '2026-01-01T00:00:00Z')
      assert.notDeepEqual(Object.keys(facts), [], 'nothing is known from it')
      const { causes } = diagnose(facts)
      assert.ok(
        first.includes(causes[0]?.id ?? ''),
        causes
          .slice(0, 5)
          .map((c) => `${c.id} ${c.probability.toFixed(3)}`)
          .join(', '),
      )
    }
  })
}
