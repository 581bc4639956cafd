import { known } from '../core/probe.ts'
import { UNKNOWN } from '../knowledge/likelihood.ts'
import type { Diagnosis, FactSheet, RankedCause, StageLine, Target } from '../core/types.ts'
import { evidenceNotes } from './notes.ts'
import { answerOfText, textDiagnosis } from './text.ts'
import { failed, judge } from './verdict.ts'
import { isInside, nextStep, surerTest } from './next-step.ts'
import { posterior, readSigns } from './posterior.ts'
import type { Reading } from './posterior.ts'
import { rankCauses, ruleOut } from './evidence.ts'
import { road } from './road.ts'

const NOTHING_FOUND: RankedCause = {
  id: UNKNOWN,
  title: 'Nothing wrong was found as far as could be looked',
  stage: '—',
  probability: 1,
  because: [],
  becauseOf: [],
}

/** Facts in, diagnosis out: pure, so that a saved case reads the same tomorrow and elsewhere. */
export const diagnose = (facts: FactSheet, target?: Target): Diagnosis =>
  diagnoseReadings(readSigns(facts), facts, target)

/** The same of readings already made: the mathematics holds for any sign, known to the book or not. */
export function diagnoseReadings(readings: readonly Reading[], facts: FactSheet, target?: Target): Diagnosis {
  const signs = Object.fromEntries(readings.map((r) => [r.sign.id, r.values.join('|')]))
  const rest = { signs, road: shownRoad(facts), notes: evidenceNotes(facts, readings, target) }
  // A text that names no cause is answered by what it is; there is nothing to rank.
  const answer = answerOfText(facts, readings)
  if (answer !== undefined && answer !== 'names-causes') return { ...textDiagnosis(answer, facts), ...rest }
  const all = posterior(readings)
  const verdict = judge(all, readings)
  // As far as could be looked nothing failed, and nobody got in either: that is the answer, not the likeliest disease.
  const nothing = verdict === 'unknown' && readings.length > 0 && !failed(readings)
  const causes = verdict === 'reachable' ? [] : nothing ? [NOTHING_FOUND] : rankCauses(all, readings, facts)
  return {
    verdict,
    causes,
    ruledOut: verdict === 'reachable' ? [] : ruleOut(all, readings),
    next: verdict === 'reachable' ? null : nextStep(causes, facts, target),
    // What could be looked at from within has been.
    surer: verdict === 'reachable' || isInside(facts) ? null : surerTest(causes, facts),
    ...rest,
  }
}

/** Of a text that speaks of no step of ours there is no road to show. */
function shownRoad(facts: FactSheet): StageLine[] {
  const steps = road(facts)
  return known(facts, 'pasted-text') && steps.every(({ state }) => state === 'not-asked') ? [] : steps
}
