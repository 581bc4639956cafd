import type { ServerLogFact } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import { faultNamedBy } from './server-log-names.ts'

/** What is read, in characters, and of a line; sshd cuts a message at some 1000 bytes (log.c MSGBUFSIZ). */
const READ = 2 * 1024 * 1024
const LONGEST_LINE = 2000
const SAYS_KEPT = 4

/** What a log line says, as far as a login that fails from outside is concerned. */
type Reading =
  | { kind: 'throttling'; ended?: number }
  | { kind: 'drop'; address?: string; penalty: boolean }
  | { kind: 'more-drops'; count: number; penalty: boolean }
  | { kind: 'penalty' }
  | { kind: 'failed'; address: string }
  | { kind: 'refused'; address: string }
  | { kind: 'accepted' }

/** Something that can only be an address: the words in front of it may be the attacker's. */
const ADDRESS = String.raw`([\da-fA-F.:]{2,60}(?:%[\w.-]{1,40})?|UNKNOWN)`

/** Greedy up to the last ` from … port`: a user name may hold all of this text itself (openssh.md 5). */
const FAILED = new RegExp(
  String.raw`^Failed (?!none |publickey )\S{1,60} for .* from ${ADDRESS} port \d{1,5}(?: ssh2?)?$`,
)
const ACCEPTED = new RegExp(String.raw`^Accepted \S{1,60} for .* from ${ADDRESS} port \d{1,5}(?: ssh2?)?(?:: \S+ .*)?$`)
const INVALID = new RegExp(String.raw`^Invalid user .* from ${ADDRESS}(?: port \d{1,5})?$`)
const TURNED_AWAY = new RegExp(
  String.raw`^(?:Connection (?:closed|reset) by|Disconnected from|Disconnecting) (?:invalid|authenticating) user .* ${ADDRESS} port \d{1,5}(?:: .*)?$`,
)
const EXCEEDED = new RegExp(
  String.raw`^maximum authentication attempts exceeded for .* from ${ADDRESS} port \d{1,5} ssh2?$`,
)
/** Brackets stand around these addresses, and nothing of a stranger's in front. */
const DROP =
  /^drop connection #\d{1,9}(?: from \[([\da-fA-F.:%\w-]{1,100})\]:\d{1,5})?(?: on \[[^\]]{1,100}\]:\d{1,5})? ?(.{0,200})$/

function readMessage(message: string): Reading | undefined {
  switch (message[0]) {
    case 'b':
    case 'i':
    case 'e': {
      const m =
        /^(?:beginning|in|exited) MaxStartups throttling(?: (?:after|for) \S{1,40}, (\d{1,9}) connections dropped)?$/.exec(
          message,
        )
      if (!m) return undefined
      return message[0] === 'e' && m[1] ? { kind: 'throttling', ended: Number(m[1]) } : { kind: 'throttling' }
    }
    case 'd': {
      const m = DROP.exec(message)
      if (!m) return undefined
      const penalty = /^penalty:|too many penalised/.test(m[2] ?? '')
      return m[1] ? { kind: 'drop', address: m[1], penalty } : { kind: 'drop', penalty }
    }
    case 'M':
    case 'P': {
      const m =
        /^(Maxstartups|PerSourcePenalties) logging rate-limited: additional (\d{1,9}) connections dropped$/.exec(
          message,
        )
      return m ? { kind: 'more-drops', count: Number(m[2]), penalty: m[1] === 'PerSourcePenalties' } : undefined
    }
    case 's':
      return /^srclimit_penalise: .{1,200}\b(?:active penalty|activating )/.test(message)
        ? { kind: 'penalty' }
        : undefined
    case 'F': {
      const address = FAILED.exec(message)?.[1]
      return address ? { kind: 'failed', address } : undefined
    }
    case 'A':
      return ACCEPTED.test(message) ? { kind: 'accepted' } : undefined
    case 'I':
    case 'C':
    case 'D':
    case 'm': {
      const address = (INVALID.exec(message) ?? TURNED_AWAY.exec(message) ?? EXCEEDED.exec(message))?.[1]
      return address ? { kind: 'refused', address } : undefined
    }
    default:
      return undefined
  }
}

interface Line {
  message: string
  pid?: string
  /** syslogd folded so many into one. */
  times: number
}

/**
 * syslog's or the journal's header: priority, time, host and facility may each be missing. Nothing else may stand in front
 * of the tag, or a web server's log could speak for sshd.
 */
