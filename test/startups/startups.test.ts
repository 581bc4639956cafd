import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { startupsPage } from '../../src/report/pages/startups.ts'
import { paintHtml } from '../../src/report/paint/html.ts'
import { paintMarkdown } from '../../src/report/paint/markdown.ts'
import { paintTerminal } from '../../src/report/paint/terminal.ts'
import { startupsToJson } from '../../src/report/startups/json.ts'
import { fromShare } from '../../src/openssh/startups/infer.ts'
import { DEFAULT_CONSTRAINTS } from '../../src/openssh/startups/recommend.ts'
import { study } from '../../src/openssh/startups/study.ts'
import { anySetting } from './any-setting.ts'
import { width } from '../../src/report/width.ts'

const schema = JSON.parse(readFileSync(new URL('../../schema/startups.schema.json', import.meta.url), 'utf8')) as object
const valid = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema)
const folder = mkdtempSync(join(tmpdir(), 'sshmedic-startups-'))
after(() => rmSync(folder, { recursive: true }))

interface Ran {
  code: number
  out: string
  err: string
}

/** Several command lines in one process: to start one costs more than what it does. */
function runAll(lines: readonly (readonly string[])[]): Ran[] {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80' }
  const argv = [join(import.meta.dirname, 'program.ts'), JSON.stringify(lines)]
  const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', env })
  const outs = stdout.split('\u0004')
  const errs = stderr.split(/exit (\d+)\n/)
  assert.equal(outs.length, lines.length + 1, stderr)
  return lines.map((_, i) => ({ out: outs[i]!, err: errs[2 * i]!, code: Number(errs[2 * i + 1]) }))
}

const run = (...args: string[]): Ran => runAll([args])[0]!

interface Answer {
  setting: object
  load: { rate: number; hold: number | null; pending: number | null; from: string }
  dropChance: number
  meanPending: number
  curve: { pending: number; dropChance: number }[]
  recommended: { start: number; rate: number; full: number; loginGraceTime: number; dropChance: number; says: string }
  wanted: { refused: boolean; worse: string } | null
  measured: { pending: { likeliest: number; low: number; high: number } } | null
  log: { dropsPerSecond: number; exact: boolean } | null
  notes: string[]
}

function answer(...args: string[]): Answer {
  const { code, out, err } = run(...args, '--json')
  assert.equal(code, 0, err)
  const value = JSON.parse(out) as Answer
  assert.ok(valid(value), JSON.stringify(valid.errors))
  return value
}

test('the load of openssh.md 8: silent strangers twice a second', () => {
  const said = answer('10:30:100', '--rate', '0.5/s', '--hold', '120s')
  assert.deepEqual(said.setting, { start: 10, rate: 30, full: 100 })
  assert.deepEqual([said.load.rate, said.load.hold, said.load.pending], [0.5, 120, 60])
  assert.equal(said.dropChance.toFixed(3), '0.467')
  assert.equal(said.meanPending.toFixed(1), '32.0')
  assert.equal(said.curve.length, 101)
  for (const [pending, chance] of [
    [9, 0],
    [10, 0.3],
    [12, 0.31],
    [20, 0.37],
    [50, 0.61],
    [99, 0.99],
    [100, 1],
  ] as const)
    assert.deepEqual(said.curve[pending], { pending, dropChance: chance })
  assert.ok(said.recommended.dropChance < said.dropChance)
  assert.match(said.recommended.says, /LoginGraceTime/)
})

test('without a word about the load nobody comes', () => {
  const said = answer()
  assert.deepEqual([said.dropChance, said.meanPending, said.load.from], [0, 0, 'none'])
  assert.deepEqual(answer('--release', '5.9').setting, { start: 10, rate: 100, full: 10 })
})

test('a change for the worse is refused', () => {
  const load = ['--rate', '0.5/s', '--hold', '120s']
  const worse = answer('10:30:100', ...load, '--against', '20:50:100')
  assert.equal(worse.wanted?.refused, true)
  assert.ok(worse.notes.some((note) => /20:50:100 is refused/.test(note)))
  assert.equal(answer('10:30:100', ...load, '--against', '50:30:200').wanted?.refused, false)
  assert.equal(answer('--against', '10:30:60').wanted?.worse, 'everywhere')
})

