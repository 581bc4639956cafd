import { matchAddressList } from './address-list.ts'
import { lowerAscii, matchPatternList } from './patterns.ts'
import type { Release } from './release.ts'

/** Where somebody comes from. `host` is the name sshd finds, which without UseDNS is the address itself. */
export interface Origin {
  address?: string | undefined
  host?: string | undefined
}

/**
 * match.c match_host_and_ip, unchanged from 7.4 to 10.5: whether a list of addresses, networks and names holds a client, none of
 * its negated entries fitting; false as well for a list that is none, which sshd refuses. Undefined where it hangs on an
 * address or a name that is not known.
 */
export function matchHostAndAddress({ address, host }: Origin, list: string, release: Release): boolean | undefined {
  if (matchAddressList(undefined, list, release) === -2) return false
  if (/^\*+$/.test(list)) return true
  if (address === undefined) return undefined
  const byAddress = matchAddressList(address, list, release)
  if (byAddress < 0) return false
  if (host !== undefined) {
    const byName = matchPatternList(lowerAscii(host), lowerAscii(list))
    return byName === -1 ? false : byName === 1 || byAddress === 1
  }
  const named = list.split(',').filter((entry) => mayBeAName(entry))
  if (byAddress === 1) return named.some((entry) => entry.startsWith('!')) ? undefined : true
  return named.some((entry) => !entry.startsWith('!')) ? undefined : false
}

/** No name consists of digits and dots alone, nor holds a colon or a slash. */
const mayBeAName = (entry: string): boolean => !/^!?[\d.*?]*$|[:/]/.test(entry)