const HEADER =
  /^(?:<\d{1,3}>(?:1 )?)?(?:[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})? |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20} )?(?:<[\w.]{1,30}> )?(?:[\w.:-]{1,255} )?(?:\w{1,12}\.\w{1,12} )?(?:\S{0,60}\/)?(?:sshd|sshd-session|sshd-auth)(?:\[(\d{1,10})\])?: (.*)$/

/** The message behind the header; null where the line is no sshd's. */
function sshdLine(line: string): Line | null {
  const m = HEADER.exec(line)
  let message = m?.[2] ?? line
  message = message.replace(/^(?:error|fatal|info|debug[123]): /, '').replace(/ \[preauth\]$/, '')
  const folded = /^message repeated (\d{1,6}) times: \[ ?(.*)\]$/.exec(message)
  const times = folded ? Number(folded[1]) : 1
  if (folded) message = (folded[2] ?? '').replace(/ \[preauth\]$/, '')
  if (m) return m[1] ? { message, pid: m[1], times } : { message, times }
  // Without a header only sentences nobody but sshd says; `Connection closed by …` is the client's too.
  const reading = readMessage(message)
  return (reading && reading.kind !== 'refused') || faultNamedBy(message) ? { message, times } : null
}

/** What of each kind is worth showing, the most telling first. */
const SHOWN = ['throttling', 'drop', 'more-drops', 'penalty', 'failed', 'refused', 'accepted'] as const

/** A log in which nothing was found. */
export function emptyServerLog(): ServerLogFact {
  return {
    lines: 0,
    throttling: 0,
    drops: 0,
    dropSources: 0,
    penalties: 0,
    failures: 0,
    failureSources: 0,
    accepted: 0,
    says: [],
  }
}

/**
 * What lines of sshd's log say in sum, from the first release with a text to 10.5; undefined where no line is sshd's. Addresses
 * are read from a line's end, where no user name reaches. sshd itself logs only a sample of drops (8.4 to 9.9 one an
 * episode and their number at its end; from 10.0 the first three), so counts are the least there can have been.
 */
export function readServerLogHints(text: string): ServerLogFact | undefined {
  const fact = emptyServerLog()
  const dropSources = new Set<string>()
  const failureSources = new Set<string>()
  /** Connections that were refused a login, by pid, and whether a `Failed` line told so already. */
  const refused = new Map<string, boolean>()
  const shown = new Map<Reading['kind'], string>()
  /** Drops logged since an episode began; the line that ends it counts them again. */
  let inEpisode = 0
  const read = text.length > READ ? text.slice(-READ) : text
  for (const raw of read.split(/\r\n|\n|\r/)) {
    if (raw === '') continue
    const line = sshdLine(raw.length > LONGEST_LINE ? raw.slice(0, LONGEST_LINE) : raw)
    if (!line) continue
    fact.lines++
    const named = faultNamedBy(line.message)
    if (named && !fact.names?.includes(named)) {
      fact.names = [...(fact.names ?? []), named]
      fact.says.push(visible(raw.trim()))
    }
    const reading = readMessage(line.message)
    if (!reading) continue
    // The end of an episode tells its size; it is the better one to show.
    if (!shown.has(reading.kind) || (reading.kind === 'throttling' && reading.ended !== undefined))
      shown.set(reading.kind, visible(raw.trim()))
    switch (reading.kind) {
      case 'throttling':
        fact.throttling += line.times
        if (reading.ended === undefined) break
        fact.drops += Math.max(0, reading.ended - inEpisode)
        inEpisode = 0
        break
      case 'drop':
        fact.drops += line.times
        if (reading.penalty) fact.penalties += line.times
        else {
          // From 10.0 on no other line says that the limit is reached.
          fact.throttling += line.times
          inEpisode += line.times
        }
        if (reading.address) dropSources.add(reading.address)
        break
      case 'more-drops':
        fact.drops += reading.count
        if (reading.penalty) fact.penalties += reading.count
        else fact.throttling += line.times
        break
      case 'penalty':
        fact.penalties += line.times
        break
      case 'failed':
        fact.failures += line.times
        failureSources.add(reading.address)
        if (line.pid) refused.set(line.pid, true)
        break
      case 'refused':
        failureSources.add(reading.address)
        if (line.pid && !refused.has(line.pid)) refused.set(line.pid, false)
        break
      case 'accepted':
        fact.accepted += line.times
    }
  }
  if (fact.lines === 0) return undefined
  for (const told of refused.values()) if (!told) fact.failures++
  fact.dropSources = dropSources.size
  fact.failureSources = failureSources.size
  fact.says = [...fact.says, ...SHOWN.flatMap((kind) => shown.get(kind) ?? [])].slice(0, SAYS_KEPT)
  return fact
}
