import { known } from '../core/probe.ts'
import type { Advice, FactSheet, Next, RankedCause, Target } from '../core/types.ts'
import { FAULT_BY_ID } from '../knowledge/faults.ts'
import { placeFacts } from './placeholders.ts'

/** Somebody has been on the server: its state was seen, not inferred. */
export const isInside = (facts: FactSheet): boolean => known(facts, 'inside-session') !== undefined

/** Whoever is inside needs not be sent there. */
function withoutTheWayIn(says: string): string {
  const rest = says.replace(/^(?:Over another way in|On the server): /, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** Every word that has to be filled in is known. */
const canFill = ({ says, command = '' }: Advice, facts: FactSheet, target?: Target): boolean =>
  [...`${says} ${command}`.matchAll(/\{(\w+)\}/g)].every(
    ([whole, word]) => placeFacts(whole, facts, target) !== word!.toUpperCase(),
  )

/** What to do about the likeliest cause, with its command filled in. */
export function nextStep(causes: readonly RankedCause[], facts: FactSheet, target?: Target): Next | null {
  const fault = FAULT_BY_ID.get(causes[0]?.id ?? '')
  const seen = isInside(facts) ? fault?.insideAdvice?.find((one) => canFill(one, facts, target)) : undefined
  const advice = seen ?? fault?.advice
  if (!advice) {
    return causes.length === 0
      ? null
      : {
          kind: 'do',
          says: 'Keep the evidence (--save FILE), and look at the server over another way in: its console, or another account.',
        }
  }
  const says = placeFacts(advice.says, facts, target)
  const next: Next = { kind: 'do', says: isInside(facts) ? withoutTheWayIn(says) : says }
  if (advice.command) next.command = placeFacts(advice.command, facts, target)
  return next
}

/**
 * What would tell apart what cannot be told apart from here. Two causes are named together when the second is still
 * worth a tenth; the test belongs to the pair, and somebody else may have to make it.
 */
export function surerTest(causes: readonly RankedCause[], facts: FactSheet = {}): Next | null {
  const [first, second] = causes
  if (!first || (first.probability >= 0.97 && first.id !== 'unknown')) return null
  const rivals = causes.filter((c) => c.probability >= 0.04 && c.id !== 'unknown').slice(0, 4)
  const between = rivals.map((c) => c.id)
  if (between.length < 2) return null
  const has = (...ids: string[]) => ids.filter((id) => between.includes(id)).length >= 2
  const test = (says: string, command?: string): Next => ({
    kind: 'test',
    says,
    between,
    ...(command ? { command } : {}),
  })
  // Whoever has looked from within is not sent there once more.
  const within = (says: string, elsewhere?: string, command?: string): Next | null => {
    if (!isInside(facts)) return test(says, command)
    return elsewhere === undefined ? null : test(elsewhere)
  }
  if (has('host-starved', 'sshd-hung', 'cpu-starved'))
    return within(
      'look at the instance from its cloud (status checks, CPU, memory, console), or from within over a second way in',
      'look at the instance from its cloud (status checks, CPU, memory, console)',
    )
  if (has('per-source-penalty', 'maxstartups-saturated', 'per-source-limit', 'source-banned'))
    return test('try once from another address (a phone, another server): what refuses only you lets that one in')
  if (has('packets-dropped', 'host-unreachable', 'source-banned'))
    return test(
      "try from another address, and compare the server's firewall rules and address in its cloud with what you use",
    )
  if (has('nothing-listens', 'packets-rejected'))
    return within(
      'look from within or from the cloud: a closed port and a firewall that answers with a reset look alike from here',
      'look at the firewall of its cloud: a closed port and a firewall that answers with a reset look alike from here',
    )
  if (has('sshd-child-dies', 'forwarder-without-backend', 'probe-not-trustworthy', 'protocol-blocked'))
    return within("read sshd's log over another way in: a child that dies leaves a line, a forwarder leaves none")
  if (has('key-not-accepted', 'user-not-allowed', 'root-login-forbidden', 'strict-modes-refuses', 'account-locked'))
    return within(
      "read sshd's log on the server: to you every refusal looks the same, there each has its line",
      undefined,
      'journalctl -t sshd -t sshd-session -n 20',
    )
  return second ? within('look from within, over another way in, or from the cloud') : null
}
