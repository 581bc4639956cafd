import { clientLog } from '../core/seen.ts'
import type { Evidence, FactSheet, Fault, RankedCause, RuledOut } from '../core/types.ts'
import { HEALTHY, UNKNOWN } from '../knowledge/likelihood.ts'
import { likelihoodOf } from './posterior.ts'
import type { Reading, Weighed } from './posterior.ts'

/**
 * What each reading says for or against one hypothesis: the logarithm, base 2, of how much likelier the reading is under
 * it than under all the others together, as they are believed now (the weight of evidence, I. J. Good).
 */
export function evidenceFor(
  subject: Weighed,
  all: readonly Weighed[],
  readings: readonly Reading[],
  words?: string,
  facts: FactSheet = {},
): Evidence[] {
  const others = all.filter((w) => w !== subject)
  const rest = others.reduce((sum, w) => sum + w.hypothesis.prior, 0)
  return readings
    .map((reading) => {
      const { sign, values } = reading
      const under = likelihoodOf(subject.hypothesis, reading)
      const elsewhere =
        others.reduce((sum, w) => sum + w.hypothesis.prior * likelihoodOf(w.hypothesis, reading), 0) / rest
      const open = words ? `ssh says "${words}"` : values.map((v) => sign.says[v]).join(', or ')
      const clause = values.length === 1 ? (sign.says[values[0] ?? ''] ?? sign.id) : open
      // What is as it should be needs no particulars.
      const detail = values.length === 1 && values[0] === sign.passes ? undefined : sign.detail?.(facts)
      const says = detail ? `${clause}: ${detail}` : clause
      return { sign: sign.id, value: values.join('|'), bits: Math.log2(under / elsewhere), says }
    })
    .filter((e) => Math.abs(e.bits) >= (e.value.includes('|') ? 0.6 : 0.3))
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
}

/** Below this a cause is not worth a line of the report. */
const SHOWN = 0.001

export function rankCauses(all: readonly Weighed[], readings: readonly Reading[], facts: FactSheet): RankedCause[] {
  const sick = all.filter((w) => w.hypothesis.id !== HEALTHY)
  const sum = sick.reduce((total, w) => total + w.probability, 0)
  return sick
    .map((w) => ({ ...w, share: w.probability / sum }))
    .filter((w, i) => i === 0 || w.share >= SHOWN)
    .slice(0, 12)
    .map((w) => {
      const { fault } = w.hypothesis
      const subject = all.find((one) => one.hypothesis === w.hypothesis)!
      return {
        id: w.hypothesis.id,
        title: fault ? fault.title : 'The book of faults does not know this picture',
        stage: fault?.stage ?? ('—' as const),
        probability: w.share,
        because: evidenceFor(subject, all, readings, clientLog(facts)?.says, facts),
        becauseOf: fault ? behind(fault, readings, facts) : [],
      }
    })
}

function behind(fault: Fault, readings: readonly Reading[], facts: FactSheet): RankedCause['becauseOf'] {
  const told = (fault.becauseOf ?? []).flatMap((cause) => {
    const reading = readings.find((r) => r.sign.id === cause.sign)
    const value = reading?.values.length === 1 ? reading.values[0] : undefined
    if (!reading || value === undefined || !cause.values.includes(value)) return []
    const detail = reading.sign.detail?.(facts)
    const clause = reading.sign.says[value] ?? ''
    return [{ id: cause.id, title: cause.title, says: detail ? `${clause}: ${detail}` : clause }]
  })
  return told.filter((one, i) => told.findIndex(({ id }) => id === one.id) === i)
}

/** What somebody might suspect and what the evidence excludes, with the sentence why. */
export function ruleOut(all: readonly Weighed[], readings: readonly Reading[]): RuledOut[] {
  const out: RuledOut[] = []
  for (const { hypothesis, probability } of all.toSorted((a, b) => b.hypothesis.prior - a.hypothesis.prior)) {
    const { fault } = hypothesis
    if (!fault?.excludedBy || probability >= 0.01 || hypothesis.id === UNKNOWN) continue
    const reading = readings.find(
      (r) => r.values.length > 0 && r.values.every((v) => fault.excludedBy?.[`${r.sign.id}=${v}`]),
    )
    const says = reading && fault.excludedBy[`${reading.sign.id}=${reading.values[0]}`]
    if (says) out.push({ id: fault.id, title: fault.title, says })
  }
  return out
}
