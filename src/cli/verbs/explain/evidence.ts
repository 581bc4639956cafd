import { readClientLog } from '../../../client-log/client-log.ts'
import { LOG_MESSAGE } from '../../../core/log-messages.ts'
import type { LogMessage } from '../../../core/log-messages.ts'
import type { ClientLog, FactSheet, ServerLogFact } from '../../../core/types.ts'
import { visible } from '../../../core/visible.ts'
import { recogniseMessage } from '../../../sshd-log/message.ts'
import { emptyServerLog, readServerLogHints } from '../../../sshd-log/server-log-hints.ts'
import { readHearsay } from '../../../words/hearsay.ts'
import type { LineReading } from '../../../words/line.ts'
import { printedLines } from '../../../words/pasted.ts'
import { toldDetail } from '../../../words/told-detail.ts'
import { letsIn, sideOf, sumOfText } from '../../../words/text-sum.ts'
import { readOnce } from './read-once.ts'

function linesOf(text: string): ReadLine[] {
  const read = readOnce()
  return printedLines(text, (line) => read(line).known).map((line) => {
    const reading = read(line)
    // What two may have said stays where it stands: its side reads it within the line as well.
    return { text: reading.by === undefined ? line : (reading.within ?? line), reading }
  })
}

/** A port of this machine, as those who publish one write it: what stands behind it is a guest or a container. */
const LOOPBACK = /(?<![\d.])(127\.\d{1,3}\.\d{1,3}\.\d{1,3}):(?!22\b)\d{2,5}(?!\d)/

/** Telling lines kept for people. */
const SAYS_KEPT = 4

/** Everything a pasted text says, whoever said it: ssh, sshd, a cloud, a person. Pure. */
export function evidenceIn(text: string, at: string): { facts: FactSheet; address?: string } {
  const facts: FactSheet = {}
  const paste = <V>(value: V) => ({ at, seen: 'told' as const, via: 'paste', value })
  const lines = linesOf(text)
  facts['pasted-text'] = paste(sumOfText(lines))
  const side = onlySide(lines)
  const joined = (some: readonly ReadLine[]) => some.map((line) => line.text).join('\n')
  const log = readClientLog(joined(lines.filter((line) => isForClient(line, side))))
  addTold(log, lines)
  const loopback = LOOPBACK.exec(joined(lines.slice(0, 400)))
  if (log.address === undefined && loopback) log.address = loopback[1] ?? '127.0.0.1'
  // What nc showed is no attempt of ssh's, but the server's own word.
  if (
    log.failure !== undefined ||
    log.reached !== 'start' ||
    log.preBanner.length + log.keyProblems.length + (log.told?.length ?? 0) > 0
  )
    facts['client-text'] = paste(log)
  const server = withWords(
    readServerLogHints(joined(lines.filter(({ reading }) => sideOf(reading) !== 'client'))),
    lines.filter(({ reading }) => sideOf(reading) === 'server'),
  )
  // `systemctl status` says of any unit that it is stopped; only its heading says of which.
  if (server?.told && !lines.some(({ reading }) => reading.ids.includes('systemctl-unit-heading')))
    server.told = server.told.filter((message) => message !== 'service-stopped')
  // Lines of sshd's that say nothing of a failure are no evidence, and a ranking without any would be mere belief.
  if (server && saysSomething(server)) facts['server-log'] = paste(server)
  const hearsay = readHearsay(text)
  if (hearsay.agent) facts['management-agent'] = paste(hearsay.agent)
  if (hearsay.workloads) facts.workloads = paste(hearsay.workloads)
  return { facts, ...(log.address === undefined ? {} : { address: log.address }) }
}

/**
 * A line that two may have said is read as either's. What the server shows to the user has no tag, and stands among the client's words: only
 * a line of the log is not for the client.
 */
function isForClient({ reading }: ReadLine, side: 'client' | 'server' | undefined): boolean {
  // Among lines of a log alone, what two may have said is the log's.
  if (sideOf(reading) === undefined) return side !== 'server' || !reading.known
  return sideOf(reading) === 'client' || (reading.tag === undefined && recogniseMessage(reading.text).kind === 'other')
}

/** The side that says all that only one can have said. */
function onlySide(lines: readonly ReadLine[]): 'client' | 'server' | undefined {
  const sides = new Set(lines.flatMap(({ reading }) => sideOf(reading) ?? []))
  return sides.size === 1 ? [...sides][0] : undefined
}

type ReadLine = { text: string; reading: LineReading }

/** What other programs of the server say, whose lines the counting of sshd's own passes over, and what all of them name. */
function withWords(counted: ServerLogFact | undefined, lines: readonly ReadLine[]): ServerLogFact | undefined {
  const telling = lines.filter(
    ({ reading }) => reading.message !== undefined && LOG_MESSAGE[reading.message].by !== 'client',
  )
  if (telling.length === 0) return counted
  const fact = counted ?? emptyServerLog()
  const told = new Set(fact.told)
  const more = telling.filter(({ reading }) => !told.has(reading.message!) && told.add(reading.message!))
  const refused = lines.filter(({ reading }) => reading.step === 'auth' && reading.road === 'breaks')
  const sources = new Set(refused.flatMap(({ reading }) => reading.fields.address ?? []))
  return {
    ...fact,
    lines: Math.max(fact.lines, telling.length),
    // In front of some lines stands more than the counting knows how to take off.
    accepted: Math.max(fact.accepted, lines.filter(({ reading }) => letsIn(reading)).length),
    failureSources: Math.max(fact.failureSources, sources.size),
    told: [...told],
    details: detailsOf(telling),
    says: [...more.map(({ text }) => visible(text.trim())), ...fact.says].slice(0, SAYS_KEPT),
  }
}

/** What telling lines name, the last line of each message. */
function detailsOf(telling: readonly ReadLine[]): NonNullable<ServerLogFact['details']> {
  const named = new Map<LogMessage, NonNullable<ServerLogFact['details']>[number]>()
  for (const { text, reading } of telling) {
    const message = reading.message!
    // A line that says less than the one before it takes nothing of that away.
    named.set(message, { ...named.get(message), ...toldDetail(message, text, reading.fields, 300) })
  }
  return [...named.values()]
}

/** A client's word within a line of something else names as much, where no line is the client's own. */
function addTold(log: ClientLog, lines: readonly ReadLine[]): void {
  if (log.failure !== undefined || log.reached !== 'start') return
  const telling = lines.filter(({ reading }) => reading.message && LOG_MESSAGE[reading.message].by === 'client')
  const more = telling.filter(({ reading }) => !log.told?.includes(reading.message!))
  if (more.length === 0) return
  log.told = [...(log.told ?? []), ...new Set(more.map(({ reading }) => reading.message!))]
  log.details = [...(log.details ?? []), ...detailsOf(more)]
}

function saysSomething({ failures, says, keysRefused = 0, told = [] }: ServerLogFact): boolean {
  return failures + says.length + keysRefused + told.length > 0
}
