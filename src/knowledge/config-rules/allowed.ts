import { matchAddressList } from '../../sshd-config/addresses.ts'
import { lowerAscii, matchPattern, matchPatternList } from '../../sshd-config/patterns.ts'
import { NEWEST } from '../../openssh/release.ts'

export type List = 'denyusers' | 'allowusers' | 'denygroups' | 'allowgroups'

export const SPELT: Readonly<Record<List, string>> = {
  denyusers: 'DenyUsers',
  allowusers: 'AllowUsers',
  denygroups: 'DenyGroups',
  allowgroups: 'AllowGroups',
}

/**
 * auth.c allowed_user: DenyUsers, AllowUsers, DenyGroups, AllowGroups in this order. The list that refuses; undefined where
 * the user gets in, or it hangs on an address or groups nobody told.
 */
export function refusedBy(
  all: (list: List) => readonly string[],
  user: string,
  groups?: readonly string[],
  address?: string,
): { list: List } | undefined {
  const users = (list: List) =>
    all(list)
      .flatMap((each) => each.split(' '))
      .map((pattern) => matchUser(user, address, pattern))
  if (users('denyusers').includes(true)) return { list: 'denyusers' }
  const allowed = users('allowusers')
  if (allowed.length > 0 && !allowed.includes(true) && !allowed.includes(undefined)) return { list: 'allowusers' }
  if (groups === undefined) return undefined
  const member = (list: List) =>
    all(list)
      .flatMap((each) => each.split(' '))
      .some((pattern) => groups.some((group) => matchPattern(group, pattern)))
  if (all('denygroups').length > 0 && member('denygroups')) return { list: 'denygroups' }
  if (all('allowgroups').length > 0 && !member('allowgroups')) return { list: 'allowgroups' }
  return undefined
}

/** match.c match_user; undefined where only the address could tell. */
function matchUser(user: string, address: string | undefined, pattern: string): boolean | undefined {
  const at = pattern.lastIndexOf('@')
  if (at < 0) return matchPattern(user, pattern)
  if (!matchPattern(user, pattern.slice(0, at))) return false
  const hosts = pattern.slice(at + 1)
  if (/^\*+$/.test(hosts)) return true
  if (address === undefined) return undefined
  // A list that a release would refuse has been refused when it was read.
  const byAddress = matchAddressList(address, hosts, NEWEST)
  if (byAddress === 1) return true
  if (byAddress === -1) return false
  return matchPatternList(address, lowerAscii(hosts), true) === 1
}
