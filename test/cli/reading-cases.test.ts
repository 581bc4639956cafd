// --from: any file somebody may have at hand ends in a diagnosis or in a sentence that says what is wrong with it.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { CaseFileError, readCase } from '../../src/cli/case-file.ts'
import { render } from '../../src/cli/render.ts'
import { nasty } from '../report/arbitraries.ts'
import { SAMPLES } from '../report/fixtures.ts'
import { assertEnded, assertInert, assertSentence, documentOf } from './expect.ts'
import { AN_SSHD, closesAtOnce, says, saysAndCloses, withPeer } from './peers.ts'
import { closedPort, Home, PROGRAM } from './program.ts'

const home = new Home()
const isRoot = process.getuid?.() === 0
const NOBODY = 65534
/** Of the live ones the first is that of a closed port. */
const real: string[] = []
let printed = ''

before(async () => {
  const file = (name: string) => join(home.folder, `${name}.json`)
  const keep = async (name: string, port: number) => {
    assertEnded(await home.run(['--save', file(name), ...home.ssh(port), 'alice@127.0.0.1']), 1, 3)
    return readFileSync(file(name), 'utf8')
  }
  const live = await Promise.all([
    closedPort().then((port) => keep('refused', port)),
    withPeer(says(AN_SSHD), ({ port }) => keep('stalls', port)),
    withPeer(closesAtOnce, ({ port }) => keep('closes', port)),
    withPeer(saysAndCloses('Exceeded MaxStartups\r\n'), ({ port }) => keep('full', port)),
  ])
  real.push(...live, ...Object.values(SAMPLES).map(({ case_ }) => JSON.stringify(case_)))
  printed = (await home.run(['--json', '--from', file('refused')])).stdout
})

const write = (name: string, content: string | Uint8Array): string => {
  const file = join(home.folder, name)
  writeFileSync(file, content)
  return file
}

describe('--from', { concurrency: 4 }, () => {
  const refused: [name: string, content: (case_: string, printed: string) => string | Uint8Array, says: RegExp][] = [
    ['an empty file', () => '', /is empty/],
    ['white space', () => ' \n\t\n', /is empty/],
    ['a file cut off in the middle', (case_) => case_.slice(0, case_.length / 2), /is cut off/],
    ['a file cut off by one byte', (case_) => case_.trimEnd().slice(0, -1), /is cut off/],
    ['JSON of something else', () => '{"name": "sshmedic", "version": "0.1.0"}', /lacks "kind"/],
    ['JSON that is no object', () => '[1, 2]', /lacks "kind"/],
    ['null', () => 'null', /lacks "kind"/],
    ['what --json printed', (_, printed) => printed, /--json instead of --save/],
    [
      'a case of a later schema',
      (case_) => case_.replace(/"schema": ?2/, '"schema": 99'),
      /its schema is 99 and this version reads 1/,
    ],
    ['a case without a schema', (case_) => case_.replace(/"schema": ?2,/, ''), /its schema is missing/],
    [
      'a schema that is a long hostile text',
      (case_) => case_.replace(/"schema": ?2/, `"schema": "\\u001b[31m${'x'.repeat(9000)}"`),
      /its schema is/,
    ],
    ['10 MB of junk', () => Buffer.alloc(10_000_000, 0xa7), /it is not JSON/],
    ['10 MB of brackets', () => '['.repeat(10_000_000), /is not a saved case/],
    ['a program', () => readFileSync(process.execPath).subarray(0, 1_000_000), /it is not JSON/],
    ['a fact that is no fact', (case_) => with_(case_, 'contact', 5), /"facts.contact" must /],
    [
      'a fact with neither value nor reason',
      (case_) => with_(case_, 'contact', { at: '', seen: 'network', via: '' }),
      /"facts.contact" must have required property/,
    ],
    [
      'a fact wrong deep inside',
      (case_) => with_(case_, 'route', { at: '', seen: 'network', via: '', value: { address: {}, says: '' } }),
      /"facts.route.value.address" must be string/,
    ],
    ['a fact of a later release that is none', (case_) => with_(case_, 'weather', 'rain'), /"facts.weather" must /],
    [
      'a key that means something to JavaScript',
      (case_) => case_.replace('"facts": {', '"facts": { "__proto__": { "polluted": 1 },'),
      /not a key of a case/,
    ],
  ]
  for (const [i, [name, make, pattern]] of refused.entries()) {
    test(`${name} is a sentence and exit code 2`, async () => {
      const ran = await home.run(['--from', write(`wrong-${i}`, make(real[0]!, printed))])
      assertEnded(ran, 2)
      assert.equal(ran.stdout, '')
      assertSentence(ran, pattern)
      assert.ok(ran.stderr.length < 1500, 'a sentence, not the file')
    })
  }

  test('no file, a folder, a file one may not read, a device without end', async () => {
    const folder = join(home.folder, 'a-folder')
    mkdirSync(folder)
    const secret = write('secret', '{}')
    chmodSync(secret, 0)
    chmodSync(home.folder, 0o755)
    const files: [string, RegExp][] = [
      [join(home.folder, 'absent'), /no such file/],
      [join(home.folder, 'absent\x1b[31m\u202e'), /no such file/],
      [folder, /it is a folder/],
      [secret, /you may not/],
    ]
    if (existsSync('/dev/zero')) files.push(['/dev/zero', /too large/])
    for (const [file, pattern] of files) {
      const ran = await home.run(['--from', file], isRoot ? { uid: NOBODY } : {})
      assertEnded(ran, 2)
      assertSentence(ran, pattern)
    }
  })

  test('a case from stdin, by either name, with a byte order mark, and with keys of a later release', async () => {
    const newer = with_(real[0]!, 'weather', {
      at: '',
      seen: 'network',
      via: 'x',
      value: { sky: ['grey', { deep: '\x1b[31m' }] },
    })
    for (const [args, stdin] of [
      [['--from', '/dev/stdin'], real[0]!],
      [['--from', '-'], real[0]!],
      [['--from', '-'], '\uFEFF' + real[0]!],
      [['--from', '-'], real[0]!.replace('{', '{ "later": true,')],
      [['--from', '-'], newer],
      [['--from', '-', '--markdown'], newer],
      [['--from', '-', '--html'], newer],
    ] as const) {
      const ran = await home.run(args, { stdin })
      assertEnded(ran, 1)
      assert.equal(ran.stderr, '')
      assert.match(ran.stdout, /nothing-listens/)
      assertInert(ran.stdoutBytes, args.join(' '))
    }
  })

  test('a slow pipe is waited for', async () => {
    const script = 'f=$1; shift; (head -c 300 "$f"; sleep 0.5; tail -c +301 "$f") | "$@"'
    const argv = ['sh', '-c', script, 'sh', join(home.folder, 'refused.json'), process.execPath, PROGRAM]
    const ran = await home.run(['--json', '--from', '-'], { argv })
    assertEnded(ran, 1)
    documentOf(ran)
  })
})

