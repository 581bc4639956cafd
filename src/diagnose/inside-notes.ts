import { known } from '../core/probe.ts'
import type { Fact, FactSheet, Target } from '../core/types.ts'
import { otherMachine } from './other-machine.ts'

/** sudo answers at once where the machine's own name resolves. Seconds. */
const SLOW_SUDO = 3

/** What a reader should know of the look from within: with whose eyes, what stayed unseen, and what is odd beside the cause. */
export function insideNotes(facts: FactSheet, target?: Target): string[] {
  const session = known(facts, 'inside-session')
  const refused = facts['inside-session']
  if (!session) {
    if (refused && 'missing' in refused) return [`Nothing was seen from within: ${refused.missing.says}`]
    return []
  }
  const notes: string[] = []
  const doubt = otherMachine(facts, target)
  if (doubt !== undefined) notes.push(doubt)
  const unseen = (Object.entries(facts) as [string, Fact<unknown>][])
    .filter(([, fact]) => 'missing' in fact && fact.seen === 'inside')
    .map(([id]) => id)
  const becoming = known(facts, 'becoming-root')
  if (session.root === false || becoming?.root === false) {
    notes.push(
      `Looked from within as ${session.user}, who may not become root (sudo -n): logs, shadow and rules stay partly unseen.`,
    )
  }
  if (becoming && becoming.seconds > SLOW_SUDO)
    notes.push(
      `sudo took ${becoming.seconds.toFixed(0)} s there: it looks up the machine's own name, which does not resolve, or whose resolver hangs.`,
    )
  if (unseen.length > 0) notes.push(`Could not be seen from within: ${unseen.join(', ')} (--json says why).`)
  const slow = session.roundTrip > 2
  if (slow) notes.push(`One empty command took ${session.roundTrip.toFixed(1)} s there: the machine itself is slow.`)
  const ban = known(facts, 'bans')?.banned[0]
  if (ban?.until !== undefined) notes.push(`The ban of ${ban.address} ends by itself at ${ban.until}.`)
  if (Math.abs(session.clockOffset) > 30)
    notes.push(
      `The server's clock is ${Math.round(Math.abs(session.clockOffset))} s ${session.clockOffset > 0 ? 'ahead of' : 'behind'} ours.`,
    )
  const boot = known(facts, 'boot')
  if (boot?.rebootRequired) notes.push("The server's updates ask for a reboot that has not happened yet.")
  if (known(facts, 'sshd-effective')?.changedSinceStart)
    notes.push("The server's sshd_config is newer than the running sshd, so the file does not say what is in force.")
  const containers = known(facts, 'containers')
  if (containers && containers.running > 0)
    notes.push(
      `${containers.running} container${containers.running === 1 ? ' runs' : 's run'} there (${containers.runtime}); a reboot would stop them.`,
    )
  return notes
}
