import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { median } from '../lab/scores.ts'
import { installed } from './installed.ts'

const TIMES = 21
/** Milliseconds beyond one and a half times bare Node. */
const ALLOWED = 40
const CASE = resolve(import.meta.dirname, '../test/cases/disk-full.json')

/** Every verb on the smallest thing it can be asked. */
function commandLines(folder: string): Record<string, string[]> {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const saved = join(folder, 'case.json')
  cpSync(CASE, saved)
  const failed = 'Nov  8 17:20:01 web sshd[1]: Failed password for root from 203.0.113.9 port 4 ssh2\n'
  return {
    '--version': ['--version'],
    '--help': ['--help'],
    'logs --help': ['logs', '--help'],
    explain: ['explain', 'kex_exchange_identification: Connection closed by remote host'],
    config: ['config', file('sshd_config', 'MaxStartups 3\n'), '--release', '9.2'],
    logs: ['logs', file('auth.log', failed)],
    startups: ['startups'],
    'completion bash': ['completion', 'bash'],
    '--from': ['--from', saved],
  }
}

/** The time from the start of each verb to its end against bare Node's, in turn within one run, so that all meet the same noise. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-start-'))
  try {
    const medic = installed(folder)
    const verbs = Object.entries(commandLines(folder))
    const bare: number[] = []
    const took = new Map<string, number[]>(verbs.map(([name]) => [name, []]))
    // The first run fills the compile cache, as it does for a user.
    for (let i = 0; i <= TIMES; i++) {
      const node = milliseconds(['-e', '0'])
      if (i > 0) bare.push(node)
      for (const [name, argv] of verbs) {
        const ms = milliseconds([medic, ...argv])
        if (i > 0) took.get(name)!.push(ms)
      }
    }
    const node = median(bare)
    console.log(`node -e 0: ${node.toFixed(0)} ms, median of ${TIMES}; allowed: 1.5 x that and ${ALLOWED} ms`)
    const bar = 1.5 * node + ALLOWED
    for (const [name, times] of took) {
      const ms = median(times)
      const met = ms <= bar ? 'met' : 'NOT MET'
      console.log(`${name.padEnd(16)} ${(ms / node).toFixed(2)} x  ${ms.toFixed(0)} ms of ${bar.toFixed(0)}  ${met}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function milliseconds(argv: readonly string[]): number {
  const began = performance.now()
  spawnSync(process.execPath, argv, { stdio: 'ignore' })
  return performance.now() - began
}