/** The case with one fact put in. */
function with_(case_: string, id: string, fact: unknown): string {
  const value = JSON.parse(case_) as { facts: Record<string, unknown> }
  return JSON.stringify({ ...value, facts: { ...value.facts, [id]: fact } })
}

type Place = { holder: Record<string, unknown>; key: string }

/** Every place in a value where something else could stand. */
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])])
}

const JUNK = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    [],
    {},
    -1,
    0.5,
    1e308,
    '\x1b[31m',
    '\u202e',
    'constructor',
    [[]],
    [{}],
    true,
  ),
)
/** What a stranger may write without breaking the shape. */
const TEXT = fc.oneof(
  nasty,
  fc.constantFrom('x'.repeat(100_000), '%s{host}$(x)`x`', 'SSH-2.0-\x1b[31m', '\n'.repeat(50)),
)
const NUMBER = fc.oneof(fc.nat(), fc.constantFrom(0, 1e-9, 1e308, Number.MAX_SAFE_INTEGER))
const MUTATION = fc.record({ place: fc.nat(), keepsShape: fc.boolean(), junk: JUNK, text: TEXT, number: NUMBER })
const MUTATIONS = fc.array(MUTATION, { minLength: 1, maxLength: 4 })

/** Something else at one place of a value: another text or number there, or anything at all. */
function mutate(
  value: unknown,
  { place, keepsShape, junk, text, number }: typeof MUTATION extends fc.Arbitrary<infer M> ? M : never,
): void {
  const places = placesOf(value).filter(
    ({ holder, key }) => !keepsShape || ['string', 'number'].includes(typeof holder[key]),
  )
  const { holder, key } = places[place % places.length] ?? {}
  if (!holder || key === undefined) return
  if (keepsShape) holder[key] = typeof holder[key] === 'string' ? text : number
  else if (junk === undefined) delete holder[key]
  else holder[key] = junk
}

test('a real case with anything changed in it is refused with a sentence or diagnosed, never more', async () => {
  const file = join(home.folder, 'mutated.json')
  const tally = { refused: 0, diagnosed: 0 }
  await fc.assert(
    fc.asyncProperty(fc.nat(), MUTATIONS, async (which, mutations) => {
      const value = JSON.parse(real[which % real.length]!) as Record<string, unknown>
      for (const mutation of mutations) mutate(value, mutation)
      writeFileSync(file, JSON.stringify(value))
      let read
      try {
        read = await readCase(file)
      } catch (error) {
        assert.ok(error instanceof CaseFileError, String(error instanceof Error ? error.stack : error))
        tally.refused++
        return
      }
      tally.diagnosed++
      const diagnosis = diagnose(read.facts, read.target)
      for (const format of [undefined, 'json', 'markdown', 'html'] as const) {
        assertInert(Buffer.from(await render(read, diagnosis, format ? { format } : {})), format ?? 'the terminal')
      }
    }),
    { numRuns: 400 },
  )
  assert.ok(tally.refused > 20 && tally.diagnosed > 20, `both ways are walked: ${JSON.stringify(tally)}`)
})
