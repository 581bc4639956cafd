import type { FactId, FactSheet, Sign } from '../core/types.ts'
import { HEALTHY } from '../knowledge/likelihood.ts'
import type { Hypothesis } from '../knowledge/likelihood.ts'
import { SIGNS } from '../knowledge/signs.ts'
import { isImpossible, likelihood, posterior, readSigns } from './posterior.ts'
import type { Weighed } from './posterior.ts'

/** Sure enough to stop asking. */
const SURE = 0.975
/** A shell that answered needs less: what is left are faults that let most through, and three tries have been made. */
const SURE_OF_HEALTH = 0.85

/** What is believed is clear enough that no further question is worth its cost. */
export function isClear([top]: readonly Weighed[]): boolean {
  return top !== undefined && top.probability >= (top.hypothesis.id === HEALTHY ? SURE_OF_HEALTH : SURE)
}

/** The likeliest is a disease, not health. */
export const isSick = ([top]: readonly Weighed[]): boolean => top !== undefined && top.hypothesis.id !== HEALTHY

/** Whether answers that are still to come may matter to the first cause: it speaks of them itself, or they could put another first. */
export function mattersToFirst(awaited: ReadonlySet<FactId>, facts: FactSheet): boolean {
  const spoken = posterior(readSigns(facts))[0]?.hypothesis.fault?.likelihood ?? {}
  const particulars = SIGNS.some(({ id, from }) => spoken[id] !== undefined && from.some((one) => awaited.has(one)))
  return particulars || couldChangeFirst(awaited, facts)
}

/**
 * Whether answers that are still to come could put another cause first, however unlikely: every sign that reads one of them is
 * taken at the value that helps the rival most, all at once.
 */
export function couldChangeFirst(awaited: ReadonlySet<FactId>, facts: FactSheet): boolean {
  const readings = readSigns(facts)
  const first = posterior(readings)[0]?.hypothesis
  const open = SIGNS.filter((sign) => sign.from.some((id) => awaited.has(id)))
  const others = posterior(readings.filter(({ sign }) => !open.includes(sign)))
  const now = others.find(({ hypothesis }) => hypothesis === first)
  if (first === undefined || now === undefined) return true
  return others.some(
    ({ hypothesis, probability }) =>
      hypothesis !== first &&
      open.reduce((at, sign) => at * mostFor(sign, hypothesis, first), probability) >= now.probability,
  )
}

/** How much the likeliest reading for the one, against the other, could help it; that it stays unread helps neither. */
function mostFor(sign: Sign, rival: Hypothesis, first: Hypothesis): number {
  const helps = sign.values.map((value) => {
    if (isImpossible(rival, { sign, values: [value] })) return 0
    if (isImpossible(first, { sign, values: [value] })) return Infinity
    return likelihood(rival, sign, [value]) / likelihood(first, sign, [value])
  })
  return Math.max(1, ...helps)
}
