import { STAGES } from '../core/types.ts'
import type { Fault, Sign, Stage } from '../core/types.ts'
import { FAULTS } from './faults.ts'
import { SIGN_BY_ID } from './signs.ts'
import measured from './measured.json' with { type: 'json' }

/** Counts by fault, sign and value, from real machines broken on purpose (`npm run calibrate`). */
export interface Measured {
  date: string
  runs: number
  faults: Record<string, Record<string, Record<string, number>>>
}

/** The healthy machine competes too: only so can the book say that nothing is wrong. */
export const HEALTHY = 'healthy'
export const UNKNOWN = 'unknown'

/** No single sign settles a case: at most about 12 bits (1 : 5000) from one reading. */
const FLOOR = 0.0002
/** A program that names the fault itself outranks what machines mostly show: some 15 bits (1 : 50 000). */
const NAMED_FLOOR = 0.00002
/** What a healthy stage shows its own `passes` value with, before anything was measured. */
const PASSES = 0.999
/** What the surroundings show where nothing bears on them. */
const BESIDE = 0.9
/** How likely a sign of a stage behind a closed door can be read at all. */
export const READ_BEYOND = 0.1
/** How many real machines the expert's guess is worth. */
const PSEUDO_COUNT = 6

/** Prior weights of the two that are no disease: people run this when something is wrong, and the book is not complete. */
const HEALTHY_PRIOR = 25
const UNKNOWN_PRIOR = 0.4

export interface Hypothesis {
  id: string
  prior: number
  fault?: Fault
  /** sign id → one probability for each of the sign's values, in their order; sums to 1. */
  rows: Pick<ReadonlyMap<string, readonly number[]>, 'get'>
  /** Signs of stages nobody comes to under this fault: that they could be read at all speaks against it. */
  beyond: Pick<ReadonlySet<string>, 'has'>
}

const order = (stage: Stage | '—'): number => (stage === '—' ? -1 : STAGES.indexOf(stage))

/** The expert's row: listed weights, the rest shared by the values left out. */
function listed(sign: Sign, weights: Readonly<Record<string, number>>): number[] {
  const sum = Object.values(weights).reduce((a, b) => a + b, 0)
  const absent = sign.values.filter((v) => weights[v] === undefined).length
  const rest = absent > 0 ? Math.max(0, 1 - sum) / absent : 0
  const scale = sum > 1 || absent === 0 ? 1 / sum : 1
  return sign.values.map((v) => (weights[v] !== undefined ? weights[v] * scale : rest))
}

function leaning(sign: Sign, onPasses: number): number[] {
  const others = (1 - onPasses) / (sign.values.length - 1)
  return sign.values.map((v) => (v === sign.passes ? onPasses : others))
}

const surroundings = (sign: Sign): number[] =>
  sign.usual ? listed(sign, sign.usual as Record<string, number>) : leaning(sign, BESIDE)

/** What a machine shows that is well, as far as this sign goes. */
const healthy = (sign: Sign): number[] => (sign.beside || sign.usual ? surroundings(sign) : leaning(sign, PASSES))

/** How the stage of a sign lies to a fault that says nothing about it. */
type Relation = 'passed' | 'own' | 'later'

function relationOf(sign: Sign, fault: Fault): Relation {
  const [here, there] = [order(fault.shows ?? fault.stage), order(sign.stage)]
  if (there < here || fault.partial) return 'passed'
  return there === here ? 'own' : 'later'
}

/**
 * The row of a fault that says nothing about a sign. Beside the road it expects the ordinary. Earlier stages passed, or the fault would not show. In its own
 * stage and later, a fault that lets some through reads as a healthy machine does; one that lets nobody through leaves
 * its own stage ordinary but for the signs it names, and is hardly seen to pass a later one.
 */
function byStage(sign: Sign, relation: Relation): number[] {
  if (sign.beside) return surroundings(sign)
  if (relation === 'passed') return healthy(sign)
  return leaning(sign, relation === 'own' ? BESIDE : 0.05)
}

const silentRows = new Map<string, readonly number[]>()

