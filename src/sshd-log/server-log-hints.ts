import type { LogMessage } from '../core/log-messages.ts'
import type { ServerLogFact } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import { tellingOfOthers, type Telling } from '../words/line-telling.ts'
import { toldDetail } from '../words/told-detail.ts'
import { messageOfKind, tellingOf, unsafePathIn } from './telling-message.ts'
import { newReadState, recogniseLine } from './line.ts'
import type { LineKind, LogLine } from './types.ts'

/** What is read, in characters, and of a line; sshd cuts a message at some 1000 bytes (log.c MSGBUFSIZ). */
const READ = 2 * 1024 * 1024
const LONGEST_LINE = 2000
const LONGEST_FIELD = 300
const SAYS_KEPT = 4

/** What a log line says, as far as a login that fails from outside is concerned. */
type Weight = 'throttling' | 'drop' | 'more-drops' | 'penalty' | 'failed' | 'refused' | 'accepted' | 'pam-denied'

const WEIGHT: Partial<Record<LineKind, Weight>> = {
  'throttling-begins': 'throttling',
  'throttling-continues': 'throttling',
  'throttling-ends': 'throttling',
  drop: 'drop',
  'drop-per-source': 'drop',
  'drop-penalty': 'drop',
  'drops-suppressed': 'more-drops',
  'penalty-drops-suppressed': 'more-drops',
  penalty: 'penalty',
  failed: 'failed',
  'invalid-user': 'refused',
  'max-attempts': 'refused',
  accepted: 'accepted',
  'pam-denied': 'pam-denied',
}
/** Which limit drops: with fewer pending than the first number of MaxStartups it is the source's own (openssh.md 1.3). */
const DROPPED: Partial<Record<LineKind, LogMessage>> = {
  'throttling-begins': 'dropped-past-maxstartups',
  'throttling-continues': 'dropped-past-maxstartups',
  'throttling-ends': 'dropped-past-maxstartups',
  'drops-suppressed': 'dropped-past-maxstartups',
  drop: 'dropped-past-maxstartups',
  'drop-per-source': 'dropped-per-source',
}
/** The end of a connection counts where sshd says that nobody had been let in over it. */
const ENDS: ReadonlySet<LineKind> = new Set(['closed', 'reset', 'disconnected', 'disconnecting'])
/** A client says these as well: without sshd's tag they are nobody's. */
const ALSO_THE_CLIENTS: ReadonlySet<LineKind> = new Set([
  ...ENDS,
  'invalid-user',
  'received-disconnect',
  'kex-identification',
  'protocol-mismatch',
  'bad-identification',
  'bad-packet',
  'client-timeout',
  'max-attempts',
])

function weightOf(said: LogLine): Weight | undefined {
  if (ENDS.has(said.kind))
    return said.account === 'invalid' || said.account === 'authenticating' ? 'refused' : undefined
  // Key after key is refused before the right one: of a client with an agent that is no failure.
  if (said.kind === 'failed' && said.method === 'publickey') return undefined
  return WEIGHT[said.kind]
}

const HEADER = /^.{0,400}?\bsshd(?:-session|-auth)?(?:(?:\[\d{1,10}\])?: | (?:\d{1,10}|-) \S{1,32} - )/

/** What stands behind tag and level. A line without a tag is all message: its first words may be a stranger's. */
const messageOf = (line: string, tagged: boolean): string =>
  (tagged ? line.replace(HEADER, '') : line)
    .replace(/^(?:error|fatal|info|debug[123]): /, '')
    .replace(/ \[preauth\]$/, '')

/** What of each kind is worth showing, the most telling first. */
const SHOWN = ['throttling', 'drop', 'more-drops', 'penalty', 'pam-denied', 'failed', 'refused', 'accepted'] as const

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
 * What lines of sshd's log say in sum, from the first release with a text to 10.5; undefined where no line is sshd's. The
 * recogniser reads each line; addresses stand at a line's end, where no user name reaches. sshd itself logs only a sample of drops (8.4 to 9.9 one an
 * episode and their number at its end; from 10.0 the first three), so counts are the least there can have been.
 */
export function readServerLogHints(text: string): ServerLogFact | undefined {
  const hints = new Hints()
  const read = text.length > READ ? text.slice(-READ) : text
  for (const raw of read.split(/\r\n|\n|\r/))
    if (raw !== '') hints.line(raw.length > LONGEST_LINE ? raw.slice(0, LONGEST_LINE) : raw)
  return hints.end()
}

