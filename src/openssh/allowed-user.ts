import { matchHostAndAddress, type Origin } from './host-patterns.ts'
import { matchPattern } from './patterns.ts'
import { atLeast, NEWEST, type Release } from './release.ts'

/** The four lists of sshd_config that say whom sshd lets in at all, in the order in which it asks them. */
export const LOGIN_LISTS = ['DenyUsers', 'AllowUsers', 'DenyGroups', 'AllowGroups'] as const

export type LoginList = (typeof LOGIN_LISTS)[number]

export type LoginLists = Readonly<Record<LoginList, readonly string[]>>

/** Who wants in. `groups` are names, the primary group's among them; undefined where nobody could be asked. */
export interface Comer extends Origin {
  user: string
  groups?: readonly string[]
}

/** `rule` is for people: the entry that fits, or the list in which the user is missing. */
export type Admission = { verdict: 'allowed' } | { verdict: 'denied'; list: LoginList; rule: string }

/** The lists as `sshd -T` prints them: a keyword once for each entry, or with several. */
export function loginLists(effective: Readonly<Record<string, readonly string[]>>): LoginLists {
  const words = (list: LoginList) =>
    (effective[list.toLowerCase()] ?? []).flatMap((value) => value.split(/\s+/)).filter((word) => word !== '')
  return {
    DenyUsers: words('DenyUsers'),
    AllowUsers: words('AllowUsers'),
    DenyGroups: words('DenyGroups'),
    AllowGroups: words('AllowGroups'),
  }
}

/**
 * What the lists make of a login: auth.c allowed_user, the same from 7.4 to 10.5 but for what match_user takes for the user's
 * part. Undefined where it hangs on an address, a name, groups or a release that are not known.
 */
export function allowedUser(lists: LoginLists, comer: Comer, release?: Release): Admission | undefined {
  let open = false
  for (const pattern of lists.DenyUsers) {
    const fits = matchUser(pattern, comer, release)
    if (fits) return { verdict: 'denied', list: 'DenyUsers', rule: `DenyUsers ${pattern}` }
    open ||= fits === undefined
  }
  if (lists.AllowUsers.length > 0) {
    const fits = lists.AllowUsers.map((pattern) => matchUser(pattern, comer, release))
    if (!fits.includes(true) && !fits.includes(undefined)) return missingIn('AllowUsers', lists)
    open ||= !fits.includes(true)
  }
  if (lists.DenyGroups.length > 0 || lists.AllowGroups.length > 0) {
    if (!comer.groups) return undefined
    const denied = refusedByGroup(lists, comer.groups)
    if (denied) return denied
  }
  return open ? undefined : { verdict: 'allowed' }
}

/** groupaccess.c ga_init and ga_match: names only, and no negation. */
function refusedByGroup(lists: LoginLists, told: readonly string[]): Admission | undefined {
  // For a group without a name id(1) prints its number; sshd passes over it.
  const groups = told.filter((group) => !/^\d+$/.test(group))
  const fits = (pattern: string) => groups.some((group) => matchPattern(group, pattern))
  if (groups.length === 0) {
    const list = lists.DenyGroups.length > 0 ? 'DenyGroups' : 'AllowGroups'
    return { verdict: 'denied', list, rule: `the user is in no group, and there is ${list}` }
  }
  const denies = lists.DenyGroups.find(fits)
  if (denies !== undefined) return { verdict: 'denied', list: 'DenyGroups', rule: `DenyGroups ${denies}` }
  return lists.AllowGroups.length > 0 && !lists.AllowGroups.some(fits) ? missingIn('AllowGroups', lists) : undefined
}

function missingIn(list: 'AllowUsers' | 'AllowGroups', lists: LoginLists): Admission {
  const who = list === 'AllowUsers' ? 'not listed' : "none of the user's groups is"
  return { verdict: 'denied', list, rule: `${who} in ${list} ${lists[list].join(' ')}` }
}

/**
 * match.c match_user: `user` or `user@hosts`, with no negation of the user. The user ends at the first `@` up to 9.8 and at the
 * last one from 9.9 on (a8ad7a295).
 */
function matchUser(pattern: string, comer: Comer, release: Release | undefined): boolean | undefined {
  const [first, last] = [pattern.indexOf('@'), pattern.lastIndexOf('@')]
  if (first < 0) return matchPattern(comer.user, pattern)
  const cutAt = (at: number) =>
    matchPattern(comer.user, pattern.slice(0, at)) &&
    matchHostAndAddress(comer, pattern.slice(at + 1), release ?? NEWEST)
  if (release) return cutAt(atLeast(release, [9, 9]) ? last : first)
  return cutAt(first) === cutAt(last) ? cutAt(last) : undefined
}
