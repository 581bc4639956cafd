import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Case, FactId, FactSheet } from '../core/types.ts'
import { HEALTHY, HYPOTHESES } from '../knowledge/likelihood.ts'
import { anyFacts } from '../../test/cases/arbitrary-facts.ts'
import { sheet } from '../../test/cases/facts.ts'
import { posterior, readSigns } from './posterior.ts'
import { couldChangeFirst, isClear, isSick, mattersToFirst } from './settled.ts'

const caseFacts = (name: string): FactSheet =>
  (JSON.parse(readFileSync(new URL(`../../test/cases/${name}.json`, import.meta.url), 'utf8')) as Case).facts
const first = (facts: FactSheet) => posterior(readSigns(facts))[0]!.hypothesis.id
const weighed = (id: string, probability: number) => [
  { hypothesis: HYPOTHESES.find((one) => one.id === id)!, probability },
]

describe('clear', () => {
  test('is a disease from 97.5 % on, and health from 85 %: what is left then lets most through', () => {
    assert.equal(isClear(weighed('sshd-hung', 0.975)), true)
    assert.equal(isClear(weighed('sshd-hung', 0.974)), false)
    assert.equal(isClear(weighed(HEALTHY, 0.85)), true)
    assert.equal(isClear(weighed(HEALTHY, 0.84)), false)
    assert.equal(isClear([]), false)
  })

  test('health is no disease', () => {
    assert.equal(isSick(weighed('sshd-hung', 0.5)), true)
    assert.equal(isSick(weighed(HEALTHY, 0.5)), false)
    assert.equal(isSick([]), false)
  })
})

describe('what could put another cause first', () => {
  test('never comes where it was said that it cannot', () => {
    let said = 0
    fc.assert(
      fc.property(anyFacts, fc.nat(), (facts, n) => {
        const ids = Object.keys(facts) as FactId[]
        const id = ids[n % Math.max(1, ids.length)]
        if (id === undefined) return
        const { [id]: answer, ...before } = facts
        if (couldChangeFirst(new Set([id]), before)) return
        said++
        assert.equal(first({ ...before, [id]: answer }), first(before), `${id} was not to matter`)
      }),
      { numRuns: 500 },
    )
    assert.ok(said > 10, `only ${said} tried`)
  })

  test('is nothing where nothing is awaited', () =>
    assert.equal(couldChangeFirst(new Set(), caseFacts('cpu-starved')), false))

  test('is a login, where nobody knows anything yet', () => {
    assert.equal(couldChangeFirst(new Set(['login']), {}), true)
  })

  test('is not the server’s resolver where a key file is missing', () => {
    assert.equal(couldChangeFirst(new Set(['resolver']), caseFacts('key-file-missing')), false)
  })
})

describe('what matters to the first cause', () => {
  test('is what it speaks of itself, though no answer to it would change a thing', () => {
    const facts = caseFacts('key-file-missing')
    assert.equal(mattersToFirst(new Set(['key-files']), facts), true)
    assert.equal(mattersToFirst(new Set(['resolver']), facts), false)
    assert.equal(mattersToFirst(new Set(['resolver', 'key-files']), facts), true)
  })

  test('is the resolver where it is the suspect', () => {
    const late = { servers: [], seconds: 9, outcome: 'timeout' } as const
    const facts = sheet({ resolver: { ...late, servers: [] } })
    assert.equal(mattersToFirst(new Set(['resolver']), facts), true)
  })
})
