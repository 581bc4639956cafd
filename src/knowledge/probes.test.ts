import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Probe } from '../core/probe.ts'
import { INSIDE_PROBES } from '../medic/inside-probes.ts'
import { PROBES } from '../medic/probes.ts'
import { SIGN_BY_ID, SIGNS } from './signs.ts'

/** Where the knowledge meets the questions: nothing is asked that no sign reads, and no sign waits for what nobody asks. */

const here = (path: string): string => new URL(path, import.meta.url).pathname

/** Pasted or told; no probe has them. */
const HEARD = ['client-text', 'management-agent', 'workloads']

const files = ['outside', 'client', 'inside'].flatMap((where) =>
  readdirSync(here(`../probes/${where}`))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${where}/${file}`),
)
const probes: { file: string; probe: Probe }[] = []
for (const file of files) {
  const { default: probe } = (await import(`../probes/${file}`)) as { default?: Probe }
  if (probe?.run !== undefined) probes.push({ file, probe })
}

test('every probe is one file of its own name, and the medic has it', () => {
  const handed = [...PROBES, ...INSIDE_PROBES]
  assert.ok(probes.length >= 18)
  for (const { file, probe } of probes) {
    assert.ok(file.endsWith(`/${probe.id}.ts`), `${file} has the probe ${probe.id}`)
    assert.ok(handed.includes(probe), `nobody can ask ${probe.id}; do this: npm run registries`)
  }
  assert.equal(new Set(probes.map(({ probe }) => probe.id)).size, probes.length)
  assert.equal(handed.length, probes.length, 'the registries have nothing that is no file')
})

test('what a probe decides are signs, and they are read from it', () => {
  for (const { probe } of probes)
    for (const id of probe.decides ?? []) {
      const sign = SIGN_BY_ID.get(id)
      assert.ok(sign, `${probe.id} decides ${id}, which is no sign`)
      assert.ok(
        (sign.from as readonly string[]).includes(probe.id),
        `${probe.id} decides ${id}, which reads ${sign.from.join(', ')}`,
      )
    }
})

test('every sign reads facts that some probe has or somebody tells', () => {
  const had = new Set([...probes.map(({ probe }) => probe.id as string), ...HEARD])
  for (const sign of SIGNS) {
    assert.ok(sign.from.length > 0, sign.id)
    for (const id of sign.from) assert.ok(had.has(id), `${sign.id} reads ${id}, which nobody asks`)
  }
})

test('costs are what they say: seconds, connections, a load of at most one login', () => {
  for (const { probe } of probes) {
    const { seconds, connections, load } = probe.cost
    assert.ok(
      seconds > 0 && seconds <= 10 && connections >= 0 && Number.isInteger(connections) && load >= 0 && load <= 1,
      probe.id,
    )
    assert.match(probe.asks, /\?$/, probe.id)
  }
})
