import type { Facts } from '../core/types.ts'
import { STAGES } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import type { LineReading } from './line.ts'
import { SPEAKERS } from './speakers.ts'

export const sideOf = ({ by }: LineReading): 'client' | 'server' | undefined => by && SPEAKERS[by].side

/** SSH_DISCONNECT_BY_APPLICATION (RFC 4253 11.1) is a farewell, whatever sshd grades it as. */
const GOODBYE = /^Received disconnect from \S{1,255}(?: port \d{1,5})?: ?11: /
const breaks = ({ road, text }: LineReading): boolean => road === 'breaks' && !GOODBYE.test(text)

const isGrave = ({ level, harmless, vague, text }: LineReading): boolean =>
  (level === 'error' || level === 'fatal') && !harmless && !vague && !GOODBYE.test(text)

interface TextAround {
  side: 'client' | 'server' | undefined
  /** Somebody was let in. */
  accepted: boolean
}

/**
 * Whether a line places a failure. Whoever connects speaks of nothing but his own login. A server's log says of every stranger that he is refused:
 * there only what the server grades as an error does, unless it is the other side that broke off, or somebody else was let in.
 */
function placesFailure(reading: LineReading, { side, accepted }: TextAround): boolean {
  if ((sideOf(reading) ?? side) !== 'server') return breaks(reading) || isGrave(reading)
  if (!isGrave(reading) || reading.step === 'banner' || reading.step === 'kex') return false
  return !accepted || reading.step === 'port' || reading.step === 'host'
}

/** sshd says of a login that it let it in. */
export const letsIn = (reading: LineReading): boolean =>
  sideOf(reading) === 'server' && reading.step === 'auth' && reading.road === 'passes' && reading.level !== 'debug'

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
  const known = lines.filter(({ reading }) => reading.known && !reading.vague)
  const passed = new Set(known.flatMap(({ reading: { road, step } }) => (road === 'passes' && step ? [step] : [])))
  const alarming = lines.filter(({ reading }) => isGrave(reading)).length
  const refusals = known.filter(({ reading }) => breaks(reading)).length
  const server = known.filter(({ reading }) => sideOf(reading) === 'server').length
  const client = known.filter(({ reading }) => sideOf(reading) === 'client').length
  const side = server + client === 0 ? undefined : server > client ? ('server' as const) : ('client' as const)
  const accepted = known.some(({ reading }) => letsIn(reading))
  const last = known.findLast(({ reading }) => reading.step !== undefined && placesFailure(reading, { side, accepted }))
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
