/** The sentences of a diagnosis. */

import type { Evidence, RankedCause, StageLine, Target } from '../core/types.ts'
import { WHERE_ON_ROAD } from '../knowledge/phrases/where-on-road.ts'
import type { Document } from './document.ts'

/** Causes below this are summed as others; evidence below a twentieth moves nobody. */
const WORTH_SHOWING = 0.01
const WORTH_SAYING = Math.log2(1.05)

/** `ubuntu@203.0.113.7:22`, an IPv6 address in brackets; in front of it the alias the user typed, if it was one. */
export function addressOf({ destination, host, port, user }: Target): string {
  // Of a pasted text nobody knows the port.
  if (port === 0) return host
  const there = `${user ? `${user}@` : ''}${host.includes(':') ? `[${host}]` : host}:${port}`
  const typed = destination.slice(destination.lastIndexOf('@') + 1)
  return destination === '' || destination === there || destination.startsWith('ssh://') || typed === host
    ? there
    : `${destination} = ${there}`
}

/** The verdict for a tired person. */
export function sentence({ verdict, road, causes, answer }: Document): string {
  if (answer) return answer.says
  const fails = road.find(({ state }) => state === 'fail')
  const ails = road.find(({ state }) => state === 'warn')
  switch (verdict) {
    case 'reachable':
      return 'You can get in: every step works.'
    case 'degraded':
      return ails || fails
        ? `You get in, but not reliably: it falters ${where(ails ?? fails)}.`
        : 'You get in, but not well.'
    case 'unreachable':
      return fails ? `You cannot get in: it stops ${where(fails)}.` : 'You cannot get in.'
    case 'unknown':
      return causes.length > 1
        ? 'We could not tell: several causes fit what we saw.'
        : 'We could not tell what is wrong.'
  }
}

const where = (step: StageLine | undefined): string => plainStep(step?.name ?? '')

/** `at the login (auth)`. */
export function plainStep(name: string): string {
  const plain = Object.hasOwn(WHERE_ON_ROAD, name) ? WHERE_ON_ROAD[name] : undefined
  return plain === undefined ? `at ${name}` : `${plain} (${name})`
}

/** The causes worth a line each, and what the rest comes to. */
export function shownCauses(causes: readonly RankedCause[]): { shown: RankedCause[]; others: number; rest: number } {
  const shown = causes.filter(({ probability }, i) => i === 0 || (i < 4 && probability >= WORTH_SHOWING))
  const others = causes.filter((cause) => !shown.includes(cause))
  return { shown, others: others.length, rest: others.reduce((sum, { probability }) => sum + probability, 0) }
}

/** The heaviest evidence first, at most `limit`, without what moves nothing. */
export function shownEvidence(because: readonly Evidence[], limit = Infinity): Evidence[] {
  return because
    .filter(({ bits }) => Math.abs(bits) >= WORTH_SAYING)
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .slice(0, limit)
}

/** Whether the evidence speaks for or against. */
export const sideOf = ({ bits }: Evidence): 'for' | 'against' => (bits < 0 ? 'against' : 'for')

/** When the first fact was had, if any was. */
export function observedAt({ facts }: Document): string | undefined {
  return facts.map(({ at }) => at).sort()[0]
}

/** The notes, and that the examination was cut short where it was. */
export function notesOf({ notes, interrupted }: Document): string[] {
  return interrupted ? ['Interrupted: this is what was seen until then.', ...notes] : [...notes]
}
