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
const AWK = resolve(import.meta.dirname, 'exact.awk')

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

function write(path: string, lines: number): void {
  const fd = openSync(path, 'w')
  let rows: string[] = []
  // About every hundredth failure is a new address's.
  generate({ seed: 42, lines, format: 'classic', release: '9.2', pace: 300, addresses: lines / 500 }, (line) => {
    if (rows.push(line) < 10_000) return
    writeSync(fd, `${rows.join('\n')}\n`)
    rows = []
  })
  writeSync(fd, `${rows.join('\n')}\n`)
  closeSync(fd)
}

/** The mawk program's answers against ours: totals, and each address with its count and its number of names. */
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

function compare(
  file: string,
  size: string,
  times: number,
  bars: { recipe: string; awk: string; memory: string },
): Run {
  const results = sideBySide(
    { ours: ours(file), recipe: ['sh', '-c', RECIPE, 'sh', file], awk: ['mawk', '-f', AWK, file] },
    times,
  )
  const mine = results['ours']!
  mix(size, file)
  row(`${size}: sshmedic logs --json, whole process`, `${mine.seconds.toFixed(2)} s`, '')
  row(`${size}: the published recipe`, `${(results['recipe']!.seconds / mine.seconds).toFixed(1)} x`, bars.recipe)
  row(`${size}: one mawk program`, `${(results['awk']!.seconds / mine.seconds).toFixed(1)} x`, bars.awk)
  row(`${size}: the mawk program's answers are ours`, String(sameAnswers(results['awk']!.out, mine.out)), 'true')
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

/** `npm run bench logs [--short]`: `--short` leaves the 10 million lines out. */
export async function benchLogs(argv: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-bench-logs-'))
  try {
    medic = installed(join(folder, 'package'))
    const small = join(folder, '1m.log')
    write(small, 1_000_000)
    run(ours(small))
    const mine = compare(small, '1 M lines', 5, { recipe: '>= 4 x', awk: '>= 1.8 x', memory: '<= 120 MB' })
    const slice = (lines: number): string => {
      const path = join(folder, `${lines}.log`)
      head(small, path, lines)
      return path
    }
    // Two of these take minutes for a million lines: they get a part, scaled.
    const watched = join(folder, 'watched')
    mkdirSync(watched)
    head(small, join(watched, 'auth.log'), 100_000)
    for (const [name, lines, bar, command] of [
      [
        'fail2ban-regex',
        20_000,
        '>= 100 x',
        (path: string) => ['fail2ban-regex', '--print-no-missed', '--print-no-ignored', path, 'sshd'],
      ],
      [
        'lnav',
        1_000_000,
        '>= 10 x',
        (path: string) => [
          'lnav',
          '-n',
          '-c',
          ";SELECT count(*) FROM syslog_log WHERE log_procname = 'sshd' AND log_body LIKE 'Failed password%'",
          path,
        ],
      ],
      [
        'logwatch',
        100_000,
        '>= 15 x',
        () => [
          'logwatch',
          '--numeric',
          '--service',
          'sshd',
          '--range',
          'all',
          '--logdir',
          watched,
          '--output',
          'stdout',
        ],
      ],
    ] as const) {
      if (!has(name)) {
        row(`1 M lines: ${name}`, 'not here', bar)
        continue
      }
      const path = lines === 1_000_000 ? small : slice(lines)
      const { seconds } = run(command(path))
      const scaled = (seconds * 1_000_000) / lines
      row(
        `1 M lines: ${name}${lines < 1_000_000 ? ` (${lines / 1000} k lines, scaled)` : ''}`,
        `${(scaled / mine.seconds).toFixed(1)} x`,
        bar,
      )
    }
    if (argv.includes('--short')) return
    const large = join(folder, '10m.log')
    write(large, 10_000_000)
    compare(large, '10 M lines', 3, { recipe: '>= 9 x', awk: '>= 5 x', memory: '<= 150 MB' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