type Details = NonNullable<ServerLogFact['details']>

class Hints {
  readonly #fact = emptyServerLog()
  readonly #state = newReadState()
  readonly #dropSources = new Set<string>()
  readonly #failureSources = new Set<string>()
  /** Connections that were refused a login, by pid, and whether a `Failed` line told so already. */
  readonly #refused = new Map<number, boolean>()
  readonly #shown = new Map<Weight, string>()
  /** What the last of each kind of telling line names. */
  readonly #details = new Map<LogMessage, Details[number]>()
  /** Drops logged since an episode began; the line that ends it counts them again. */
  #inEpisode = 0

  line(line: string): void {
    const found = recogniseLine(line, this.#state)
    const said = found?.tag === undefined && found && ALSO_THE_CLIENTS.has(found.kind) ? undefined : found
    const telling = tellingOf(messageOf(line, said?.tag !== undefined), said === undefined) ?? tellingOfOthers(line)
    const told = (said && DROPPED[said.kind]) ?? telling?.message ?? (said && messageOfKind(said))
    if (!said && !told) return
    this.#fact.lines++
    if (told) this.#tell(told, line, telling?.fields)
    if (!said) return
    // Who came with several keys was refused some before the right one.
    if (said.kind === 'failed' && said.method === 'publickey')
      this.#fact.keysRefused = (this.#fact.keysRefused ?? 0) + 1
    // Who says nothing until the time is over failed as well, and a crowd of them is one.
    if (said.kind === 'grace-timeout' && said.address !== undefined) this.#failureSources.add(said.address)
    const weight = weightOf(said)
    if (weight) this.#weigh(weight, said, line)
  }

  #tell(told: LogMessage, line: string, fields: Telling['fields'] = {}): void {
    const fact = this.#fact
    this.#details.set(told, toldDetail(told, line, fields, LONGEST_FIELD))
    if (fact.told?.includes(told)) return
    fact.told = [...(fact.told ?? []), told]
    const path = unsafePathIn(line)
    if (path !== undefined) fact.unsafePath = visible(path)
    // What sshd says for want of anything better (PAM refused), and drops, are shown by their weight.
    if (told !== 'account-refused-by-pam' && !told.startsWith('dropped-')) fact.says.push(visible(line.trim()))
  }

  #weigh(weight: Weight, said: LogLine, line: string): void {
    const fact = this.#fact
    const { kind, count = 1, address, pid } = said
    const ended = kind === 'throttling-ends'
    // The end of an episode tells its size; it is the better one to show.
    if (!this.#shown.has(weight) || ended) this.#shown.set(weight, visible(line.trim()))
    switch (weight) {
      case 'throttling':
        fact.throttling += ended ? 1 : count
        if (!ended) break
        fact.drops += Math.max(0, count - this.#inEpisode)
        this.#inEpisode = 0
        break
      case 'drop':
        fact.drops += count
        if (kind === 'drop-penalty') fact.penalties += count
        else {
          // From 10.0 on no other line says that the limit is reached.
          fact.throttling += count
          this.#inEpisode += count
        }
        if (address !== undefined) this.#dropSources.add(address)
        break
      case 'more-drops':
        fact.drops += count
        if (kind === 'penalty-drops-suppressed') fact.penalties += count
        else fact.throttling++
        break
      case 'penalty':
        // A deferred one refuses nobody yet (srclimit.c).
        if (!/ deferred penalty /.test(line)) fact.penalties += count
        break
      case 'failed':
        fact.failures += count
        if (address !== undefined) this.#failureSources.add(address)
        if (pid !== undefined) this.#refused.set(pid, true)
        break
      case 'refused':
        if (address !== undefined) this.#failureSources.add(address)
        if (pid !== undefined && !this.#refused.has(pid)) this.#refused.set(pid, false)
        break
      case 'accepted':
        fact.accepted += count
    }
  }

  end(): ServerLogFact | undefined {
    const fact = this.#fact
    if (fact.lines === 0) return undefined
    for (const told of this.#refused.values()) if (!told) fact.failures++
    if (this.#details.size > 0) fact.details = [...this.#details.values()]
    fact.dropSources = this.#dropSources.size
    fact.failureSources = this.#failureSources.size
    fact.says = [...fact.says, ...SHOWN.flatMap((weight) => this.#shown.get(weight) ?? [])].slice(0, SAYS_KEPT)
    return fact
  }
}
