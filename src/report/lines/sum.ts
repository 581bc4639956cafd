/** What the lines of a text come to: how many are known, which steps of the road they show, which faults they name. */

import { STAGES } from '../../core/types.ts'
import type { Stage } from '../../core/types.ts'
import { FAULT_BY_ID } from '../../knowledge/faults.ts'
import { faultsOf } from '../../knowledge/named-by.ts'
import type { ReadLine } from './explained-line.ts'

export interface Sum {
  /** Those that are not blank. */
  lines: number
  known: number
  /** In the order of the road; only steps that a line shows. */
  steps: StepSum[]
  /** The last line that shows something broken and not at which step; undefined where a later one shows a step passed. */
  brokenSomewhere?: ReadLine
  /** In the order in which they are first named. */
  faults: FaultSum[]
}

export interface StepSum {
  stage: Stage
  /** How many lines show it passed, and how many broken. */
  passed: number
  broken: number
  /** The last line that shows it broken, else the last that shows it passed. */
  telling: ReadLine
  /** A later line than the last that shows it broken shows it passed. */
  passedAfter: boolean
}

export interface FaultSum {
  id: string
  title: string
  /** The message names this one and no other. */
  decided: boolean
  /** The first line that names it. */
  first: ReadLine
  /** How many lines do. */
  lines: number
}

export function sumOf(lines: readonly ReadLine[]): Sum {
  const steps = new Map<Stage, StepSum>()
  const faults = new Map<string, FaultSum>()
  let somewhere: ReadLine | undefined
  for (const read of lines) {
    const { road, step } = read.reading
    if (road !== undefined) somewhere = road === 'breaks' && step === undefined ? read : undefined
    countStep(steps, read)
    const { ids, decided } = faultsOf(read.reading.message)
    for (const id of ids) countFault(faults, id, decided, read)
  }
  return {
    lines: lines.length,
    known: lines.filter(({ reading }) => reading.known).length,
    steps: STAGES.flatMap((stage) => steps.get(stage) ?? []),
    ...(somewhere && { brokenSomewhere: somewhere }),
    faults: [...faults.values()],
  }
}

function countStep(steps: Map<Stage, StepSum>, read: ReadLine): void {
  const { step, road } = read.reading
  if (step === undefined || road === undefined) return
  const sum = steps.get(step) ?? { stage: step, passed: 0, broken: 0, telling: read, passedAfter: false }
  steps.set(step, sum)
  if (road === 'breaks') {
    sum.broken++
    sum.telling = read
  } else {
    sum.passed++
    if (sum.broken === 0) sum.telling = read
  }
  sum.passedAfter = road === 'passes'
}

function countFault(faults: Map<string, FaultSum>, id: string, decided: boolean, first: ReadLine): void {
  const known = faults.get(id)
  if (known === undefined) faults.set(id, { id, title: FAULT_BY_ID.get(id)?.title ?? id, decided, first, lines: 1 })
  else {
    known.lines++
    known.decided ||= decided
  }
}
