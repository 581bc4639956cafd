import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { FACT_TITLES } from '../core/facts/titles.ts'
import type { Probe } from '../core/probe.ts'
import { INSIDE_PROBES } from './inside-probes.ts'

test('every fact from within has its probe, and none is asked twice', () => {
  const ids = Object.entries(FACT_TITLES)
    .filter(([, { seen }]) => seen === 'inside')
    .map(([id]) => id)
  assert.ok(ids.length >= 25)
  const asked = INSIDE_PROBES.map(({ id }) => id as string)
  assert.deepEqual(asked.toSorted(), ids.toSorted())
})

test('every probe of probes/inside is asked, and needs a way in', async () => {
  const folder = new URL('../probes/inside/', import.meta.url)
  for (const file of readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name))) {
    const { default: probe } = (await import(new URL(file, folder).href)) as { default?: Probe }
    if (probe?.run === undefined) continue
    assert.ok(INSIDE_PROBES.includes(probe), `nobody asks ${file}; do this: npm run registries`)
    assert.equal(`${probe.id}.ts`, file)
    assert.equal(probe.needs, 'shell', file)
    assert.equal(probe.cost.connections, 0, `${file}: a question from within costs no connection`)
  }
})

test('a question that reads the answer to another is asked after it', () => {
  const byId = new Map(INSIDE_PROBES.map((probe) => [probe.id as string, probe]))
  for (const { id, buildsOn = [], afterLogin } of INSIDE_PROBES) {
    const source = readFileSync(new URL(`../probes/inside/${id}.ts`, import.meta.url), 'utf8')
    const read = [...source.matchAll(/known\((?:context\.)?facts, '([a-z-]+)'\)(?! \?\?)/g)].map(([, one]) => one!)
    for (const one of read) {
      const other = byId.get(one)
      // Who we are is asked before everything, and early ones before all but the log, which comes when the login is over.
      if (!other || one === 'inside-session' || one === id || (other.early && !afterLogin)) continue
      assert.ok(buildsOn.includes(other.id), `${id} reads ${one}; do this: name it in its buildsOn`)
    }
  }
})
