import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { FACT_TITLES } from '../core/facts/titles.ts'
import type { Probe } from '../core/probe.ts'
import { INSIDE_PROBES } from '../medic/inside-probes.ts'
import { PROBES } from '../medic/probes.ts'
import { forEach, must } from '../../test/do-this.ts'
import { SIGN_BY_ID, SIGNS } from './signs.ts'

/** Where the knowledge meets the questions: nothing is asked that no sign reads, and no sign waits for what nobody asks. */

const here = (path: string): string => new URL(path, import.meta.url).pathname

const files = ['outside', 'client', 'inside'].flatMap((where) =>
  readdirSync(here(`../probes/${where}`))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${where}/${file}`),
)
const probes: { file: string; probe: Probe }[] = []
for (const file of files) {
  const { default: probe } = (await import(`../probes/${file}`)) as { default?: Probe }
  if (probe?.run !== undefined) probes.push({ file: `src/probes/${file}`, probe })
}
const plans = readdirSync(here('../medic/plans'))
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(here(`../medic/plans/${file}`), 'utf8'))
  .join('\n')

test('every probe is one file of its own name, and the medic has it', () => {
  const handed = [...PROBES, ...INSIDE_PROBES]
  forEach(probes, ({ file, probe }) => {
    must(
      file.endsWith(`/${probe.id}.ts`) && probes.filter((one) => one.probe.id === probe.id).length === 1,
      `${file} has the probe ${probe.id}`,
      `make its \`id\` in ${file} that of its file, and one that no other probe has.`,
    )
    must(handed.includes(probe), `the medic does not have ${probe.id}`, 'npm run registries')
  })
  must(handed.length === probes.length, 'the medic has a probe that is no file', 'npm run registries')
})

test('every probe is asked by somebody', () =>
  forEach(probes, ({ file, probe }) =>
    must(
      probe.needs === 'shell' || (probe.decides ?? []).length > 0 || plans.includes(`'${probe.id}'`),
      `nobody asks ${probe.id}`,
      `list in its \`decides\` in ${file} the signs it can decide, so that it is asked where one is worth knowing; or ask it at a moment of its own in src/medic/plans/.`,
    ),
  ))

test('what a probe decides are signs, and they are read from it', () =>
  forEach(probes, ({ file, probe }) => {
    for (const id of probe.decides ?? []) {
      const sign = SIGN_BY_ID.get(id)
      must(
        sign,
        `${probe.id} decides ${id}, which is no sign`,
        `name in its \`decides\` in ${file} a sign of src/knowledge/signs/, or npm run new sign ${id}`,
      )
      must(
        (sign.from as readonly string[]).includes(probe.id),
        `${probe.id} decides ${id}, which reads ${sign.from.join(', ')}`,
        `read it in that sign and add '${probe.id}' to its \`from\`, or take '${id}' off \`decides\` in ${file}.`,
      )
    }
  }))

test('every sign reads facts that some probe has or somebody tells', () => {
  const told = Object.entries(FACT_TITLES).flatMap(([id, { seen }]) => (seen === 'told' ? [id] : []))
  const had = new Set([...probes.map(({ probe }) => probe.id as string), ...told])
  forEach(SIGNS, ({ id, from }) => {
    must(from.length > 0, `the sign ${id} reads no fact`, `list the facts it reads in its \`from\`.`)
    for (const one of from)
      must(
        had.has(one),
        `the sign ${id} reads ${one}, which nobody asks`,
        `npm run new probe inside/${one} (or outside, client)`,
      )
  })
})

test('costs are what they say: seconds, connections, a load of at most one login', () =>
  forEach(probes, ({ file, probe }) => {
    const { seconds, connections, load } = probe.cost
    must(
      seconds > 0 && seconds <= 10 && connections >= 0 && Number.isInteger(connections) && load >= 0 && load <= 1,
      `${probe.id} costs ${JSON.stringify(probe.cost)}`,
      `make its \`cost\` in ${file} up to 10 seconds, a whole number of connections, and a load from 0 to 1.`,
    )
    must(
      probe.asks.endsWith('?'),
      `${probe.id} asks "${probe.asks}"`,
      `make its \`asks\` in ${file} a question of the user.`,
    )
  }))
