import type { FactId, FactSheet, Sign } from '../core/types.ts'
import { HYPOTHESES, READ_BEYOND } from '../knowledge/likelihood.ts'
import type { Hypothesis } from '../knowledge/likelihood.ts'
import { SIGNS } from '../knowledge/signs.ts'

/** A sign as read: one value, or the several the facts leave open. */
export interface Reading {
  sign: Sign
  values: readonly string[]
}

export interface Weighed {
  hypothesis: Hypothesis
  probability: number
}

const CONTACTS = ['contact', 'contact-again'] as const satisfies readonly FactId[]

/**
 * On the server itself the one contact goes from it to itself: that it fails tells much, that it succeeds nothing of the way
 * others have to come.
 */
const isFromItself = (facts: FactSheet): boolean => CONTACTS.some((id) => facts[id]?.seen === 'inside')

/** Every sign the facts let us read, in the order of the road. */
export function readSigns(facts: FactSheet): Reading[] {
  const readings: Reading[] = []
  const fromItself = isFromItself(facts)
  for (const sign of SIGNS) {
    // What a case from elsewhere says that the sign has no value for is no evidence.
    const values = [sign.read(facts) ?? []].flat().filter((value) => sign.values.includes(value))
    if (values.length === 0) continue
    if (
      fromItself &&
      sign.from.some((id) => (CONTACTS as readonly string[]).includes(id)) &&
      values.includes(sign.passes)
    )
      continue
    readings.push({ sign, values })
  }
  return readings
}

/** P(reading | hypothesis); an open reading is the sum over what it may have been. */
export function likelihood(h: Hypothesis, sign: Sign, values: readonly string[]): number {
  const row = h.rows.get(sign.id)
  if (!row) return 1
  const sum = values.reduce((total, value) => total + (row[sign.values.indexOf(value)] ?? 0), 0)
  return h.beyond.has(sign.id) ? sum * READ_BEYOND : sum
}

const known = new WeakMap<Reading, Map<Hypothesis, number>>()

/** The same, of a reading that is asked about again for each cause that is shown. */
export function likelihoodOf(h: Hypothesis, reading: Reading): number {
  let of = known.get(reading)
  if (!of) known.set(reading, (of = new Map()))
  let value = of.get(h)
  if (value === undefined) of.set(h, (value = likelihood(h, reading.sign, reading.values)))
  return value
}

/** The fault itself says that it cannot be where this is read: every value the reading leaves open is one it excludes. */
export const isImpossible = ({ fault }: Hypothesis, { sign, values }: Reading): boolean => {
  const never = fault?.impossibleWhen?.[sign.id]
  return never !== undefined && values.every((value) => never.includes(value))
}

/** Bayes over the book in log space; sums to 1, sorted by probability. What a reading makes impossible has none. */
export function posterior(readings: readonly Reading[]): Weighed[] {
  const logs = HYPOTHESES.map((h) => {
    if (readings.some((reading) => isImpossible(h, reading))) return -Infinity
    let log = Math.log(h.prior)
    for (const reading of readings) log += Math.log(likelihoodOf(h, reading))
    return log
  })
  const most = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - most))
  const sum = weights.reduce((a, b) => a + b, 0)
  return HYPOTHESES.map((hypothesis, i) => ({ hypothesis, probability: (weights[i] ?? 0) / sum })).toSorted(
    (a, b) => b.probability - a.probability,
  )
}

/** Shannon entropy in bits. */
export function entropy(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0)
}
