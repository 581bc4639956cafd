import { hostname, networkInterfaces } from 'node:os'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { literalAddress, resolveName } from '../dial/resolve-name.ts'
import type { Address } from '../dial/resolve-name.ts'
import { isDirect } from '../dial/addresses.ts'
import { isOwnAddress } from '../dial/own-address.ts'

/** glibc asks each name server for 5 s; one dead server in front of a living one is still worth waiting for. */
const SECONDS = 6
const KEPT = 50

export default {
  id: 'name-lookup',
  needs: 'network',
  asks: 'does the name have an address?',
  cost: { seconds: 0.1, connections: 0, load: 0 },
  // Behind a proxy or a jump it is that one which resolves the name.
  applies: (facts) => isDirect(facts),
  async run({ target, facts, signal, patience, progress }) {
    const config = known(facts, 'ssh-config')
    const name = config?.host ?? target.host
    const family = config?.addressFamily ?? 'any'
    const literal = literalAddress(name)
    if (literal && family !== 'any' && FAMILIES[family] !== literal.family) {
      return { name, addresses: [], error: 'not-found', code: 'EAI_ADDRFAMILY', seconds: 0 }
    }
    if (literal) return { name, addresses: marked([literal]), seconds: 0 }

    const began = performance.now()
    const found = await resolveName(name, family, { seconds: SECONDS * patience, signal })
    const seconds = (performance.now() - began) / 1000
    if ('ended' in found && found.ended === 'aborted') throw new Unanswered('not-asked', 'interrupted')
    if (!('addresses' in found)) {
      const code = 'code' in found ? found.code : 'ETIMEOUT'
      return { name, addresses: [], error: NOT_FOUND.has(code) ? 'not-found' : 'lookup-fails', code, seconds }
    }
    const total = found.addresses.length
    if (total === 0) return { name, addresses: [], error: 'not-found', code: 'ENODATA', seconds }
    if (total > KEPT) progress(`the name has ${total} addresses; the first ${KEPT} are kept`)
    return { name, ...ownName(name), addresses: marked(found.addresses.slice(0, KEPT)), seconds }
  },
} satisfies Probe<'name-lookup'>

/** Which of the addresses are this machine's own. */
function marked(addresses: readonly Address[]): (Address & { own?: boolean })[] {
  const interfaces = networkInterfaces()
  return addresses.map((one) => (isOwnAddress(one.address, interfaces) ? { ...one, own: true } : one))
}

/** Somebody who types the name of the machine he sits at means that machine. */
function ownName(name: string): { ownName?: true } {
  const own = hostname().toLowerCase()
  const typed = name.toLowerCase().replace(/\.$/, '')
  return typed === own || typed === own.split('.')[0] || typed.split('.')[0] === own ? { ownName: true } : {}
}

const FAMILIES = { inet: 4, inet6: 6 } as const

/** Node folds EAI_NONAME and EAI_NODATA into ENOTFOUND on most platforms. */
const NOT_FOUND = new Set(['ENOTFOUND', 'ENODATA', 'EAI_NODATA', 'EAI_NONAME', 'EAI_ADDRFAMILY'])
