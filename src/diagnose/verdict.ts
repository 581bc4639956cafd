import type { Verdict } from '../core/types.ts'
import { HEALTHY, UNKNOWN } from '../knowledge/likelihood.ts'
import type { Reading, Weighed } from './posterior.ts'

const only = (readings: readonly Reading[], id: string): string | undefined => {
  const reading = readings.find((r) => r.sign.id === id)
  return reading?.values.length === 1 ? reading.values[0] : undefined
}

/** A shell answered, or at least something of the server's own ran: the user gets in. */
export function gotIn(readings: readonly Reading[]): boolean {
  return ['works', 'hangs-for-commands', 'runs-something-else'].includes(only(readings, 'session') ?? '')
}

/**
 * The verdict follows from what was seen, not from what is believed: only a shell that answered makes a host reachable.
 * Belief decides between reachable and degraded, and whether there is enough to call it anything.
 */
export function judge(all: readonly Weighed[], readings: readonly Reading[]): Verdict {
  const sick = all.filter((w) => w.hypothesis.id !== HEALTHY)
  const top = sick[0]
  const healthy = all.find((w) => w.hypothesis.id === HEALTHY)
  if (!top || !healthy || readings.length === 0) return 'unknown'
  const inside = gotIn(readings)
  if (inside && healthy.probability >= top.probability) return 'reachable'
  // Nothing failed, and nothing proved that it works either: no login was made.
  if (!inside && !failed(readings)) return 'unknown'
  if (top.hypothesis.id === UNKNOWN) return inside ? 'degraded' : failed(readings) ? 'unreachable' : 'unknown'
  const own = top.hypothesis.fault?.verdict
  if (own === 'unreachable' || own === 'unknown')
    return inside && own === 'unreachable' && top.hypothesis.fault?.stage === 'session' ? 'degraded' : own
  return inside ? 'degraded' : 'unreachable'
}

/** Every value that this reading leaves open keeps the user out. */
function isShut({ sign, values }: Reading): boolean {
  const { shuts, passes } = sign
  if (typeof shuts === 'boolean') return shuts && !values.includes(passes)
  return values.every((value) => shuts.includes(value))
}

/** Something that keeps the user out was seen. */
export const failed = (readings: readonly Reading[]): boolean => readings.some(isShut)
