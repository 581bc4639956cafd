import { spawn } from 'node:child_process'
import { join } from 'node:path'

const SCRIPT = join(import.meta.dirname, 'connections.pl')

/** Connections that are held open until close(). */
export interface Holders {
  /** How many were held when the opening was over; fewer than asked for where the server refused more. */
  held: number
  close(): Promise<void>
}

/** What to hold, and how. */
export interface HoldOptions {
  port?: number
  /** Source addresses, used in turn. */
  from?: readonly string[]
  /** Give up filling after this long; refused connections are tried again until then. */
  seconds?: number
}

/** Opens `count` silent connections to `address` from a network namespace. */
export function holdConnections(
  netns: string,
  address: string,
  count: number,
  options: HoldOptions = {},
): Promise<Holders> {
  if (!Number.isInteger(count) || count < 1 || count > 400) throw new RangeError(`cannot hold ${count} connections`)
  const script = [SCRIPT, address, options.port ?? 22, count, options.seconds ?? 10, ...(options.from ?? [])].map(
    String,
  )
  const child = spawn('ip', ['netns', 'exec', netns, 'perl', ...script], { detached: true, stdio: 'pipe' })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stdin.on('error', () => {})
  let said = ''
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += text
      const held = /held (\d+)/.exec(said)
      if (held === null) return
      const close = (): Promise<void> => {
        child.stdin.end()
        return gone
      }
      resolve({ held: Number(held[1]), close })
    })
    child.once('error', reject)
    void gone.then(() => reject(new Error(`could not hold connections: ${complaint}`)))
  })
}
