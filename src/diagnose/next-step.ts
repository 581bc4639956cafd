import { known } from '../core/probe.ts'
import type { Remedy, Step } from '../core/remedy.ts'
import { shownCommand } from '../core/shown-command.ts'
import type { FactSheet, Next, RankedCause, Target } from '../core/types.ts'
import { PARTINGS } from '../knowledge/partings.ts'
import type { Parting } from '../knowledge/partings.ts'
import { serverKindOf } from '../openssh/server-kind.ts'
import { REMEDIES } from '../remedies/registry.ts'

/** Somebody has been on the server: its state was seen, not inferred. */
export const isInside = (facts: FactSheet): boolean => known(facts, 'inside-session') !== undefined

/** The server was heard, and is not OpenSSH on a Unix: what holds for that one alone is not said of it. */
const isOtherServer = (facts: FactSheet): boolean => (serverKindOf(facts) ?? 'openssh') !== 'openssh'

/** The best treatment that can be planned with what is known, with its steps. */
export function bestRemedy(
  fault: string,
  facts: FactSheet,
  target?: Target,
): { remedy: Remedy; steps: readonly Step[] } | undefined {
  const elsewhere = (serverKindOf(facts) ?? 'openssh') !== 'openssh'
  const fitting = REMEDIES.filter(
    ({ treats, opensshOnly }) => Object.hasOwn(treats, fault) && !(opensshOnly && elsewhere),
  )
  for (const remedy of fitting.toSorted((a, b) => b.treats[fault]! - a.treats[fault]!)) {
    const plan = remedy.plan(facts, target)
    if (!('refuse' in plan)) return { remedy, steps: plan }
  }
  return undefined
}

/** How somebody gets to where a remedy has to be applied; nobody who is there is sent there. */
const WAY: Readonly<Record<Remedy['needs'], string>> = {
  here: '',
  cloud: '',
  login: 'Over this login: ',
  server: 'Over another way in: ',
}

/** What to do about the likeliest cause, with its commands. */
export function nextStep(causes: readonly RankedCause[], facts: FactSheet, target?: Target): Next | null {
  const [first] = causes
  if (!first) return null
  const best = bestRemedy(first.id, facts, target)
  if (!best) {
    const says =
      'Keep the evidence (--save FILE), and look at the server over another way in: its console, or another account.'
    return { kind: 'do', says }
  }
  const way = isInside(facts) ? '' : WAY[best.remedy.needs]
  const says = best.steps.map(({ say }) => say).join(' ')
  const commands = best.steps.flatMap((step) => shownCommand(step) ?? [])
  const next: Next = { kind: 'do', says: way === '' ? says : way + says.charAt(0).toLowerCase() + says.slice(1) }
  if (commands.length > 0) next.command = commands.join('; ')
  return next
}

/** A cause less likely than this is no rival worth a test. */
const RIVAL = 0.04

/** Sure enough: no test is worth somebody's time. */
const SURE = 0.97

/** How likely it is that this decides: that the truth is one and the wrong guess another of those it tells apart. */
function decides({ between }: Parting, rivals: readonly RankedCause[]): number {
  const shares = rivals.filter(({ id }) => between.includes(id)).map(({ probability }) => probability)
  return shares.reduce((sum, a, i) => sum + shares.slice(i + 1).reduce((more, b) => more + a * b, 0), 0)
}

/**
 * What would tell apart what cannot be told apart from here (knowledge/partings); somebody else may have to make the test. Whoever has
 * looked from within is not asked for more.
 */
export function surerTest(causes: readonly RankedCause[], facts: FactSheet = {}): Next | null {
  const [first] = causes
  if (!first || (first.probability >= SURE && first.id !== 'unknown')) return null
  const rivals = causes.filter((c) => c.probability >= RIVAL && c.id !== 'unknown').slice(0, 4)
  if (rivals.length < 2) return null
  const elsewhere = isOtherServer(facts)
  const [best] = PARTINGS.filter(({ opensshOnly }) => !(opensshOnly && elsewhere))
    .map((parting) => ({ parting, worth: decides(parting, rivals) }))
    .filter(({ worth }) => worth > 0)
    // Of two that part the same causes the narrower one says more.
    .toSorted((a, b) => b.worth - a.worth || a.parting.between.length - b.parting.between.length)
  const { says, command } = best?.parting ?? {
    says: 'look from within, over another way in, or from the cloud',
    command: undefined,
  }
  return { kind: 'test', says, between: rivals.map((c) => c.id), ...(command ? { command } : {}) }
}
