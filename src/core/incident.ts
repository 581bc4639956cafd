import { known } from './probe.ts'
import { CASE_SCHEMA } from './types.ts'
import type { Case, Fact, FactId, Facts, FactSheet, Target } from './types.ts'

/** The examination began. Always the first event. */
export interface Opened {
  kind: 'opened'
  /** ISO 8601, as every `at` of an event. */
  at: string
  /** Names the incident; nothing is read from it. */
  id: string
  version: string
  target: Target
}

/** A connection that the target's SSH port sees from us. */
export interface Connected {
  kind: 'connected'
  at: string
}

/** A probe was answered, or its answer could not be had. */
export type Answered = {
  [K in FactId]: {
    kind: 'answered'
    id: K
    fact: Fact<Facts[K]>
    /** It is kept, and an earlier answer to the same question stands: that one saw more of what passes quickly. */
    aside?: true
  }
}[FactId]

export interface Closed {
  kind: 'closed'
  at: string
  /** By a clock that only goes forward. */
  seconds: number
  /** The user cut it short. */
  interrupted?: true
}

/** What an incident is made of. Events are only ever appended; whatever else is said of an incident is their fold. */
export type IncidentEvent = Opened | Connected | Answered | Closed
export type IncidentEvents = readonly [Opened, ...IncidentEvent[]]

/** Takes an event into a sheet of facts, in place: of several answers to one question the last that is not aside stands. */
export function noteFact(facts: FactSheet, event: IncidentEvent): void {
  if (event.kind === 'answered' && !event.aside) Object.assign(facts, { [event.id]: event.fact })
}

/** The fold: what is known after these events, as it is saved, mailed and judged. */
export function caseOf(events: IncidentEvents): Case {
  const [opened] = events
  const facts: FactSheet = {}
  for (const event of events) noteFact(facts, event)
  const closed = events.findLast((event) => event.kind === 'closed')
  const config = known(facts, 'ssh-config')
  const user = config?.user ?? opened.target.user
  const connected = events.filter((event) => event.kind === 'connected').length
  return {
    schema: CASE_SCHEMA,
    kind: 'sshmedic-case',
    version: opened.version,
    openedAt: opened.at,
    target: {
      ...opened.target,
      host: config?.host ?? opened.target.host,
      port: config?.port ?? opened.target.port,
      ...(user === undefined ? {} : { user }),
    },
    facts,
    spent: { connections: connected + elsewhere(facts), seconds: closed?.seconds ?? 0 },
    ...(closed?.interrupted ? { interrupted: true } : {}),
  }
}

/** Connections that SSH servers on other ports, or the jump host's, took from us. */
function elsewhere(facts: FactSheet): number {
  const ids = ['second-service', 'other-ssh-port', 'jump-contact'] as const
  return ids.flatMap((id) => known(facts, id)?.contacts ?? []).filter((c) => c.identification !== undefined).length
}
