import { QOS } from '../choices.ts'
import { parseAnyBase, parseInteger, parsePort, parseScaled, parseTime, scanInts } from '../numbers.ts'
import type { Reader, Reading } from '../reading.ts'
import { splitHostPort } from './lists.ts'
import { atLeast, hasDebianPatches } from '../../openssh/release.ts'
import { strtonum } from '../../openssh/strtonum.ts'

/** Lines with a grammar of their own. */

const missing = (r: Reading): string => `${r.keyword} missing argument.`

/** Up to 10.0 sshd writes the numbers down as it scans them: the last line wins, and a single number leaves the rate. */
function maxStartups(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missing(r)
  const numbers = scanInts(text, 3)
  const [begin, second, third] = numbers
  const invalid = `Invalid ${r.keyword} spec.`
  if (begin === undefined || numbers.length === 2) return invalid
  if (third !== undefined && (begin > third || second! > 100 || second! < 1)) return invalid
  const full = third ?? begin
  if (begin <= 0 || full <= 0) return invalid
  const firstWins = atLeast(r.release, [10, 1])
  const before = firstWins ? undefined : r.options.get(r.name)?.values[0]?.split(':')[1]
  const value = `${begin}:${second ?? before ?? 30}:${full}`
  if (!firstWins) r.options.last(r.name, value, r.line)
  else if (r.active) r.options.first(r.name, value, r.line)
  return undefined
}

function netblock(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missing(r)
  const [v4, v6] = scanInts(text, 2)
  const bad = v4 === undefined || v4 < 0 || v4 > 32 || (v6 !== undefined && (v6 < 0 || v6 > 128))
  if (bad) return `Invalid ${r.keyword} spec.`
  if (!r.active) return undefined
  const firstWins = atLeast(r.release, [10, 1])
  // Up to 10.0 the second number is not set where it is not said; what is seen is 0.
  const value = `${v4}:${v6 ?? (firstWins ? 128 : 0)}`
  if (firstWins) r.options.first(r.name, value, r.line)
  else r.options.last(r.name, value, r.line)
  return undefined
}

function sourceStartups(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missing(r)
  const value = text === 'none' ? text : parseInteger(text)
  if (value === 'missing' || value === 'invalid' || value === 'too small' || value === 'too large') {
    return `${r.keyword} integer value ${value}.`
  }
  if (!r.active) return undefined
  const shown = value === 2147483647 ? 'none' : String(value)
  if (atLeast(r.release, [9, 6])) r.options.first(r.name, shown, r.line)
  else r.options.last(r.name, shown, r.line)
  return undefined
}

const OLD_QOS = new Set(['lowdelay', 'throughput', 'reliability'])

function decimal(text: string): number | undefined {
  const value = strtonum(text, 0, 255)
  return typeof value === 'number' ? value : undefined
}

/** misc.c parse_ipqos and iptos2str. */
function qosWord(text: string, release: Reading['release']): string | undefined {
  const lower = text.toLowerCase()
  // Debian's 10.0 has 10.1's reading already.
  const modern = atLeast(release, [10, hasDebianPatches(release) ? 0 : 1])
  if (modern && OLD_QOS.has(lower)) return 'none'
  // 8.4 wrote the class of RFC 8622 into the wrong bits.
  if (lower === 'le' && !atLeast(release, [8, 7])) return 'le'
  const value = Object.hasOwn(QOS, lower) ? QOS[lower]! : modern ? decimal(text) : parseAnyBase(text)
  if (value === undefined || (value !== Number.POSITIVE_INFINITY && (value < 0 || value > 255))) return undefined
  const name = Object.keys(QOS).find(
    (key) => QOS[key] === value && !(modern && OLD_QOS.has(key)) && (key !== 'le' || atLeast(release, [8, 7])),
  )
  return name ?? `0x${value.toString(16).padStart(2, '0')}`
}

function qos(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missing(r)
  const interactive = qosWord(text, r.release)
  if (interactive === undefined) return `Bad ${r.keyword} value: ${text}`
  const second = r.args.shift()
  const bulk = second === undefined ? interactive : qosWord(second, r.release)
  if (bulk === undefined) return `Bad ${r.keyword} value: ${second}`
  if (!r.active) return undefined
  if (atLeast(r.release, [10, 3])) r.options.first(r.name, `${interactive} ${bulk}`, r.line)
  else r.options.last(r.name, `${interactive} ${bulk}`, r.line)
  return undefined
}

/** The two halves are first-wins on their own: `rekeylimit` and, hidden behind it, `rekeyinterval`. */
function rekey(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missing(r)
  let bytes = 0n
  if (text !== 'default') {
    const value = parseScaled(text)
    if (typeof value === 'string') return `Bad ${r.keyword} number '${text}': ${value}`
    if (value !== 0n && value < 16n) return `${r.keyword} too small`
    bytes = value
  }
  if (r.active) r.options.first('rekeylimit', String(bytes), r.line)
  const second = r.args[0]
  if (second === undefined) return undefined
  r.args.shift()
  if (second === 'none') return undefined
  if (second === '') return 'missing time value.'
  const seconds = parseTime(second, r.release)
  if (seconds === undefined) return 'invalid time value.'
  if (r.active && !r.options.has('rekeyinterval')) r.options.set('rekeyinterval', [String(seconds)], r.line)
  return undefined
}

