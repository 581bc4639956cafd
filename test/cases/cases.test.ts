import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readCase } from '../../src/cli/case-file.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { forEach, must } from '../do-this.ts'
import type { Expected } from './expected.ts'

const here = (name: string): string => new URL(name, import.meta.url).pathname
const names = readdirSync(here('./'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
const schema = JSON.parse(readFileSync(here('../../schema/case.schema.json'), 'utf8')) as object
const isCase = new Ajv2020({ allErrors: true, strict: false }).compile(schema)

test('every golden case has an expectation and a paragraph that says what it is', () => {
  forEach(names, (name) => {
    must(
      existsSync(here(`${name}.expected.ts`)),
      `test/cases/${name}.json has no expectation`,
      `write test/cases/${name}.expected.ts like its neighbours: the verdict, the first cause, how sure.`,
    )
    const paragraph = existsSync(here(`${name}.md`)) ? readFileSync(here(`${name}.md`), 'utf8').trim() : ''
    must(
      paragraph.length > 80,
      `test/cases/${name}.md says too little, or is not there`,
      `write there in two or three sentences what happened on that machine and what is seen of it from outside.`,
    )
  })
  const bare = readdirSync(here('./')).filter((file) => file.endsWith('.expected.ts'))
  forEach(bare, (file) =>
    must(
      names.includes(file.replace('.expected.ts', '')),
      `test/cases/${file} expects something of a case that is not there`,
      `save that case (sshmedic --save FILE …) and move it to test/cases/${file.replace('.expected.ts', '.json')}, or remove the expectation.`,
    ),
  )
})

test('golden cases name documentation addresses only', () => {
  const machines = readdirSync(here('machines')).filter((file) => file.endsWith('.json'))
  forEach([...names.map((one) => `${one}.json`), ...machines.map((file) => `machines/${file}`)], (file) => {
    const text = readFileSync(here(file), 'utf8')
    // Version strings have dots too; an address has four numbers and no letter beside them.
    const fours = [...text.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g)].map(([found]) => found)
    const sixes = [...text.matchAll(/(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/g)].map(([found]) => found)
    const strangers = [
      ...fours.filter((a) => !/^(?:203\.0\.113|192\.0\.2|127\.0\.[01]|0\.0\.0)\./.test(a)),
      ...sixes.filter((a) => !a.startsWith('2001:db8:') && !/^\d+(?::\d*){2}$/.test(a)),
    ]
    must(
      strangers.length === 0,
      `test/cases/${file} names the real addresses ${[...new Set(strangers)].join(', ')}`,
      `replace them there by addresses of 203.0.113.0/24 or 2001:db8::/32, each by the same one everywhere.`,
    )
  })
})

for (const name of names.filter((one) => existsSync(here(`${one}.expected.ts`)))) {
  const { default: expected } = (await import(`./${name}.expected.ts`)) as { default: Expected }
  test(`${name}: ${expected.first ?? expected.verdict}`, { todo: expected.todo ?? false }, async () => {
    const seen = await readCase(here(`${name}.json`))
    assert.ok(isCase(seen), JSON.stringify(isCase.errors))
    const got = diagnose(seen.facts, seen.target)
    const ranking = got.causes.map((c) => `${c.id} ${c.probability.toFixed(3)}`).join(', ')
    must(
      got.causes[0]?.id === expected.first,
      `test/cases/${name}.json reads as ${ranking || got.verdict}, and not as ${expected.first ?? expected.verdict}`,
      `look at what the signs read there (sshmedic --from test/cases/${name}.json), and give ${expected.first ?? 'the fault'} its rows in \`likelihood\`; or correct test/cases/${name}.expected.ts.`,
    )
    assert.equal(got.verdict, expected.verdict, ranking)
    if (expected.sure !== undefined) assert.ok(got.causes[0]!.probability >= expected.sure, ranking)
    for (const id of expected.among ?? [])
      assert.ok(
        got.causes.some((c) => c.id === id),
        `${id} is missing in ${ranking}`,
      )
    for (const id of expected.becauseOf ?? [])
      assert.ok(
        got.causes[0]!.becauseOf.some((c) => c.id === id),
        `${id} is not named as the cause behind`,
      )
    for (const [id, sentence] of Object.entries(expected.ruledOut ?? {})) {
      const out = got.ruledOut.find((r) => r.id === id)
      assert.ok(out, `${id} is not ruled out: ${JSON.stringify(got.signs)}`)
      assert.match(out.says, sentence)
    }
    if (expected.next) assert.match(got.next?.command ?? got.next?.says ?? '', expected.next)
  })
}
