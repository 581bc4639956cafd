import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults as broken } from '../../lab/faults/index.ts'
import { FAULT_BY_ID } from './faults.ts'
import { PARTINGS } from './partings.ts'

const parts = (a: string, b: string): boolean =>
  PARTINGS.some(({ between }) => between.includes(a) && between.includes(b))

test('a parting names faults of the book, at least two, each once', () => {
  for (const { between, says } of PARTINGS) {
    assert.ok(
      between.length >= 2 && new Set(between).size === between.length,
      `the parting "${says}" tells ${between.join(', ')} apart. Do this: name two or more faults in its \`between\` in src/knowledge/partings.ts, each once.`,
    )
    for (const id of between)
      assert.ok(
        FAULT_BY_ID.has(id),
        `the parting "${says}" names ${id}, which is no fault. Do this: correct the id in src/knowledge/partings.ts.`,
      )
  }
})

test('a parting is a clause that stands behind "To be surer:", with its reason', () => {
  for (const { says } of PARTINGS)
    assert.match(
      says,
      /^[a-z][^.!?]{30,}[^.!?\s]$/,
      `"${says}" is no such clause. Do this: in src/knowledge/partings.ts say in one clause, without a capital and a full stop, what to do and what the answer means.`,
    )
})

test('any two faults that look the same from outside have a test that tells them apart', () => {
  const bare = broken.flatMap(({ id, alsoRight }) =>
    Object.keys(alsoRight ?? {})
      .filter((other) => !parts(id, other))
      .map((other) => `${id} and ${other}`),
  )
  assert.deepEqual(
    bare,
    [],
    `lab/faults says that ${bare.join('; ')} look the same from outside, and nothing would tell them apart. Do this: add a parting with both ids to src/knowledge/partings.ts, or put them into the \`between\` of one whose words fit.`,
  )
})
