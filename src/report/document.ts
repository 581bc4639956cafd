/** The machine-readable twin of what a person reads: the same case, schema 1, stable from now on. */

import type {
  Case,
  Diagnosis,
  Evidence,
  Fact,
  FactId,
  Facts,
  FactSheet,
  Missing,
  Next,
  RuledOut,
  Seen,
  Spent,
} from '../core/types.ts'
import type { StageLine, Target, TextAnswer, Verdict, RankedCause } from '../core/types.ts'
import { SCHEMA } from '../core/types.ts'
import { inFactOrder } from './fact-titles.ts'
import { seenFromWithin } from './from-within.ts'
import { redact } from './redact.ts'

/** One fact with its name; a fact that could not be had says why. */
type DocumentFact = {
  [K in FactId]: { id: K; at: string; seen: Seen; via: string } & (
    | { value: Facts[K] }
    | { missing: string; why: Missing['why'] }
  )
}[FactId]

export interface Document {
  schema: typeof SCHEMA
  version: string
  target: Target
  verdict: Verdict
  /** Of a pasted text that names no cause: which kind of text it is, in a word and in a sentence. */
  answer?: { kind: TextAnswer; says: string }
  /** Ranked; empty where the verdict is `reachable`. */
  causes: RankedCause[]
  ruledOut: RuledOut[]
  next: Next | null
  surer: Next | null
  road: StageLine[]
  notes: string[]
  signs: Record<string, string>
  facts: DocumentFact[]
  spent: Spent
  /** Only where the user ended the examination. */
  interrupted?: true
}

/** The document of a case and what was concluded from it: secrets hidden and counted, keys always in this order. */
export function toDocument(case_: Case, diagnosis: Diagnosis): Document {
  return hideSecrets({
    schema: SCHEMA,
    version: case_.version,
    target: targetOf(case_.target),
    verdict: diagnosis.verdict,
    ...(diagnosis.answer && { answer: { kind: diagnosis.answer.kind, says: diagnosis.answer.says } }),
    causes: diagnosis.verdict === 'reachable' ? [] : diagnosis.causes.map((cause) => causeOf(cause, case_.facts)),
    ruledOut: diagnosis.ruledOut.map(({ id, says, title }) => ({ id, says, title })),
    next: nextOf(diagnosis.next),
    surer: nextOf(diagnosis.surer),
    road: diagnosis.road.map(stepOf),
    notes: [...diagnosis.notes],
    signs: Object.fromEntries(Object.entries(diagnosis.signs).sort(([a], [b]) => (a < b ? -1 : 1))),
    facts: inFactOrder(case_.facts).map(([id, fact]) => ({ id, ...pick(fact) }) as DocumentFact),
    spent: { connections: case_.spent.connections, seconds: round(case_.spent.seconds, 3) },
    ...(case_.interrupted ? { interrupted: true } : {}),
  })
}

/** The same document with its secrets hidden and a note that counts them. What `toDocument` made passes unchanged. */
export function hideSecrets(document: Document): Document {
  const { value, hidden } = redact(document)
  if (hidden === 0) return value
  return { ...value, notes: [...value.notes, `${hidden} ${hidden === 1 ? 'secret' : 'secrets'} hidden`] }
}

function targetOf({ destination, host, port, user, ssh, command }: Target): Target {
  return {
    destination,
    host,
    port,
    ...(user === undefined ? {} : { user }),
    ssh: [...ssh],
    ...(command === undefined ? {} : { command: [...command] }),
  }
}

function causeOf({ id, title, stage, probability, because, becauseOf }: RankedCause, facts: FactSheet): RankedCause {
  return {
    id,
    title,
    stage,
    probability: round(probability, 4),
    because: because.map((evidence) => evidenceOf(evidence, facts)),
    becauseOf: becauseOf.map(({ id, title, says }) => ({ id, title, says })),
  }
}

function evidenceOf({ sign, value, bits, says }: Evidence, facts: FactSheet): Evidence {
  const via = seenFromWithin(sign, facts)
  return { sign, value, bits: round(bits, 2), says: via === undefined ? says : `from within (${via}): ${says}` }
}

function nextOf(next: Next | null): Next | null {
  if (next === null) return null
  const { kind, says, command, between } = next
  return {
    kind,
    says,
    ...(command === undefined ? {} : { command }),
    ...(between === undefined ? {} : { between: [...between] }),
  }
}

function stepOf({ name, state, says, seconds }: StageLine): StageLine {
  return { name, state, says, ...(seconds === undefined ? {} : { seconds: round(seconds, 3) }) }
}

function pick(fact: Fact<unknown>) {
  const { at, seen, via } = fact
  if ('value' in fact) return { at, seen, via, value: fact.value }
  return { at, seen, via, missing: fact.missing.says, why: fact.missing.why }
}

/** Adding zero turns −0, which JSON does not know, into 0. */
const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits + 0
