import { idOf } from './unit.ts'
import type { NewFile } from './unit.ts'

const remedy = (id: string): string => `import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: '${id}',
  // WRITE: what it does, as the heading of a plan: a capital, no full stop.
  title: 'Nothing yet',
  // WRITE: the faults it treats, each with how well it fits there, above 0 and at most 1 (src/knowledge/faults).
  treats: {},
  // WRITE: where somebody has to be for it: here, login, server or cloud (src/core/remedy.ts).
  needs: 'server',
  // WRITE: what it may cost: none, undone, lasting or interrupts (src/core/remedy.ts).
  harm: 'none',
  plan() {
    // WRITE: the steps, built from the facts (core/steps.ts); \`{ refuse: 'why this is no remedy here' }\` where a fact has to be known first.
    return [onServer('Nothing is done yet.', ['true'])]
  },
} satisfies Remedy
`

const remedyTest = (id: string): string => `import assert from 'node:assert/strict'
import { test } from 'node:test'
import remedy from './${id}.ts'

// WRITE: the plan for each case it tells apart, with facts of test/cases/facts.ts, and where it refuses.
test('${id} has a plan', () => assert.equal(remedy.plan().length, 1))
`

/** A treatment: what it treats, what it costs, and its steps. */
export function newRemedy(name: string): NewFile[] {
  const id = idOf(name)
  return [
    { path: `src/remedies/${id}.ts`, text: remedy(id) },
    { path: `src/remedies/${id}.test.ts`, text: remedyTest(id) },
  ]
}
