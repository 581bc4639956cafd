import { isIP } from 'node:net'
import { Unanswered } from '../../core/probe.ts'
import { boundedRun } from '../watched-ssh/bounded-run.ts'

export interface Address {
  address: string
  family: 4 | 6
}

export type Resolved = { addresses: Address[] } | { code: string } | { ended: 'out-of-time' | 'aborted' }

/** Constant; name and family are its arguments. The system's resolver decides, as it does for ssh. */
const PROGRAM = `
const [, name, family] = process.argv
require('node:dns').lookup(name, { all: true, order: 'verbatim', family: Number(family) }, (error, addresses) =>
  process.stdout.write(JSON.stringify(error ? { code: error.code ?? 'unknown' } : { addresses })))
`
const FAMILY = { any: '0', inet: '4', inet6: '6' } as const

/** A host that is an address already; a zone (`fe80::1%eth0`) stays on it. */
export function literalAddress(host: string): Address | undefined {
  const family = isIP(host)
  return family === 4 || family === 6 ? { address: host, family } : undefined
}

/**
 * Asks the system's resolver for all addresses of a name, in its order, each once.
 *
 * In a process of its own, because getaddrinfo() cannot be called off: with a dead name server it holds one of our
 * threads, and even `process.exit()` waits for it (libuv joins its threads: 10 s measured with glibc's defaults).
 * That costs some 30 ms.
 * @throws Unanswered where Node cannot be started once more
 */
export async function resolveName(
  name: string,
  family: keyof typeof FAMILY,
  options: { seconds: number; signal?: AbortSignal },
): Promise<Resolved> {
  // NODE_OPTIONS may carry a debugger or a loader that are nothing to this child.
  const { NODE_OPTIONS: _, ...env } = process.env
  const ran = await boundedRun(process.execPath, ['-e', PROGRAM, '--', name, FAMILY[family]], { ...options, env })
  if (ran.ended) return { ended: ran.ended }
  if (ran.failed || ran.code !== 0)
    throw new Unanswered('absent', `the lookup could not be run (${ran.failed ?? ran.code})`)
  return JSON.parse(ran.stdout) as { addresses: Address[] } | { code: string }
}
