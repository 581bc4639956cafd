import { readFile } from 'node:fs/promises'
import { endianness } from 'node:os'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { FactSheet, Target } from '../../core/types.ts'
import { endpoints, isDirect, portOf } from '../dial/addresses.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { parseProcNetTcp } from '../sockets/proc-net-tcp.ts'
import { platform } from '../platform.ts'

const ESTABLISHED = 1

export default {
  id: 'own-connections',
  needs: 'nothing',
  asks: 'how many connections does this machine already hold to the target?',
  cost: { seconds: 0.02, connections: 0, load: 0 },
  applies: (facts, target) => isDirect(facts) && addressesOf(facts, target).size > 0,
  async run({ target, facts }) {
    if (!platform.hasProc) throw new Unanswered('absent', 'only Linux shows its connections without a further program')
    const port = portOf(facts, target)
    const addresses = addressesOf(facts, target)
    const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readTable))
    if (tables.every((table) => table === undefined))
      throw new Unanswered('not-allowed', '/proc/net/tcp cannot be read')

    const bySource: Record<string, number> = {}
    for (const { local, remote, state } of tables.flatMap((table) => parseProcNetTcp(table ?? '', endianness()))) {
      if (state !== ESTABLISHED || remote.port !== port || !addresses.has(remote.address)) continue
      bySource[local.address] = (bySource[local.address] ?? 0) + 1
    }
    const source = known(facts, 'route')?.source
    return { bySource, target: known(facts, 'ssh-config')?.host ?? target.host, port, ...(source ? { source } : {}) }
  },
} satisfies Probe<'own-connections'>

function addressesOf(facts: FactSheet, target: Target): Set<string> {
  const all = endpoints(facts, target, 50).map(({ address }) => canonicalAddress(address))
  return new Set(all.filter((address) => address !== undefined))
}

/** Undefined where there is no such table, as with IPv6 switched off. */
async function readTable(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'latin1')
  } catch {
    return undefined
  }
}
