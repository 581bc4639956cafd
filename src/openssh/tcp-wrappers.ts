import { bytesOf, maskOf } from './networks.ts'
import { matchPattern } from './patterns.ts'

/** A table of hosts_access(5): its text, and what it is called. */
export interface WrapperTable {
  path: string
  text: string
}

/** Who asks for whom. `daemon` is the program's own name, as it stands in the tables: `sshd`, also where sshd-session asks (Debian's 10.0). */
export interface WrapperRequest {
  daemon: string
  /** Undefined where nobody knows: then only what is the same for everybody is decided. */
  address?: string
}

/** A rule in its table: `ALL: ALL` of /etc/hosts.deny. */
export interface WrapperRule {
  file: string
  text: string
}

export interface WrapperVerdict {
  verdict: 'no-rules' | 'allows' | 'denies' | 'by-name' | 'unknown'
  /** The line that decides. */
  rule?: WrapperRule
}

/** `name`: it depends on the client's name; `unknown`: on a file, a netgroup, an ident server or a missing address. */
type Match = 'yes' | 'no' | 'name' | 'unknown'

/**
 * What libwrap 7.6 as Debian builds it (with its options and IPv6) does with a connection: the first line of hosts.allow that
 * matches lets it in, the first of hosts.deny keeps it out, nothing lets it in (hosts_access.c hosts_access). Tables that
 * do not exist are left out.
 */
export function judgeWrappers(
  allow: WrapperTable | undefined,
  deny: WrapperTable | undefined,
  request: WrapperRequest,
): WrapperVerdict {
  const possible: { verdict: 'allows' | 'denies'; rule?: WrapperRule }[] = []
  let open: { match: 'name' | 'unknown'; rule: WrapperRule } | undefined
  let rules = 0
  const tables = [
    { table: allow, otherwise: 'allows' },
    { table: deny, otherwise: 'denies' },
  ] as const
  let decided = false
  for (const { table, otherwise } of tables) {
    if (!table || decided) continue
    const { lines, broken } = linesOf(table.text)
    for (const line of lines) {
      const [daemons, clients, options] = fields(line)
      if (daemons === undefined || clients === undefined) continue
      const serves = list(daemons, (token) => daemonMatches(token, request.daemon))
      if (serves === 'no') continue
      rules++
      const match = both(
        serves,
        list(clients, (token) => clientMatches(token, request.address)),
      )
      if (match === 'no') continue
      const rule = { file: table.path, text: line.trim() }
      possible.push({ verdict: options === undefined ? otherwise : afterOptions(options, otherwise), rule })
      if (match === 'yes') {
        decided = true
        break
      }
      open ??= { match, rule }
    }
    if (broken !== undefined && !decided && otherwise === 'denies') {
      rules++
      decided = true
      const what = broken.length >= BUFFER - 1 ? 'a line is too long' : 'the last line has no newline at its end'
      possible.push({ verdict: 'denies', rule: { file: table.path, text: `${what}: ${broken.trim().slice(0, 100)}` } })
    }
  }
  if (!decided) possible.push({ verdict: 'allows' })
  const first = possible[0]!
  if (possible.every(({ verdict }) => verdict === first.verdict)) {
    if (rules === 0) return { verdict: 'no-rules' }
    const rule = open ? undefined : first.rule
    return { verdict: first.verdict, ...(rule !== undefined && { rule }) }
  }
  return { verdict: open?.match === 'name' ? 'by-name' : 'unknown', ...(open && { rule: open.rule }) }
}

/** libwrap reads lines into a buffer of this size. */
const BUFFER = 2048

/**
 * The lines that count. At one that is too long, or has no newline at its end, Debian's libwrap stops and takes the table for
 * broken: a broken hosts.allow lets nobody else in, a broken hosts.deny keeps everybody else out (held against the library).
 */
function linesOf(text: string): { lines: string[]; broken?: string } {
  const all = text.replaceAll('\\\n', '').split('\n')
  const last = all.pop() ?? ''
  const long = all.findIndex((line) => line.length >= BUFFER - 1)
  const broken = long >= 0 ? all[long] : last === '' ? undefined : last
  const whole = long >= 0 ? all.slice(0, long) : all
  const lines = whole.filter((line) => !line.startsWith('#') && line.trim() !== '')
  return broken === undefined ? { lines } : { lines, broken }
}

/** Daemons, clients, options: at the first colons outside of brackets, which keep IPv6 addresses together (split_at). */
function fields(line: string): [string?, string?, string?] {
  const colon = (from: number): number => {
    let depth = 0
    for (let i = from; i < line.length; i++) {
      if (line[i] === '[') depth++
      else if (line[i] === ']') depth = Math.max(0, depth - 1)
      else if (line[i] === ':' && depth === 0) return i
    }
    return -1
  }
  const first = colon(0)
  if (first < 0) return [line]
  const second = colon(first + 1)
  if (second < 0) return [line.slice(0, first), line.slice(first + 1)]
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)]
}

