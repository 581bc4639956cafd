import { BlockList, isIP } from 'node:net'

/** The four lists of sshd_config that say whom sshd lets in at all, as `sshd -T -C` prints them. */
export interface Lists {
  denyUsers: readonly string[]
  allowUsers: readonly string[]
  denyGroups: readonly string[]
  allowGroups: readonly string[]
}

/** Who comes, from where. `host` is the name sshd finds, which without UseDNS is the address. */
export interface Comer {
  user: string
  groups?: readonly string[]
  address?: string
  host?: string
}

/**
 * What sshd's allowed_user (auth.c) makes of the lists, in its order: DenyUsers, AllowUsers, DenyGroups, AllowGroups; undefined
 * where it hangs on an address, a name or groups we do not know.
 */
export function allowedUser(lists: Lists, comer: Comer): { verdict: 'allowed' | 'denied'; rule?: string } | undefined {
  const denied = (rule: string) => ({ verdict: 'denied' as const, rule })
  let open = false
  for (const pattern of lists.denyUsers) {
    const matches = matchUser(pattern, comer)
    if (matches) return denied(`DenyUsers ${pattern}`)
    open ||= matches === undefined
  }
  if (lists.allowUsers.length > 0) {
    const matches = lists.allowUsers.map((pattern) => matchUser(pattern, comer))
    if (!matches.includes(true)) {
      if (!matches.includes(undefined)) return denied(`not listed in AllowUsers ${lists.allowUsers.join(' ')}`)
      open = true
    }
  }
  if (lists.denyGroups.length > 0 || lists.allowGroups.length > 0) {
    const { groups } = comer
    if (!groups) return undefined
    if (groups.length === 0) return denied('the user is in no group')
    const matched = (patterns: readonly string[]) =>
      patterns.find((pattern) => groups.some((group) => matchPattern(group, pattern)))
    const denies = matched(lists.denyGroups)
    if (denies !== undefined) return denied(`DenyGroups ${denies}`)
    if (lists.allowGroups.length > 0 && matched(lists.allowGroups) === undefined)
      return denied(`none of the user's groups is in AllowGroups ${lists.allowGroups.join(' ')}`)
  }
  return open ? undefined : { verdict: 'allowed' }
}

/** match.c match_user: `user` or `user@host`, with no negation of the user. */
function matchUser(pattern: string, { user, address, host }: Comer): boolean | undefined {
  const at = pattern.indexOf('@')
  if (at < 0) return matchPattern(user, pattern)
  if (!matchPattern(user, pattern.slice(0, at))) return false
  return matchHost(pattern.slice(at + 1), address, host)
}

/** match.c match_host_and_ip: an address list where it is one, then a list of host patterns. */
export function matchHost(
  patterns: string,
  address: string | undefined,
  host: string | undefined,
): boolean | undefined {
  if (address === undefined) return /^\*+$/.test(patterns) ? true : undefined
  let matched = false
  for (const part of patterns.split(',')) {
    const negated = part.startsWith('!')
    const pattern = negated ? part.slice(1) : part
    const hit =
      inNetwork(address, pattern) ||
      matchPattern(address, pattern) ||
      matchPattern((host ?? address).toLowerCase(), pattern.toLowerCase())
    if (hit && negated) return false
    matched ||= hit
  }
  return matched
}

/** An address within `network/bits`, or the same address in another spelling. */
export function inNetwork(address: string, network: string): boolean {
  const m = /^([\da-fA-F.:]{2,60})(?:\/(\d{1,3}))?$/.exec(network)
  const family = m ? isIP(m[1]!) : 0
  if (!m || family === 0 || isIP(address) !== family) return false
  const bits = m[2] === undefined ? (family === 4 ? 32 : 128) : Number(m[2])
  if (bits > (family === 4 ? 32 : 128)) return false
  const list = new BlockList()
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  list.addSubnet(m[1]!, bits, kind)
  return list.check(address, kind)
}

/** match.c match_pattern: `*` and `?`, the whole of it, letter case counting. */
export function matchPattern(text: string, pattern: string): boolean {
  // Two hands, as there can be a thousand stars: no regular expression of a stranger's making.
  let [t, p, star, mark] = [0, 0, -1, 0]
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++
      mark = t
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      t++
      p++
    } else if (star >= 0) {
      p = star + 1
      t = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