test('LoginGraceTime ends the hold, later by two seconds since 9.9; 0 ends nothing', () => {
  const rate = ['--rate', '0.5/s']
  assert.equal(answer(...rate, '--hold', '5m', '--grace', '30s').load.pending, 15)
  assert.equal(answer(...rate, '--grace', '30', '--release', '10.0').load.pending, 16)
  const stuck = answer(...rate, '--grace', '0')
  assert.deepEqual([stuck.load.hold, stuck.load.pending, stuck.dropChance, stuck.meanPending], [null, null, 1, 100])
  assert.ok(stuck.recommended.loginGraceTime > 0)
})

test('seven of twenty', () => {
  const said = answer('--dropped', '7/20')
  assert.deepEqual(said.measured?.pending, { likeliest: 17, low: 10, high: 44 })
  assert.equal(said.dropChance.toFixed(3), '0.350')
  assert.equal(answer('--dropped', '20/20').load.from, 'share')
  assert.equal(answer('--dropped', '0/20').dropChance, 0)
})

test('what sshd reads is what counts', () => {
  assert.deepEqual(answer('7').setting, { start: 7, rate: 30, full: 7 })
  const trailing = answer('10:30:100abc')
  assert.deepEqual(trailing.setting, { start: 10, rate: 30, full: 100 })
  assert.ok(trailing.notes.some((note) => /ignores the rest/.test(note)))
})

test('what cannot be understood is said, with exit code 2', () => {
  const wrong = [
    ['10:30'],
    ['0:30:100'],
    ['100:30:10'],
    ['10:101:100'],
    ['ten'],
    ['1', '2'],
    ['--rate', 'often'],
    ['--hold', '0'],
    ['--hold'],
    ['--dropped', '3/2'],
    ['--nothing-like-it'],
    ['--json', '--html'],
    ['--dropped', '7/20', '--grace', '0'],
  ]
  runAll(wrong).forEach(({ code, out, err }, i) => {
    assert.deepEqual([code, out], [2, ''], wrong[i]!.join(' '))
    assert.match(err, /^sshmedic: .*\nusage: sshmedic startups /s, wrong[i]!.join(' '))
  })
  assert.doesNotMatch(run('1\u001b[31m').err, /\u001b/)
})

