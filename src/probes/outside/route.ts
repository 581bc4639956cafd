import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { boundedRun } from '../watched-ssh/bounded-run.ts'
import { endpoints, isDirect } from '../dial/addresses.ts'
import { parseNeighbour, parseRoute } from '../dial/ip-json.ts'
import { platform } from '../platform.ts'

const SECONDS = 1

export default {
  id: 'route',
  needs: 'nothing',
  asks: 'which way would packets of ours take?',
  cost: { seconds: 0.05, connections: 0, load: 0 },
  applies: (facts, target) => isDirect(facts) && endpoints(facts, target, 1).length > 0,
  async run({ target, facts, signal }) {
    if (!platform.hasProc) throw new Unanswered('absent', 'routes are read on Linux only')
    const [endpoint] = endpoints(facts, target, 1)
    if (!endpoint) throw new Unanswered('not-asked', 'no address is known')
    const [address = '', zone] = endpoint.address.split('%')
    const asked = await ip(['route', 'get', address, ...(zone ? ['dev', zone] : [])], signal)
    if (asked.code !== 0) {
      // Another `ip`, such as busybox's, fails on the option; only the kernel's own answer is a finding.
      if (!asked.stderr.includes('RTNETLINK answers'))
        throw new Unanswered('absent', 'the ip program in PATH speaks no JSON')
      return { address, says: `this machine has no route to ${address}: ${visible(asked.stderr.trim(), 120)}` }
    }
    const route = parseRoute(asked.stdout)
    if (!route) throw new Unanswered('absent', 'ip speaks no JSON; it is older than iproute2 4.14')

    const hop = route.gateway ?? address
    // This machine's own addresses are nobody's neighbours.
    const isLocal = route.device === 'lo'
    const neighbours = isLocal ? undefined : await ip(['neigh', 'show'], signal)
    const neighbour = neighbours && (parseNeighbour(neighbours.stdout, hop, route.device) ?? 'none')
    const mtu = route.mtu ?? (route.device === undefined ? undefined : await deviceMtu(route.device))
    const bound = known(facts, 'ssh-config')?.bindAddress
    const source = bound !== undefined && isIP(bound) !== 0 ? bound : route.source
    const { device, gateway } = route
    return { address, source, device, mtu, neighbour, says: say({ address, source, device, mtu, neighbour, gateway }) }
  },
} satisfies Probe<'route'>

function say(way: Omit<Facts['route'], 'says'> & { gateway?: string }): string {
  const via = way.gateway ? `via ${way.gateway}` : way.device === 'lo' ? 'within this machine' : 'directly'
  const hop = way.gateway ? `its gateway ${way.gateway}` : way.address
  const parts = [
    `packets to ${way.address} leave ${via}`,
    way.device && `on ${way.device}`,
    way.source && `from ${way.source}`,
    way.mtu && `in at most ${way.mtu} bytes`,
  ]
  const trouble = way.neighbour === 'failed' || way.neighbour === 'incomplete'
  return visible(parts.filter(Boolean).join(' ') + (trouble ? `, but ${hop} does not answer on the local network` : ''))
}

async function ip(args: readonly string[], signal: AbortSignal) {
  const ran = await boundedRun('ip', ['-j', ...args], { seconds: SECONDS, signal })
  if (ran.failed)
    throw new Unanswered('absent', ran.failed === 'ENOENT' ? 'there is no ip program in PATH' : `ip: ${ran.failed}`)
  if (ran.ended === 'aborted') throw new Unanswered('not-asked', 'interrupted')
  if (ran.ended || ran.code === null) throw new Unanswered('timed-out', `ip did not answer within ${SECONDS} s`)
  return ran
}

async function deviceMtu(device: string): Promise<number | undefined> {
  try {
    const mtu = Number(await readFile(`/sys/class/net/${device}/mtu`, 'latin1'))
    return Number.isInteger(mtu) && mtu > 0 ? mtu : undefined
  } catch {
    return undefined
  }
}