function listen(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return 'missing address'
  let host = text
  let port = 0
  const bareV6 = !text.includes('[') && text.split(':').length > 2
  if (!bareV6) {
    const cut = splitHostPort(text)
    if (!cut) return 'bad address:port usage'
    host = cut.host.replace(/^\[(.*)\]$/s, '$1')
    if (cut.port !== undefined) {
      port = parsePort(cut.port)
      if (port <= 0) return 'bad port number'
    }
  }
  const extra = r.args.shift()
  // Before 8.7 an empty word is left behind a closing quote.
  if (extra === undefined && !atLeast(r.release, [8, 7]) && /"[ \t\r]*$/.test(r.rest)) return 'bad ListenAddress syntax'
  if (extra !== undefined) {
    if (extra !== 'rdomain' || r.args.shift() === undefined) return 'bad ListenAddress syntax'
    return 'bad routing domain'
  }
  r.options.append('listenaddress', [`${port}\t${host}`], r.line)
  return undefined
}

/** One name once; where it comes again 9.2 does not start, and 9.5 and newer keep the first (servconf.c sSubsystem). */
function subsystem(r: Reading): string | undefined {
  const [name, path, ...rest] = r.args
  const modern = atLeast(r.release, [9, 5])
  if (!name) return missing(r)
  if (!r.active) {
    if (modern) r.args.length = 0
    else r.args.splice(0, 2)
    return undefined
  }
  const known = r.options.get(r.name)?.by.findIndex((line) => line.arguments[0] === name) ?? -1
  if (known >= 0) {
    if (!modern) return `Subsystem '${name}' already defined.`
    const winner = r.options.get(r.name)!.by[known]!
    r.line.why = 'first-wins'
    if (winner !== r.line) r.line.wonBy = { file: winner.file, line: winner.line }
    r.args.length = 0
    return undefined
  }
  if (!path) return 'Missing subsystem command.'
  r.args.length = 0
  // From 9.5 on the words after the path are put together first, with a blank before them; since 9.7 not before nothing.
  const after = modern ? rest.map(argvWord).join(' ') : rest.join(' ')
  const separate = modern ? after !== '' || !atLeast(r.release, [9, 7]) : rest.length > 0
  const gap = separate ? ' ' : ''
  r.options.append(r.name, [`${name} ${modern ? argvWord(path) : path}${gap}${after}`], r.line)
  return undefined
}

/** misc.c argv_assemble: words with blanks or quotes are quoted again. */
function argvWord(word: string): string {
  const blank = /[ \t]/.test(word)
  const escaped = word.replace(/["'\\]/g, (c) => `\\${c}`)
  return blank ? `"${escaped}"` : escaped
}

const PENALTY_TIMES = ['crash', 'authfail', 'noauth', 'grace-exceeded', 'refuseconnection', 'max', 'min'] as const

/** Every part is first-wins on its own; they are kept as `persourcepenalties/<part>`. */
function penalties(r: Reading): string | undefined {
  if (r.args.length === 0) return `no ${r.keyword} specified`
  const keep = (part: string, value: string) => {
    if (!r.active) return
    const key = `persourcepenalties/${part}`
    if (r.options.has(key)) return
    r.options.set(key, [value], r.line)
    if (part !== 'enabled') r.options.set('persourcepenalties/enabled', ['yes'], r.line)
  }
  for (let text = r.args.shift(); text !== undefined; text = r.args.shift()) {
    const lower = text.toLowerCase()
    if (lower === 'no' || lower === 'yes') {
      if (r.args.length > 0) return `keyword ${r.keyword} "${text}" argument must appear alone.`
      keep('enabled', lower)
      continue
    }
    const colon = text.indexOf(':')
    const part = text.slice(0, Math.max(colon, 0))
    const value = text.slice(colon + 1)
    const timed = [...PENALTY_TIMES, ...(atLeast(r.release, [10, 3]) ? ['invaliduser'] : [])]
    if (timed.includes(part) && !(part === 'refuseconnection' && !atLeast(r.release, [9, 9]))) {
      const seconds = penaltyTime(value, r.release)
      if (seconds === undefined) return `invalid ${r.keyword} time value.`
      keep(part, seconds)
    } else if (part === 'max-sources4' || part === 'max-sources6') {
      const count = parseInteger(value)
      if (typeof count === 'string') return `${r.keyword} value ${count}.`
      keep(part, String(count))
    } else if (/^overflow6?:(?:deny-all|permissive)$/.test(text)) keep(part, value)
    else return `unsupported ${r.keyword} keyword ${text}`
  }
  return undefined
}

/** Whole seconds up to 10.2; parts of a second, printed with six digits, from 10.3 on. */
function penaltyTime(text: string, release: Reading['release']): string | undefined {
  if (!atLeast(release, [10, 3])) {
    const seconds = parseTime(text, release)
    return seconds === undefined ? undefined : String(seconds)
  }
  const m = /^(.*?)(?:(\d+)?(\.\d+)([sS]?))?$/s.exec(text)
  const whole = m![1] === '' ? 0 : parseTime(m![1]!, release)
  if (text === '' || whole === undefined) return undefined
  return (whole + Number(`${m![2] ?? 0}${m![3] ?? ''}`)).toFixed(6)
}

export const SPECIAL: Readonly<Record<string, Reader>> = {
  'max-startups': maxStartups,
  netblock,
  'source-startups': sourceStartups,
  qos,
  rekey,
  listen,
  subsystem,
  penalties,
}
