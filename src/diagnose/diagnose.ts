import type { Diagnosis, FactSheet, Target } from '../core/types.ts'
import { evidenceNotes } from './notes.ts'
import { judge } from './verdict.ts'
import { nextStep, surerTest } from './next-step.ts'
import { posterior, readSigns } from './posterior.ts'
import { rankCauses, ruleOut } from './evidence.ts'
import { road } from './road.ts'

/** Facts in, diagnosis out: pure, so that a saved case reads the same tomorrow and elsewhere. */
export function diagnose(facts: FactSheet, target?: Target): Diagnosis {
  const readings = readSigns(facts)
  const all = posterior(readings)
  const verdict = judge(all, readings)
  const causes = verdict === 'reachable' ? [] : rankCauses(all, readings, facts)
  return {
    verdict,
    signs: Object.fromEntries(readings.map((r) => [r.sign.id, r.values.join('|')])),
    causes,
    ruledOut: verdict === 'reachable' ? [] : ruleOut(all, readings),
    next: verdict === 'reachable' ? null : nextStep(causes, facts, target),
    surer: verdict === 'reachable' ? null : surerTest(causes),
    road: road(facts),
    notes: evidenceNotes(facts, readings, target),
  }
}
