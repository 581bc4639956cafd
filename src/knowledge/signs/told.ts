import { LOG_MESSAGE } from '../../core/log-messages.ts'
import type { LogMessage } from '../../core/log-messages.ts'
import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import {
  faultNamedBy,
  faultNamedIn,
  faultsLeftOpenBy,
  NAMED_BY_CLIENT,
  NAMED_BY_OTHERS,
  NAMED_BY_SSHD,
} from '../named-by.ts'
import type { FactSheet, ServerLogFact, Sign } from '../../core/types.ts'

const has = (message: LogMessage, manner: 'strangers' | 'everyday'): boolean => manner in LOG_MESSAGE[message]

/** The line that names the fault. */
const lineThatNames = (details: ServerLogFact['details'] = [], fault: unknown): string | undefined =>
  details.findLast(({ message }) => faultNamedBy(message) === fault)?.says

/** What the most exact of the messages leaves open. */
function leftOpen(told: readonly LogMessage[]): string[] | undefined {
  const open = told.map(faultsLeftOpenBy).filter((ids) => ids.length > 0)
  return open.toSorted((a, b) => a.length - b.length)[0]
}

/** Strangers are in this text, or somebody who was let in: what it says of refused logins need not be about the reader's own. */
export const isCrowd = ({ failures, failureSources, dropSources, accepted }: ServerLogFact): boolean =>
  accepted > 0 || failures >= 10 || failureSources >= 3 || dropSources >= 3

/** Signs nobody sees from outside: told by a cloud, a log or a person. */

export const managementAgent = {
  id: 'management-agent',
  stage: 'host',
  beside: true,
  passes: 'online',
  shuts: false,
  values: ['online', 'lost'],
  from: ['management-agent'],
  read: (facts) => known(facts, 'management-agent')?.state,
  says: {
    online: 'the cloud still hears its agent on the host',
    lost: 'the cloud lost its agent on the host at the same time: more than sshd is ill',
  },
} satisfies Sign<'online' | 'lost'>

export const workloads = {
  id: 'workloads',
  stage: 'host',
  beside: true,
  passes: 'running',
  shuts: false,
  values: ['running', 'gone'],
  from: ['workloads'],
  read: (facts) => known(facts, 'workloads')?.state,
  says: { running: 'programs on the host are still running', gone: 'programs on the host are gone' },
} satisfies Sign<'running' | 'gone'>

export const logDrops = {
  id: 'log-drops',
  stage: 'banner',
  beside: true,
  passes: 'none',
  shuts: true,
  values: ['none', 'throttling', 'penalties'],
  from: ['server-log'],
  read(facts) {
    const log = known(facts, 'server-log')
    if (!log) return undefined
    if (log.throttling > 0 || log.drops > log.penalties) return 'throttling'
    if (log.source !== undefined) return log.penalties > 0 ? 'penalties' : 'none'
    // A text is an excerpt: what it does not show says nothing. That strangers are penalised is as it should be.
    return log.penalties > 0 && !isCrowd(log) ? 'penalties' : undefined
  },
  says: {
    none: "sshd's log has no dropped connections",
    throttling: "sshd's log says that MaxStartups drops connections",
    penalties: "sshd's log says that it penalises an address",
  },
} satisfies Sign<'none' | 'throttling' | 'penalties'>

const NAMES = [...new Set([...NAMED_BY_SSHD, ...NAMED_BY_OTHERS])]

function namedByLog(facts: FactSheet): string | string[] | undefined {
  const log = known(facts, 'server-log')
  // Read on the server itself, with the time of our own login at hand, it is another sign (log-of-ours).
  if (!log || log.source !== undefined) return undefined
  const crowd = isCrowd(log)
  const inVain = known(facts, 'client-text')?.failure?.startsWith('connect-') ?? false
  // Where the socket unit listens, the service is stopped until somebody knocks.
  const idle = log.told?.includes('socket-unit-listens') ?? false
  const told = (log.told ?? []).filter(
    (message) =>
      (!crowd || !has(message, 'strangers')) &&
      (inVain || !has(message, 'everyday')) &&
      (!idle || message !== 'service-stopped'),
  )
  return faultNamedIn(told) ?? leftOpen(told)
}

function namedByClient(facts: FactSheet): string | string[] | undefined {
  const told = clientLogs(facts).flatMap((log) => log.told ?? [])
  // A text is an excerpt: what it does not say is no evidence.
  return faultNamedIn(told) ?? leftOpen(told) ?? (known(facts, 'login') ? 'none' : undefined)
}

/** What sshd, or another program of the server, calls by name: the value is the fault's own id. */
export const logNames = {
  id: 'log-names',
  stage: 'banner',
  beside: true,
  names: true,
  usual: { none: 0.998 },
  passes: 'none',
  shuts: true,
  values: ['none', ...NAMES],
  from: ['server-log', 'client-text'],
  read: namedByLog,
  says: Object.fromEntries([
    ['none', 'the log names no fault'],
    ...NAMES.map((id) => [id, NAMED_BY_SSHD.includes(id) ? "sshd's own log says so" : "the server's log says so"]),
  ]),
  detail: (facts) => lineThatNames(known(facts, 'server-log')?.details, namedByLog(facts)),
} satisfies Sign

/** What the program that connects calls by name: the value is the fault's own id. */
export const clientNames = {
  id: 'client-names',
  stage: 'client',
  beside: true,
  uncounted: true,
  names: true,
  usual: { none: 0.998 },
  passes: 'none',
  shuts: true,
  values: ['none', ...NAMED_BY_CLIENT],
  from: ['login', 'login-beyond-host-key', 'client-text'],
  read: namedByClient,
  says: Object.fromEntries([
    ['none', 'the client names no fault of its own'],
    ...NAMED_BY_CLIENT.map((id) => [id, 'the client itself says so']),
  ]),
  detail: (facts) =>
    lineThatNames(
      clientLogs(facts).flatMap((log) => log.details ?? []),
      namedByClient(facts),
    ),
} satisfies Sign

export const logAttack = {
  id: 'log-attack',
  stage: 'banner',
  beside: true,
  passes: 'none',
  shuts: false,
  values: ['none', 'many-sources', 'one-source'],
  from: ['server-log'],
  read(facts) {
    const log = known(facts, 'server-log')
    if (!log) return undefined
    // Everybody's log shows strangers who fail. In an excerpt they bear on nothing but the drops beside them.
    if (log.source === undefined && log.throttling === 0 && log.drops <= log.penalties) return undefined
    const [count, sources] = [log.failures + log.drops, Math.max(log.failureSources, log.dropSources)]
    // Silent strangers leave no line at all (openssh.md 0 #4): a log read within that has none is no proof of peace.
    if (count < 3) return undefined
    return sources >= 3 ? 'many-sources' : 'one-source'
  },
  says: {
    none: 'the log shows no attack',
    'many-sources': 'the log shows failed logins or drops from many strangers',
    'one-source': 'the log shows failed logins or drops from one or two addresses',
  },
} satisfies Sign<'none' | 'many-sources' | 'one-source'>