/** hosts_access.c list_match: the first token that matches, unless what stands behind EXCEPT matches as well. */
function list(text: string, matches: (token: string) => Match): Match {
  const tokens = text.split(/[, \t\r\n]+/).filter((token) => token !== '')
  const from = (start: number): Match => {
    let perhaps: Match = 'no'
    for (let i = start; i < tokens.length; i++) {
      if (tokens[i]!.toUpperCase() === 'EXCEPT') break
      const told = matches(tokens[i]!)
      if (told === 'no') continue
      let except = i + 1
      while (except < tokens.length && tokens[except]!.toUpperCase() !== 'EXCEPT') except++
      const result = except < tokens.length ? both(told, not(from(except + 1))) : told
      if (told === 'yes') return perhaps === 'no' || perhaps === result ? result : result === 'no' ? perhaps : perhaps
      if (result !== 'no') perhaps = perhaps === 'unknown' ? perhaps : result
    }
    return perhaps
  }
  return from(0)
}

const not = (match: Match): Match => (match === 'yes' ? 'no' : match === 'no' ? 'yes' : match)

function both(a: Match, b: Match): Match {
  if (a === 'no' || b === 'no') return 'no'
  if (a === 'unknown' || b === 'unknown') return 'unknown'
  return a === 'name' || b === 'name' ? 'name' : 'yes'
}

/** server_match; `daemon@host` names one of the server's own addresses. */
function daemonMatches(token: string, daemon: string): Match {
  const at = token.indexOf('@', 1)
  const told = textMatches(at < 0 ? token : token.slice(0, at), daemon) ? 'yes' : 'no'
  if (at < 0 || told === 'no') return told
  return token.slice(at + 1).toUpperCase() === 'ALL' ? 'yes' : 'unknown'
}

/** client_match; `user@host` asks the client's ident server, which hardly any has. */
function clientMatches(token: string, address: string | undefined): Match {
  const at = token.indexOf('@', 1)
  if (at < 0) return hostMatches(token, address)
  const told = hostMatches(token.slice(at + 1), address)
  const user = token.slice(0, at).toUpperCase()
  return user === 'ALL' ? told : both(told, 'unknown')
}

/** host_match: a netgroup, a file of patterns, a word, a network, an address or a name. */
function hostMatches(token: string, address: string | undefined): Match {
  const word = token.toUpperCase()
  if (word === 'ALL') return 'yes'
  if (token.startsWith('@') || token.startsWith('/')) return 'unknown'
  if (word === 'KNOWN' || word === 'LOCAL' || word === 'PARANOID' || word === 'UNKNOWN') return 'name'
  const numeric = /^[\d./]*$/.test(token) || token.startsWith('[')
  if (address === undefined) return 'unknown'
  const slash = token.indexOf('/')
  if (slash > 0) return maskedMatch(token.slice(0, slash), token.slice(slash + 1), address) ? 'yes' : 'no'
  if (textMatches(token, address) || sameAddress(token, address)) return 'yes'
  // Whatever holds anything but digits and dots may be a name, and is compared with the client's.
  return numeric ? 'no' : 'name'
}

/** string_match: `*` and `?` anywhere, `.suffix`, ALL, `prefix.`, or the same text; upper and lower case are one. */
function textMatches(token: string, text: string): boolean {
  const [a, b] = [token.toLowerCase(), text.toLowerCase()]
  // match_pattern_ylo is the function that sshd has as match_pattern.
  if (/[*?]/.test(a)) return matchPattern(b, a)
  if (a.startsWith('.')) return b.length > a.length && b.endsWith(a)
  if (a === 'all') return true
  if (a === 'known') return b !== 'unknown'
  return a.endsWith('.') ? b.startsWith(a) : a === b
}

const unbracketed = (text: string): string => (/^\[.*\]$/.test(text) ? text.slice(1, -1) : text)

function sameAddress(token: string, address: string): boolean {
  const [a, b] = [bytesOf(unbracketed(token)), bytesOf(address)]
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** masked_match: `net/mask`, `net/bits`, `[net6]/bits`. An IPv4 network with bits set beyond its mask matches nothing. */
function maskedMatch(network: string, mask: string, address: string): boolean {
  const [base, it] = [bytesOf(unbracketed(network)), bytesOf(address)]
  if (!base || !it || base.length !== it.length) return false
  const bits = /^\d{1,3}$/.test(mask) ? Number(mask) : undefined
  const dotted = bits === undefined ? bytesOf(mask) : undefined
  // Both read as "no mask at all" where an address of all ones is the sign of an error (dot_quad_addr), and nothing matches.
  if (base.length === 4 && (bits === 0 || dotted?.every((byte) => byte === 0xff))) return false
  if (bits === undefined ? dotted?.length !== base.length : bits > base.length * 8) return false
  const parts = dotted ?? maskOf(bits!, base.length)
  return base.every((byte, i) => (base.length === 4 ? byte : byte & parts[i]!) === (it[i]! & parts[i]!))
}

/** Options that neither let in nor keep out (hosts_options(5)). */
const HARMLESS = /^(?:user|group|umask|linger|keepalive|spawn|rfc931|setenv|nice|severity|banners)$/

/**
 * What the options of a matching line make of it. `twist` replaces the daemon, which sshd is too proud for (options.c
 * twist_option: not in a resident process), and an option nobody knows is an error: both keep out.
 */
function afterOptions(text: string, otherwise: 'allows' | 'denies'): 'allows' | 'denies' {
  const options = text.split(/(?<!\\):/)
  for (const [i, option] of options.entries()) {
    const name = option.trim().split(/[\s=]/)[0]?.toLowerCase() ?? ''
    // What follows these is an error, and so is an empty option.
    if (name === 'allow') return i === options.length - 1 ? 'allows' : 'denies'
    if (!HARMLESS.test(name)) return 'denies'
  }
  return otherwise
}
