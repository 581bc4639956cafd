import { known } from '../core/probe.ts'
import type { Advice, FactSheet, Next, RankedCause, Target } from '../core/types.ts'
import { FAULT_BY_ID } from '../knowledge/faults.ts'
import { PARTINGS } from '../knowledge/partings.ts'
import type { Parting } from '../knowledge/partings.ts'
import { placeFacts } from './placeholders.ts'

/** Somebody has been on the server: its state was seen, not inferred. */
export const isInside = (facts: FactSheet): boolean => known(facts, 'inside-session') !== undefined

/** Whoever is inside needs not be sent there. */
function withoutTheWayIn(says: string): string {
  const rest = says.replace(/^(?:Over another way in|On the server): /, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** Every word that has to be filled in is known. */
const canFill = ({ says, command = '' }: Advice, facts: FactSheet, target?: Target): boolean =>
  [...`${says} ${command}`.matchAll(/\{(\w+)\}/g)].every(
    ([whole, word]) => placeFacts(whole, facts, target) !== word!.toUpperCase(),
  )

/** What to do about the likeliest cause, with its command filled in. */
export function nextStep(causes: readonly RankedCause[], facts: FactSheet, target?: Target): Next | null {
  const fault = FAULT_BY_ID.get(causes[0]?.id ?? '')
  const seen = isInside(facts) ? fault?.insideAdvice?.find((one) => canFill(one, facts, target)) : undefined
  const advice = seen ?? fault?.advice
  if (!advice) {
    return causes.length === 0
      ? null
      : {
          kind: 'do',
          says: 'Keep the evidence (--save FILE), and look at the server over another way in: its console, or another account.',
        }
  }
  const says = placeFacts(advice.says, facts, target)
  const next: Next = { kind: 'do', says: isInside(facts) ? withoutTheWayIn(says) : says }
  if (advice.command) next.command = placeFacts(advice.command, facts, target)
  return next
}

/** A cause less likely than this is no rival worth a test. */
const RIVAL = 0.04

/** Sure enough: no test is worth somebody's time. */
const SURE = 0.97

/** How likely it is that this decides: that the truth is one and the wrong guess another of those it tells apart. */
function decides({ between }: Parting, rivals: readonly RankedCause[]): number {
  const shares = rivals.filter(({ id }) => between.includes(id)).map(({ probability }) => probability)
  return shares.reduce((sum, a, i) => sum + shares.slice(i + 1).reduce((more, b) => more + a * b, 0), 0)
}

/**
 * What would tell apart what cannot be told apart from here (knowledge/partings); somebody else may have to make the test. Whoever has
 * looked from within is not asked for more.
 */
export function surerTest(causes: readonly RankedCause[]): Next | null {
  const [first] = causes
  if (!first || (first.probability >= SURE && first.id !== 'unknown')) return null
  const rivals = causes.filter((c) => c.probability >= RIVAL && c.id !== 'unknown').slice(0, 4)
  if (rivals.length < 2) return null
  const [best] = PARTINGS.map((parting) => ({ parting, worth: decides(parting, rivals) }))
    .filter(({ worth }) => worth > 0)
    // Of two that part the same causes the narrower one says more.
    .toSorted((a, b) => b.worth - a.worth || a.parting.between.length - b.parting.between.length)
  const { says, command } = best?.parting ?? {
    says: 'look from within, over another way in, or from the cloud',
    command: undefined,
  }
  return { kind: 'test', says, between: rivals.map((c) => c.id), ...(command ? { command } : {}) }
}
