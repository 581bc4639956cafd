/** The sentences of a text that is explained line by line. */

import { grouped } from '../../core/grouped.ts'
import { plainStep } from '../words.ts'
import type { ReadLine } from './explained-line.ts'
import type { StepSum, Sum } from './sum.ts'

export const lineCount = (n: number, what = 'line'): string => `${grouped(n)} ${what}${n === 1 ? '' : 's'}`

export const lineNumber = ({ line }: Pick<ReadLine, 'line'>): string => `line ${grouped(line)}`

/** How much of it is known, and how far it comes. */
export function headlineText({ lines, known, steps, brokenSomewhere }: Sum): string {
  if (lines === 0) return 'There is no line to read.'
  if (known === 0)
    return lines === 1 ? '1 line, and it is not known.' : `${lineCount(lines)}, and not one of them is known.`
  const all = known === lines ? 'all known' : `${grouped(known)} of them known`
  const number = lines === 1 ? '1 line, known' : `${grouped(lines)} lines, ${all}`
  const broken = steps.filter(({ broken, passedAfter }) => broken > 0 && !passedAfter)
  const [first] = broken
  if (first !== undefined) return `${number}: it stops ${plainStep(first.stage)}.`
  if (brokenSomewhere !== undefined)
    return `${number}: it breaks off in ${lineNumber(brokenSomewhere)}, which does not say at which step.`
  const furthest = steps.findLast(({ passed }) => passed > 0)
  if (furthest === undefined) return `${number}; they show no step of the road passed or broken.`
  return `${number}: every step they show is passed, the last ${plainStep(furthest.stage)}.`
}

/** What one step showed. */
export function stepText({ passed, broken, telling, passedAfter }: StepSum): string {
  const says = `${telling.reading.says ?? ''} (${lineNumber(telling)})`
  if (broken === 0 || passed === 0) return says
  const after = passedAfter ? 'and passed again after it' : 'and not passed after it'
  return `Passed in ${lineCount(passed)}, broken in ${lineCount(broken)}, ${after}. ${says}`
}
