import type { Cost, FactSheet, Sign, Target } from '../core/types.ts'
import type { Probe } from '../core/probe.ts'
import { SIGN_BY_ID, SIGNS } from '../knowledge/signs.ts'
import { entropy, likelihood } from './posterior.ts'
import type { Weighed } from './posterior.ts'

export interface Ranked {
  probe: Probe
  /** Expected information, bits. */
  bits: number
  /** Bits per unit of cost: what the choice goes by. */
  worth: number
}

/** One second of the user's time weighs as much as a quarter of a connection: connections can get the user banned. */
const price = (cost: Cost): number => 0.2 + cost.seconds + 0.25 * cost.connections + 0.5 * cost.load

/** How much reading this sign would be expected to tell, in bits, given what is believed now. */
export function expectedInformation(signId: string, now: readonly Weighed[]): number {
  const sign = SIGN_BY_ID.get(signId)
  if (!sign) return 0
  const before = entropy(now.map((w) => w.probability))
  let after = 0
  const settle = (joint: readonly number[]) => {
    const chance = joint.reduce((a, b) => a + b, 0)
    if (chance > 0) after += chance * entropy(joint.map((p) => p / chance))
  }
  for (const value of sign.values) settle(now.map((w) => w.probability * likelihood(w.hypothesis, sign, [value])))
  // Behind a closed door the sign mostly cannot be read at all; that it cannot is an outcome too.
  settle(now.map((w) => w.probability * Math.max(0, 1 - likelihood(w.hypothesis, sign, sign.values))))
  return before - after
}

/** The signs a probe is weighed by; none where a plan asks it at a moment of its own (core/probe.ts). */
function weighedBy(probe: Probe): readonly Sign[] {
  if (probe.decides) return probe.decides.flatMap((id) => SIGN_BY_ID.get(id) ?? [])
  return probe.needs === 'shell' ? SIGNS.filter(({ from }) => from.includes(probe.id)) : []
}

/** The probes that could still be asked, the most worthwhile first: outside and inside differ in what they need, not in kind. */
export function rankTests(
  probes: readonly Probe[],
  facts: FactSheet,
  target: Target,
  now: readonly Weighed[],
): Ranked[] {
  return probes
    .filter((probe) => facts[probe.id] === undefined && probe.applies(facts, target))
    .map((probe) => {
      const open = weighedBy(probe).filter((sign) => probe.repeats || sign.read(facts) === undefined)
      const bits = Math.max(0, ...open.map((sign) => expectedInformation(sign.id, now)))
      return { probe, bits, worth: bits / price(probe.cost) }
    })
    .toSorted((a, b) => b.worth - a.worth)
}
