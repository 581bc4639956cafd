import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ConnectionLedger } from '../core/connection-ledger.ts'
import { isGranted } from './allowance.ts'
import type { NotedRequest } from './allowance.ts'

/** Nothing older than this can matter to a request. A file is for so long, and the one before it is read too. Seconds. */
const PERIOD = 600
const NAME = /^connections-(\d{1,12})\.jsonl$/

const folder = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sshmedic')

/**
 * The ledger as a file of the user's, a line a request, only ever appended to. The system orders appended lines, and every process
 * judges the requests in that order: so each comes to the same answers, and there is no lock that a killed one could leave
 * behind. `now` in seconds since 1970.
 */
export function connectionFile(now: () => number): ConnectionLedger {
  return {
    request: (request) => {
      const at = now()
      const mark = randomBytes(9).toString('base64url')
      try {
        const period = Math.floor(at / PERIOD)
        // A line of its own, even behind one that was cut off.
        append(period, `\n${JSON.stringify({ mark, at, ...request })}\n`)
        const lines = [period - 1, period].flatMap((one) => read(one))
        const mine = lines.findIndex((line) => line.mark === mark)
        // A line that is not there has been lost, on a file system that does not append as it should.
        if (mine < 0) return Promise.resolve('not-kept')
        return Promise.resolve(isGranted(lines.slice(0, mine + 1)) ? 'granted' : 'refused')
      } catch {
        // No folder, no room, no right: what cannot be remembered is for the caller to judge.
        return Promise.resolve('not-kept')
      }
    },
  }
}

const fileOf = (period: number): string => join(folder(), `connections-${period}.jsonl`)

function append(period: number, line: string): void {
  const isNew = !existsSync(fileOf(period))
  if (isNew) mkdirSync(folder(), { recursive: true, mode: 0o700 })
  appendFileSync(fileOf(period), line, { mode: 0o600 })
  if (!isNew) return
  for (const name of readdirSync(folder())) {
    const old = NAME.exec(name)?.[1]
    if (old !== undefined && Math.abs(Number(old) - period) > 1) rmSync(join(folder(), name), { force: true })
  }
}

/** The requests of one file, in the order they were made; lines that nobody of ours wrote are passed over. */
function read(period: number): (NotedRequest & { mark: unknown })[] {
  if (!existsSync(fileOf(period))) return []
  return readFileSync(fileOf(period), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const value = parsed(line)
      return isRequest(value) ? [value] : []
    })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Cut off, or somebody else's.
    return undefined
  }
}

const isRequest = (value: unknown): value is NotedRequest & { mark: unknown } => {
  if (typeof value !== 'object' || value === null) return false
  const { target, kind, count, most, at } = value as Record<string, unknown>
  const known = typeof target === 'string' && (kind === 'question' || kind === 'extra')
  return known && [count, most, at].every((n) => typeof n === 'number' && Number.isFinite(n) && n >= 0)
}
