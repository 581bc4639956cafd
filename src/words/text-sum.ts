import type { Facts } from '../core/types.ts'
import { STAGES } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import type { LineReading } from './line.ts'
import { SPEAKERS } from './speakers.ts'

export const sideOf = ({ by }: LineReading): 'client' | 'server' | undefined => by && SPEAKERS[by].side

const isGrave = ({ level, harmless }: LineReading): boolean => (level === 'error' || level === 'fatal') && !harmless

/**
 * Whether a line places a failure. A server's log says of every stranger that he is refused: there only what the server grades as an error does.
 * Whoever connects speaks of nothing but his own login.
 */
const placesFailure = (reading: LineReading): boolean =>
  sideOf(reading) === 'server' ? isGrave(reading) : reading.road === 'breaks' || isGrave(reading)

/** What the lines of a text say in sum, each with its reading; blank lines are left out before. */
export function sumOfText(lines: readonly { text: string; reading: LineReading }[]): Facts['pasted-text'] {
  const known = lines.filter(({ reading }) => reading.known)
  const passed = new Set(known.flatMap(({ reading: { road, step } }) => (road === 'passes' && step ? [step] : [])))
  const alarming = lines.filter(({ reading }) => isGrave(reading)).length
  const refusals = known.filter(({ reading }) => reading.road === 'breaks').length
  const last = known.findLast(({ reading }) => placesFailure(reading) && reading.step !== undefined)
  const server = known.filter(({ reading }) => sideOf(reading) === 'server').length
  const client = known.filter(({ reading }) => sideOf(reading) === 'client').length
  const { step, says } = last?.reading ?? {}
  return {
    lines: lines.length,
    known: known.length,
    alarming,
    refusals,
    passed: STAGES.filter((stage) => passed.has(stage)),
    ...(step && { broken: step }),
    ...(last && { says: visible(last.text.trim(), 400) }),
    ...(last && says !== undefined && { means: says }),
    ...(server + client > 0 && { side: server > client ? ('server' as const) : ('client' as const) }),
    works: passed.has('session') && alarming === 0 && refusals === 0,
  }
}
