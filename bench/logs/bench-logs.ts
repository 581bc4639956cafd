import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generate } from '../../test/logs/generate.ts'
import { median } from '../../lab/scores.ts'
import { installed } from '../installed.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const COUNTS = resolve(import.meta.dirname, 'counts.awk')
const EXACT = resolve(import.meta.dirname, 'exact.awk')

/** What is published for this: failures by `$11`, then drops. Its answers are wrong (openssh.md 7 #18 and #19). */
const RECIPE = `grep "Failed password" "$1" | awk '{print $11}' | sort | uniq -c | sort -nr > /dev/null; grep -i "maxstartups\\|drop connection" "$1" > /dev/null`

interface Run {
  seconds: number
  /** Peak, in MB, of the largest process; NaN where /usr/bin/time is missing. */
  memory: number
  out: string
}

function run(argv: readonly string[]): Run {
  const time = existsSync('/usr/bin/time')
  const began = performance.now()
  const { stdout, stderr } = spawnSync(
    time ? '/usr/bin/time' : argv[0]!,
    time ? ['-f', 'peak %M', ...argv] : argv.slice(1),
    { encoding: 'utf8', maxBuffer: 1 << 29, timeout: 300_000 },
  )
  const peak = /peak (\d+)/.exec(stderr ?? '')
  return { seconds: (performance.now() - began) / 1000, memory: peak ? Number(peak[1]) / 1024 : NaN, out: stdout ?? '' }
}

let medic = join(ROOT, 'bin/sshmedic.js')
const ours = (file: string): string[] => [process.execPath, medic, 'logs', file, '--json']

type Mix = 'few' | 'many'
const MANY_SOURCES = 8000

/**
 * `few`: some 150 addresses at work at a time, which come and go; about every hundredth failure is a new address's. `many`: 8,000 at work all the
 * time, with names as honeypots count them.
 */
function write(path: string, lines: number, mix: Mix): void {
  const fd = openSync(path, 'w')
  let rows: string[] = []
  const many = { addresses: MANY_SOURCES, active: MANY_SOURCES, names: 'many' } as const
  const who = mix === 'many' ? many : { addresses: lines / 500 }
  generate({ seed: 42, lines, format: 'classic', release: '9.2', pace: 300, ...who }, (line) => {
    if (rows.push(line) < 10_000) return
    writeSync(fd, `${rows.join('\n')}\n`)
    rows = []
  })
  writeSync(fd, `${rows.join('\n')}\n`)
  closeSync(fd)
}

/** exact.awk's answers against ours: totals, and each address with its count and its number of names. */
function sameAnswers(awk: string, json: string): boolean {
  const { failures, accepted, drops, penalties } = JSON.parse(json) as {
    failures: { total: number; byAddress: { address: string; count: number; users: string[] }[] }
    accepted: { total: number }
    drops: { total: number }
    penalties: { total: number }
  }
  const [totals, ...rows] = awk.trim().split('\n')
  if (totals !== [failures.total, accepted.total, drops.total, penalties.total].join(' ')) return false
  const theirs = new Set(rows)
  return (
    theirs.size === failures.byAddress.length &&
    failures.byAddress.every(({ address, count, users }) => theirs.has(`${address} ${count} ${users.length}`))
  )
}

interface Counted {
  drops: { byAddress: { address: string; count: number }[] }
  penalties: { byAddress: { address: string; count: number }[] }
  episodes: unknown[]
  kinds: { failed?: number }
}

/** counts.awk's answers against ours; it counts `Failed` lines, which `kinds` has. */
function sameCounts(awk: string, json: string): boolean {
  const { drops, penalties, episodes, kinds } = JSON.parse(json) as Counted
  const theirs = awk.trim().split('\n')
  const total = theirs.reduce((sum, line) => sum + (line.startsWith('failed ') ? Number(line.split(' ')[2]) : 0), 0)
  const ours = [
    ...drops.byAddress.map(({ address, count }) => `dropped ${address} ${count}`),
    ...penalties.byAddress.map(({ address, count }) => `penalised ${address} ${count}`),
    `episodes - ${episodes.length}`,
  ]
  const others = theirs.filter((line) => !line.startsWith('failed '))
  return total === kinds.failed && others.sort().join() === ours.sort().join()
}

const row = (what: string, value: string, bar: string): void =>
  console.log(`${what.padEnd(52)} ${value.padStart(12)}   ${bar}`)

/** What is looked for in each line, in order; a Debian 12 sshd writes three to six lines for one password that failed. */
const SHARES: readonly (readonly [string, RegExp])[] = [
  ['Failed password', /sshd\[\d+\]: Failed password/],
  ['authentication failure', /sshd\[\d+\]: pam_unix.*: authentication failure/],
  ['check pass', /: check pass;/],
  ['Invalid user', /sshd\[\d+\]: Invalid user/],
  ['Connection closed', /sshd\[\d+\]: Connection closed/],
  ['Received disconnect', /sshd\[\d+\]: Received disconnect/],
  ['Disconnected', /sshd\[\d+\]: Disconnected/],
  ['Accepted', /sshd\[\d+\]: Accepted/],
]

/**
 * Says of what the log consists, by its first 4 MB: the recipe's work grows with the share of `Failed password` alone, so its ratio is worth
 * nothing without it.
 */
function mix(size: string, file: string): void {
  const fd = openSync(file, 'r')
  const bytes = Buffer.alloc(4 << 20)
  const lines = bytes
    .subarray(0, readSync(fd, bytes, 0, bytes.length, 0))
    .toString()
    .split('\n')
    .slice(0, -1)
  closeSync(fd)
  const counts = SHARES.map(() => 0)
  for (const line of lines) {
    const i = SHARES.findIndex(([, shape]) => shape.test(line))
    if (i >= 0) counts[i]!++
  }
  const percent = (n: number): string => `${Math.round((100 * n) / lines.length)} %`
  const shares = SHARES.map(([name], i) => `${name} ${percent(counts[i]!)}`)
  const others = lines.length - counts.reduce((sum, n) => sum + n, 0)
  console.log(`${size}: ${[...shares, `others ${percent(others)}`].join(', ')}`)
}

