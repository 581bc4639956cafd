import { matchAddressList } from '../openssh/address-list.ts'
import { parsePort } from './numbers.ts'
import { lowerAscii, matchPatternList } from '../openssh/patterns.ts'
import { strdelim } from './words.ts'
import type { Rest } from './words.ts'
import type { Connection } from './types.ts'
import { atLeast, releaseNumber, type Release } from '../openssh/release.ts'

/**
 * A Match line (servconf.c match_cfg_line, 9.2 and 10.0). `connection` undefined: the first pass, or a file that is read
 * for its syntax alone; then only `all` and `version` are satisfied.
 */
export interface Matched {
  satisfied: boolean
  /** sshd's own words; it does not start then. */
  error?: string
  /** Words were left over: `extra arguments at end of line`. */
  leftover?: boolean
  /** Criteria nothing is known of: no name was given for them. */
  unknown: string[]
}

const ATTRIBUTES = ['user', 'group', 'host', 'address', 'localaddress', 'localport', 'rdomain']

export function matchLine(
  text: string,
  words: readonly string[],
  connection: Connection | undefined,
  release: Release,
): Matched {
  const argv = atLeast(release, [9, 9])
  const rest: Rest = { text }
  let at = 0
  const next = (): string | undefined => (argv ? words[at++] : strdelim(rest))
  const leftover = () => (argv ? at < words.length : rest.text !== undefined && rest.text !== '')
  const result: Matched = { satisfied: true, unknown: [] }
  const fail = (error: string): Matched => ({ ...result, satisfied: false, error })

  let attributes = 0
  for (;;) {
    const attribute = next()
    if (attribute === undefined || (!argv && attribute === '')) break
    if (attribute.startsWith('#')) return end(result, attributes, false)
    attributes++
    let name = lowerAscii(attribute)
    if (name === 'all') {
      const more = next()
      if (attributes > 1 || (more !== undefined && more !== '' && !more.startsWith('#'))) {
        return fail("'all' cannot be combined with other Match attributes")
      }
      result.satisfied = true
      return { ...result, leftover: more?.startsWith('#') ? false : leftover() }
    }
    if (name === 'invalid-user' && argv) {
      // 9.9 forgets to say no where nobody is asked about yet: the block then counts for everybody.
      const forgotten = !connection && !atLeast(release, [10, 0])
      if (connection?.invalidUser !== true && !forgotten) result.satisfied = false
      continue
    }
    let value: string | undefined
    const equals = atLeast(release, [10, 0])
      ? /^(user|group|host|address|localaddress|localport|rdomain|version)=/.exec(name)
      : null
    if (equals) {
      value = attribute.slice(equals[0].length)
      name = equals[1]!
    } else value = next()
    const shown = equals ? attribute.slice(0, name.length) : attribute
    if (value === undefined || value === '' || value.startsWith('#')) return fail(`Missing Match criteria for ${shown}`)
    const said = criterion(name, value, connection, release, result)
    if (said !== undefined) return fail(said === 'unsupported' ? `Unsupported Match attribute ${attribute}` : said)
  }
  return end(result, attributes, leftover())
}

function end(result: Matched, attributes: number, leftover: boolean): Matched {
  if (attributes === 0) return { ...result, satisfied: false, error: 'One or more attributes required for Match' }
  return { ...result, leftover }
}

/** One criterion; undefined, or what sshd refuses it with. */
function criterion(
  name: string,
  value: string,
  connection: Connection | undefined,
  release: Release,
  result: Matched,
): string | undefined {
  if (name === 'version' && atLeast(release, [10, 0])) {
    if (matchPatternList(releaseWord(release), value) !== 1) result.satisfied = false
    return undefined
  }
  if (!ATTRIBUTES.includes(name)) return 'unsupported'
  if (name === 'localport' && parsePort(value) === -1) return `Invalid LocalPort '${value}' on Match line`
  if (name === 'address' || name === 'localaddress') {
    const asked = name === 'address' ? connection?.address : connection?.localAddress
    const found = matchAddressList(asked, value, release)
    // Up to 8.3 nobody looks at addresses before somebody comes from one.
    if (found === -2 && (asked !== undefined || atLeast(release, [8, 4])))
      return asked === undefined ? `Invalid Match ${name} argument '${value}'` : ''
    if (connection && asked === undefined) result.unknown.push(name)
    if (found !== 1) result.satisfied = false
    return undefined
  }
  if (!connection) {
    result.satisfied = false
    return undefined
  }
  const found = satisfies(name, value, connection)
  if (found === undefined) result.unknown.push(name)
  if (found !== true) result.satisfied = false
  return undefined
}

function satisfies(name: string, value: string, connection: Connection): boolean | undefined {
  const { user, host, groups, localPort, rdomain } = connection
  switch (name) {
    case 'user':
      return user === undefined ? undefined : matchPatternList(user, value) === 1
    case 'group':
      return user === undefined || groups === undefined ? undefined : groupsMatch(groups, value)
    case 'host':
      return host === undefined ? undefined : matchPatternList(lowerAscii(host), value, true) === 1
    case 'localport':
      return localPort === undefined ? undefined : parsePort(value) === localPort
    default:
      return rdomain === undefined ? undefined : matchPatternList(rdomain, value) === 1
  }
}

/** groupaccess.c ga_match_pattern_list: a group that fits a negated pattern ends it. */
function groupsMatch(groups: readonly string[], list: string): boolean {
  let found = false
  for (const group of groups) {
    const one = matchPatternList(group, list)
    if (one === -1) return false
    if (one === 1) found = true
  }
  return found
}

/** SSH_RELEASE, which `Match version` is held against: `OpenSSH_10.0p2 Debian-7`; of which only this much is known here. */
function releaseWord(release: Release): string {
  return `OpenSSH_${releaseNumber(release)}`
}
