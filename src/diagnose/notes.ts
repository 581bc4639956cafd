import { known } from '../core/probe.ts'
import { furthestLogin } from '../core/seen.ts'
import type { FactSheet, Target } from '../core/types.ts'
import { pendingFromDrops } from '../openssh/max-startups.ts'
import { insideNotes } from './inside-notes.ts'
import type { Reading } from './posterior.ts'

/** What a reader should know beside the ranking: measurements with their uncertainty, and doubts about the view itself. */
export function evidenceNotes(facts: FactSheet, readings: readonly Reading[], target?: Target): string[] {
  const notes: string[] = []
  if (target?.command?.length) notes.push('Your remote command was not run: a diagnosis only looks.')
  const { contact } = facts
  if (contact && 'missing' in contact && contact.missing.why === 'not-allowed')
    notes.push(
      'Our own connections were left out: as many as the server should bear in 20 s had been made, this run and others counted (--budget). A minute later they will be made.',
    )
  const value = (id: string) => readings.find((r) => r.sign.id === id)?.values[0]
  const contacts = [...(known(facts, 'contact')?.contacts ?? []), ...(known(facts, 'contact-again')?.contacts ?? [])]
  const opened = contacts.filter((c) => c.connect.outcome === 'open')
  const dropped = opened.filter(
    (c) => c.identification === undefined && (c.end.how === 'fin' || c.end.how === 'reset'),
  ).length
  // Where the listener's own count was read nothing has to be inferred.
  const throttled = value('first-contact')?.startsWith('notice') && value('startup-slots') === undefined
  if (throttled && opened.length >= 2) {
    const pending = pendingFromDrops(dropped, opened.length)
    if (pending)
      notes.push(
        `${dropped} of ${opened.length} tries were turned away; with the default MaxStartups 10:30:100 that means ${pending.low} to ${pending.high} unfinished logins (likeliest ${pending.likeliest}).`,
      )
  }
  const held = known(facts, 'own-connections')
  const total = Object.values(held?.bySource ?? {}).reduce((a, b) => a + b, 0)
  if (total > 0)
    notes.push(
      `This machine itself holds ${total} open connection${total === 1 ? '' : 's'} to ${held?.target} port ${held?.port}.`,
    )
  if (known(facts, 'login-beyond-host-key'))
    notes.push(
      'Nobody has confirmed the host key on this machine yet. sshmedic looked behind it with a scratch known_hosts file, and wrote nothing to yours.',
    )
  const forwarded = furthestLogin(facts)?.log.forcedCommand
  if (forwarded) notes.push('The server announced a forced command for this key.')
  return [...notes, ...insideNotes(facts, target)]
}