test('every form holds for any setting and load', () => {
  fc.assert(
    fc.property(
      fc.oneof(anySetting, fc.constant({ start: 10, rate: 30, full: 5_000 })),
      fc.constantFrom(0, 0.01, 0.5, 5, 50),
      fc.constantFrom(undefined, 0.5, 300),
      fc.constantFrom(0, 20, 120),
      fc.constantFrom(0, 2),
      fc.integer({ min: 28, max: 120 }),
      (setting, rate, hold, grace, logins, columns) => {
        const result = study({
          setting,
          load: { rate, hold, grace, logins, loginHold: 2 },
          loadFrom: rate + logins > 0 ? 'given' : 'none',
          constraints: DEFAULT_CONSTRAINTS,
          every: 10,
          wanted: { start: 20, rate: 50, full: 100 },
          share: fromShare(setting, 7, 20),
        })
        const document = JSON.parse(startupsToJson(result, '0.0.0')) as unknown
        assert.ok(valid(document), JSON.stringify(valid.errors))
        const page = startupsPage(result, '0.0.0')
        const terminal = paintTerminal(page, { columns, colour: false, utf8: true })
        for (const line of terminal.split('\n')) assert.ok(width(line) <= columns, line)
        for (const text of [terminal, paintMarkdown(page), paintHtml(page)]) {
          assert.doesNotMatch(text, /NaN|undefined|Infinity|\[object/)
          assert.match(text, /MaxStartups/)
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('the page is whole and asks nobody for anything', () => {
  const { out } = run('10:30:100', '--rate', '0.5/s', '--html')
  assert.match(out, /^<!doctype html>/)
  assert.match(out, /<svg [^>]*role="img"[^>]*>[\s\S]*<path class="line" d="M[\d., HVM-]+"/)
  assert.doesNotMatch(out, /NaN|undefined|<script|https?:\/\//)
})

test('people behind one NAT are thought of, where the release knows the word', () => {
  const says = (...args: string[]) => answer('--rate', '0.5/s', ...args).notes.join('\n')
  assert.match(says(), /PerSourceMaxStartups.*NAT/)
  assert.match(says('--release', '9.2'), /PerSourceMaxStartups/)
  assert.doesNotMatch(says('--release', '8.4'), /PerSource/)
})

test('memory bounds full', () => {
  const { recommended } = answer('--rate', '5/s', '--memory', '480M')
  assert.ok(recommended.full <= 120 && recommended.full >= 100)
})

test('the terminal, word for word', () => {
  const { out } = run('10:30:100', '--rate', '0.5/s', '--hold', '120s')
  for (const words of [/46\.7 % of all connections/, /MaxStartups 20:50:100 +53\.8 % dropped {2}worse/, /█/, /often/])
    assert.match(out, words)
})

test('reads what sshmedic logs --json has read', () => {
  const file = join(folder, 'summary.json')
  writeFileSync(
    file,
    JSON.stringify({
      lines: 10,
      recognised: 10,
      first: '2026-11-20T00:00:00Z',
      last: '2026-11-20T01:00:00Z',
      failures: { total: 0, byAddress: [] },
      accepted: { total: 0, byAddress: [] },
      drops: { total: 84, exact: true, byAddress: [] },
      penalties: { total: 0, byAddress: [] },
      episodes: [{ start: '2026-11-20T00:00:00Z', end: '2026-11-20T00:06:00Z', dropped: 84, exact: true, peak: 45 }],
      releases: ['8.4–9.7'],
      time: { year: null, zone: 'UTC', rollovers: 0 },
      kinds: {},
    }),
  )
  const said = answer('--from-logs', file)
  // 84 drops in 360 s are 0.2333 a second, as half a silent stranger a second makes them.
  assert.equal(said.log?.dropsPerSecond.toFixed(4), '0.2333')
  assert.equal(said.load.rate.toFixed(2), '0.50')
  assert.equal(said.load.from, 'log')
})

test('a summary somebody has tampered with is no summary, and no crash', () => {
  const whole = { total: 1, exact: true, byAddress: [] }
  for (const broken of [
    { failures: { total: 1, byAddress: [null] }, drops: whole },
    { failures: whole, drops: { total: 1, exact: true, byAddress: [{ address: 5 }] } },
    { failures: whole, drops: whole, episodes: [{ start: 3 }] },
  ]) {
    const file = join(folder, 'broken.json')
    writeFileSync(file, JSON.stringify({ episodes: [], releases: [], ...broken }))
    const { code, err } = run('--from-logs', file)
    assert.equal(code, 3)
    assert.match(err, /^sshmedic: .*broken\.json has no line of sshd's\.\n$/)
  }
})

test("reads sshd's own log, and knows whose drops are whose", () => {
  const file = join(folder, 'auth.log')
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20) + seconds * 1000).toISOString()
  const drop = (seconds: number, n: number) =>
    `${at(seconds)} host sshd[700]: drop connection #${n} from [192.0.2.${n}]:40${n} on [198.51.100.1]:22 past MaxStartups`
  writeFileSync(
    file,
    [
      `${at(0)} host sshd[700]: error: beginning MaxStartups throttling`,
      drop(0, 31),
      `${at(360)} host sshd[700]: exited MaxStartups throttling after 00:06:00, 84 connections dropped`,
      '',
    ].join('\n'),
  )
  const said = answer('--from-logs', file)
  assert.equal(said.log?.exact, true)
  assert.equal(said.log?.dropsPerSecond.toFixed(4), '0.2333')
  assert.equal(said.load.rate.toFixed(2), '0.50')
  writeFileSync(file, 'nothing of sshd here\n')
  assert.deepEqual([run('--from-logs', file).code, run('--from-logs', join(folder, 'missing')).code], [3, 3])
})
