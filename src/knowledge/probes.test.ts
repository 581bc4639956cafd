import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Probe } from '../core/probe.ts'
import { TESTS } from '../medic/probes.ts'
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

test('every probe is one file of its own name, and the medic asks it', () => {
  const medic = ['examine', 'inside-probes'].map((file) => readFileSync(here(`../medic/${file}.ts`), 'utf8')).join('')
  assert.ok(probes.length >= 18)
  for (const { file, probe } of probes) {
    assert.ok(file.endsWith(`/${probe.id}.ts`), `${file} has the probe ${probe.id}`)
    assert.ok(
      TESTS.includes(probe) || medic.includes(`/probes/${file}'`),
      `nobody asks ${probe.id}: neither examine.ts nor probes.ts nor inside-probes.ts has it`,
    )
  }
  assert.equal(new Set(probes.map(({ probe }) => probe.id)).size, probes.length)
  for (const probe of TESTS)
    assert.ok(
      probes.some((p) => p.probe === probe),
      probe.id,
    )
})

test('what a probe decides are signs, and one that is chosen by its worth decides one', () => {
  for (const { probe } of probes)
    for (const id of probe.decides) assert.ok(SIGN_BY_ID.has(id), `${probe.id} decides ${id}, which is no sign`)
  for (const probe of TESTS) assert.ok(probe.decides.length > 0, `${probe.id} would never be worth asking`)
})

test('a sign that a probe decides is read from that probe', () => {
  for (const { probe } of probes) {
    for (const id of probe.decides) {
      const sign = SIGN_BY_ID.get(id)
      const from = sign?.from as readonly string[] | undefined
      if (!from) continue
      // Behind an unconfirmed host key the same signs are read from the second login.
      assert.ok(
        from.includes(probe.id) || (probe.id === 'login-beyond-host-key' && from.includes('login')),
        `${probe.id} decides ${id}, which reads ${from.join(', ')}`,
      )
    }
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