/** What was counted of no machine is the same for every fault that is silent about the sign. */
function silentRow(sign: Sign, relation: Relation): readonly number[] {
  const key = `${relation} ${sign.id}`
  let row = silentRows.get(key)
  if (!row) silentRows.set(key, (row = blend(sign, byStage(sign, relation), undefined)))
  return row
}

/** Read on more than one machine broken so: once may have been a stray. */
const isSeen = (counts: Readonly<Record<string, number>> | undefined): boolean =>
  Object.values(counts ?? {}).reduce((a, b) => a + b, 0) > 1

/** Behind the stage where the fault shuts the door, and not among what the fault itself speaks of. */
function isBeyond(sign: Sign, fault: Fault): boolean {
  if (sign.beside || fault.partial || fault.likelihood[sign.id]) return false
  return order(sign.stage) > order(fault.shows ?? fault.stage)
}

function blend(sign: Sign, expert: readonly number[], counts: Readonly<Record<string, number>> | undefined): number[] {
  const total = sign.values.reduce((sum, v) => sum + (counts?.[v] ?? 0), 0)
  const row = sign.values.map((v, i) => ((counts?.[v] ?? 0) + PSEUDO_COUNT * (expert[i] ?? 0)) / (total + PSEUDO_COUNT))
  const floored = row.map((p) => Math.max(p, sign.names ? NAMED_FLOOR : FLOOR))
  const sum = floored.reduce((a, b) => a + b, 0)
  return floored.map((p) => p / sum)
}

/** Rows are worked out when they are read: a pasted line is read by five signs of a hundred, and start-up is felt. */
function rowsOf(rowOf: (sign: Sign) => readonly number[]): Hypothesis['rows'] {
  const known = new Map<string, readonly number[] | undefined>()
  return {
    get(id) {
      if (!known.has(id)) {
        const sign = SIGN_BY_ID.get(id)
        known.set(id, sign && rowOf(sign))
      }
      return known.get(id)
    },
  }
}

const countsOf = (id: string): Measured['faults'][string] | undefined => (measured as Measured).faults[id]

function ofFault(fault: Fault): Hypothesis {
  const { id, prior, likelihood } = fault
  const counts = countsOf(id)
  const rows = rowsOf((sign) => {
    const weights = likelihood[sign.id]
    // What a laboratory happens to have around a machine is not a property of the fault, unless the fault speaks of it.
    const counted = sign.uncounted || (sign.beside && !weights) ? undefined : counts?.[sign.id]
    if (weights) return blend(sign, listed(sign, weights), counted)
    const relation = relationOf(sign, fault)
    return counted ? blend(sign, byStage(sign, relation), counted) : silentRow(sign, relation)
  })
  const beyond = {
    has(id: string): boolean {
      const sign = SIGN_BY_ID.get(id)
      return sign !== undefined && isBeyond(sign, fault) && !isSeen(counts?.[id])
    },
  }
  return { id, prior, rows, beyond, fault }
}

function ofNoFault(id: string, prior: number, expert: (sign: Sign) => number[]): Hypothesis {
  const counts = countsOf(id)
  const rows = rowsOf((sign) =>
    blend(sign, expert(sign), sign.uncounted || sign.beside ? undefined : counts?.[sign.id]),
  )
  return { id, prior, rows, beyond: new Set() }
}

/** Every hypothesis of the book with its whole table: the faults, the healthy machine, and what the book does not know. */
export const HYPOTHESES: readonly Hypothesis[] = (() => {
  const all = [
    ...FAULTS.map(ofFault),
    ofNoFault(HEALTHY, HEALTHY_PRIOR, healthy),
    // Of what the book does not know nobody says a name that the book knows.
    ofNoFault(UNKNOWN, UNKNOWN_PRIOR, (sign) =>
      sign.names ? surroundings(sign) : sign.values.map(() => 1 / sign.values.length),
    ),
  ]
  const sum = all.reduce((total, h) => total + h.prior, 0)
  return all.map((h) => ({ ...h, prior: h.prior / sum }))
})()
