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

/**
 * A session ran: the server opened one, or what the client ran there ended well. That a session begins is no proof, nor that it ends: a shell
 * that hangs, or ends at once, shows as much (clientloop.c, 9.2: `Exit status`).
 */
const provesSession = (line: string, reading: LineReading): boolean =>
  sideOf(reading) === 'server'
    ? reading.step === 'session' && reading.road === 'passes' && reading.level !== 'debug'
    : /^Exit status 0$/.test(reading.text.trim()) || /^Last login: \S/.test(line)

/** What the lines of a text say in sum, each with its reading; blank lines are left out before. */
export function sumOfText(lines: readonly { text: string; reading: LineReading }[]): Facts['pasted-text'] {
  const known = lines.filter(({ reading }) => reading.known)
  const passed = new Set(known.flatMap(({ reading: { road, step } }) => (road === 'passes' && step ? [step] : [])))
  const alarming = lines.filter(({ reading }) => isGrave(reading)).length
  const refusals = known.filter(({ reading }) => reading.road === 'breaks').length
  const last = known.findLast(({ reading }) => placesFailure(reading) && reading.step !== undefined)
  const server = known.filter(({ reading }) => sideOf(reading) === 'server').length
  const client = known.filter(({ reading }) => sideOf(reading) === 'client').length
  const side = server + client === 0 ? undefined : server > client ? ('server' as const) : ('client' as const)
  const accepted = known.some(
    ({ reading }) =>
      sideOf(reading) === 'server' && reading.step === 'auth' && reading.road === 'passes' && reading.level !== 'debug',
  )
  const proven =
    lines.some(({ text, reading }) => provesSession(text, reading)) ||
    (accepted && side === 'server' && passed.has('session'))
  const named = known.some(({ reading }) => reading.message !== undefined)
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
    ...(side && { side }),
    works: proven && !named && alarming === 0 && refusals === 0,
  }
}