/** Everything in turn, so that all meet the same noise; the medians. */
function sideBySide(programs: Readonly<Record<string, readonly string[]>>, times: number): Record<string, Run> {
  const runs: Record<string, Run[]> = {}
  for (let i = 0; i < times; i++)
    for (const [name, argv] of Object.entries(programs)) (runs[name] ??= []).push(run(argv))
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      {
        seconds: median(all.map(({ seconds }) => seconds)),
        memory: Math.max(...all.map(({ memory }) => memory)),
        out: all[0]!.out,
      },
    ]),
  )
}

interface Bars {
  counts: string
  exact: string
  recipe?: string
  memory: string
}

function compare(file: string, size: string, times: number, bars: Bars): Run {
  const results = sideBySide(
    {
      ours: ours(file),
      counts: ['mawk', '-f', COUNTS, file],
      exact: ['mawk', '-f', EXACT, file],
      ...(bars.recipe && { recipe: ['sh', '-c', RECIPE, 'sh', file] }),
    },
    times,
  )
  const mine = results['ours']!
  const ratio = (peer: string): string => `${(results[peer]!.seconds / mine.seconds).toFixed(2)} x`
  mix(size, file)
  row(`${size}: sshmedic logs --json, whole process`, `${mine.seconds.toFixed(2)} s`, '')
  row(`${size}: one mawk pass that only counts`, ratio('counts'), bars.counts)
  row(`${size}: its counts are ours`, String(sameCounts(results['counts']!.out, mine.out)), 'true')
  row(`${size}: one mawk program with our answers`, ratio('exact'), bars.exact)
  row(`${size}: its answers are ours`, String(sameAnswers(results['exact']!.out, mine.out)), 'true')
  if (bars.recipe) row(`${size}: the published recipe`, ratio('recipe'), bars.recipe)
  row(`${size}: peak memory`, `${mine.memory.toFixed(0)} MB`, bars.memory)
  return mine
}

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** The first `lines` of a file. */
function head(from: string, to: string, lines: number): void {
  const fd = openSync(from, 'r')
  const bytes = Buffer.alloc(lines * 400)
  const length = readSync(fd, bytes, 0, bytes.length, 0)
  closeSync(fd)
  writeFileSync(to, bytes.subarray(0, length).toString().split('\n').slice(0, lines).join('\n') + '\n')
}

interface Other {
  name: string
  /** Some take minutes for a million lines: they get a part, scaled. */
  lines: number
  bar: string
  command(path: string): readonly string[]
}

const others = (watched: string): readonly Other[] => [
  {
    name: 'fail2ban-regex',
    lines: 20_000,
    bar: '>= 100 x',
    command: (path) => ['fail2ban-regex', '--print-no-missed', '--print-no-ignored', path, 'sshd'],
  },
  {
    name: 'lnav',
    lines: 1_000_000,
    bar: '>= 10 x',
    command: (path) => [
      'lnav',
      '-n',
      '-c',
      ";SELECT count(*) FROM syslog_log WHERE log_procname = 'sshd' AND log_body LIKE 'Failed password%'",
      path,
    ],
  },
  {
    name: 'logwatch',
    lines: 100_000,
    bar: '>= 15 x',
    command: () => [
      ...['logwatch', '--numeric', '--service', 'sshd', '--range', 'all'],
      ...['--logdir', watched, '--output', 'stdout'],
    ],
  },
]

/** The million lines by programs that people have for it. */
function compareOthers(folder: string, million: string, mine: Run): void {
  const watched = join(folder, 'watched')
  mkdirSync(watched)
  head(million, join(watched, 'auth.log'), 100_000)
  for (const { name, lines, bar, command } of others(watched)) {
    if (!has(name)) {
      row(`1 M lines: ${name}`, 'not here', bar)
      continue
    }
    const path = lines === 1_000_000 ? million : join(folder, `${lines}.log`)
    if (path !== million) head(million, path, lines)
    const scaled = (run(command(path)).seconds * 1_000_000) / lines
    const part = lines < 1_000_000 ? ` (${lines / 1000} k lines, scaled)` : ''
    row(`1 M lines: ${name}${part}`, `${(scaled / mine.seconds).toFixed(1)} x`, bar)
  }
}

/** `npm run bench logs [--short]`: `--short` leaves the 10 million lines out. */
export async function benchLogs(argv: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-bench-logs-'))
  const log = (lines: number, mix: Mix): string => {
    const path = join(folder, `${mix}-${lines}.log`)
    write(path, lines, mix)
    return path
  }
  try {
    medic = installed(join(folder, 'package'))
    const million = log(1_000_000, 'few')
    run(ours(million))
    const bars = { counts: '>= 1.8 x', exact: '>= 1.8 x', memory: '<= 120 MB' }
    const mine = compare(million, '1 M lines', 7, { ...bars, recipe: '>= 4 x' })
    compare(log(1_000_000, 'many'), '1 M lines, many sources', 7, bars)
    compareOthers(folder, million, mine)
    if (argv.includes('--short')) return
    const large = { counts: '>= 5 x', exact: '>= 5 x', memory: '<= 150 MB' }
    const ten = log(10_000_000, 'few')
    compare(ten, '10 M lines', 3, { ...large, recipe: '>= 9 x' })
    rmSync(ten)
    compare(log(10_000_000, 'many'), '10 M lines, many sources', 3, large)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
