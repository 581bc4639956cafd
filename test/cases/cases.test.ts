import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readCase } from '../../src/cli/case-file.ts'
import type { Verdict } from '../../src/core/types.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'

interface Expected {
  verdict: Verdict
  /** The first cause; none where the host is reachable. */
  first?: string
  /** Its probability is at least this. */
  sure?: number
  /** Must be listed, at whatever rank. */
  among?: string[]
  becauseOf?: string[]
  /** Must be ruled out, with a sentence that fits. */
  ruledOut?: Record<string, RegExp>
  /** Parts of the one command or sentence that comes next. */
  next?: RegExp
  /** A fault of the book this case waits for. */
  todo?: string
}

const AT_ONCE = /turns you away at once/

const EXPECTED: Record<string, Expected> = {
  'incident-2025-11-08': {
    verdict: 'unreachable',
    first: 'host-starved',
    sure: 0.5,
    among: ['memory-exhausted', 'cpu-starved'],
    ruledOut: { 'maxstartups-saturated': AT_ONCE, 'sshd-hung': /agent was lost/ },
    next: /reboot/,
  },
  'incident-2025-11-08-second-host': {
    verdict: 'unreachable',
    first: 'host-starved',
    sure: 0.7,
    among: ['memory-exhausted', 'io-stalled', 'cpu-starved'],
    ruledOut: { 'maxstartups-saturated': AT_ONCE, 'sshd-hung': /agent was lost/ },
    next: /reboot/,
  },
  'ib-vm-27': { verdict: 'unreachable', first: 'maxstartups-saturated', sure: 0.9, becauseOf: ['brute-force'] },
  // What outside cannot tell apart: the name is listed, and the host as a whole comes first.
  'memory-exhausted': {
    verdict: 'unreachable',
    first: 'host-starved',
    sure: 0.7,
    among: ['memory-exhausted'],
    ruledOut: { 'maxstartups-saturated': AT_ONCE, 'sshd-hung': /agent was lost/ },
  },
  'io-stalled': {
    verdict: 'unreachable',
    first: 'host-starved',
    sure: 0.7,
    among: ['io-stalled'],
    ruledOut: { 'maxstartups-saturated': AT_ONCE },
  },
  'disk-full': { verdict: 'reachable' },
  'cpu-starved': { verdict: 'degraded', first: 'cpu-starved', sure: 0.8 },
  'key-file-missing': { verdict: 'unreachable', first: 'key-file-missing', sure: 0.8, next: /-i/ },
  'key-file-too-open': {
    verdict: 'unreachable',
    first: 'key-file-too-open',
    sure: 0.8,
    next: /^chmod 600 \/home\/me\/prod\.pem$/,
  },
  'key-locked': {
    verdict: 'unreachable',
    first: 'key-locked',
    sure: 0.8,
    next: /^ssh-add \/home\/me\/\.ssh\/id_ed25519$/,
  },
  'proxy-command-fails': {
    verdict: 'unreachable',
    first: 'proxy-command-fails',
    sure: 0.6,
  },
  'jump-host-unreachable': {
    verdict: 'unreachable',
    first: 'jump-host-unreachable',
    sure: 0.6,
    next: /203\.0\.113\.99/,
  },
  'control-socket-stale': { verdict: 'unreachable', first: 'control-socket-stale', sure: 0.8, next: /^ssh -O exit/ },
  'host-key-changed': {
    verdict: 'unreachable',
    first: 'host-key-changed',
    sure: 0.8,
    next: /^ssh-keygen -R 203\.0\.113\.7$/,
  },
  'host-key-unknown': { verdict: 'unreachable', first: 'host-key-unknown', sure: 0.8 },
  'ssh-config-unusable': {
    verdict: 'unreachable',
    first: 'ssh-config-unusable',
    sure: 0.8,
  },
  'name-not-found': {
    verdict: 'unreachable',
    first: 'name-not-found',
    sure: 0.8,
  },
  'name-lookup-fails': {
    verdict: 'unreachable',
    first: 'name-lookup-fails',
    sure: 0.8,
  },
}

const here = (name: string): string => new URL(name, import.meta.url).pathname
const names = readdirSync(here('./'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
const schema = JSON.parse(readFileSync(here('../../schema/case.schema.json'), 'utf8')) as object
const isCase = new Ajv2020({ allErrors: true, strict: false }).compile(schema)

test('every golden case has an expectation and a paragraph that says what it is', () => {
  assert.deepEqual(names.toSorted(), Object.keys(EXPECTED).toSorted())
  for (const name of names)
    assert.ok(readFileSync(here(`${name}.md`), 'utf8').trim().length > 80, `${name}.md says too little`)
})

test('golden cases name documentation addresses only', () => {
  for (const name of names) {
    const text = readFileSync(here(`${name}.json`), 'utf8')
    // Version strings have dots too; an address has four numbers and no letter beside them.
    const strangers = [...text.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g)]
      .map(([found]) => found)
      .filter((a) => !a.startsWith('203.0.113.'))
    assert.deepEqual(strangers, [], name)
    const sixes = [...text.matchAll(/(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/g)].map(([found]) => found)
    assert.deepEqual(
      sixes.filter((a) => !a.startsWith('2001:db8:') && !/^\d\d:\d\d:\d\d$/.test(a)),
      [],
      name,
    )
  }
})

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name}: ${expected.first ?? expected.verdict}`, { todo: expected.todo ?? false }, async () => {
    const seen = await readCase(here(`${name}.json`))
    assert.ok(isCase(seen), JSON.stringify(isCase.errors))
    const got = diagnose(seen.facts, seen.target)
    const ranking = got.causes.map((c) => `${c.id} ${c.probability.toFixed(3)}`).join(', ')
    assert.equal(got.causes[0]?.id, expected.first, ranking)
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
