import { LOG_MESSAGE } from '../../core/log-messages.ts'
import type { LogMessage } from '../../core/log-messages.ts'
import type { Complaint, LineKind } from '../../sshd-log/types.ts'
import type { LineReading } from '../../words/line.ts'
import type { Trouble, TroubleWeight } from './types.ts'

/** What the lexicon has about a complaint. */
export type ComplaintReading = Pick<
  LineReading,
  'ids' | 'known' | 'harmless' | 'road' | 'message' | 'says' | 'level' | 'fields'
> & {
  /** The faults that its message names or leaves open. */
  faults: string[]
}

/**
 * What a log complains of, the gravest first: the whole server before single logins, and what strangers may have caused behind both. What is understood
 * and needs nobody is left out. `read` is the lexicon, which takes longer to load than a short log to read.
 */
export function troublesOf(
  complaints: readonly Complaint[],
  read: (complaint: Complaint) => ComplaintReading,
): Trouble[] {
  const troubles = new Map<string, Trouble>()
  for (const complaint of complaints) {
    const reading = read(complaint)
    if (isNothing(complaint, reading)) continue
    const key = keyOf(complaint, reading)
    const known = troubles.get(key)
    if (known) join(known, complaint, reading)
    else troubles.set(key, troubleOf(complaint, reading))
  }
  return [...troubles.values()].sort(
    (a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight) || b.count - a.count || (a.text < b.text ? -1 : 1),
  )
}

const ORDER: readonly TroubleWeight[] = ['server', 'login', 'negotiation', 'grace', 'rule', 'other', 'unknown']

/** A line that shows no grade is a trouble only where it says that something does not go on. */
function isNothing({ kind, level }: Complaint, { known, harmless, road }: ComplaintReading): boolean {
  if (WEIGHTS[kind] !== undefined) return false
  if (!known) return level === null
  return harmless || (level === null && road !== 'breaks')
}

const WEIGHTS: Partial<Record<LineKind, TroubleWeight>> = {
  'bind-failed': 'server',
  'accept-failed': 'server',
  'fork-failed': 'server',
  'exec-failed': 'server',
  'no-host-keys': 'server',
  'privsep-directory-missing': 'server',
  'pam-denied': 'login',
  'no-more-sessions': 'login',
  'chroot-refused': 'login',
  'key-file-refused': 'login',
  'key-file-unreadable': 'login',
  refused: 'rule',
  'signature-algorithm': 'negotiation',
  'no-common-algorithm': 'negotiation',
  'grace-timeout': 'grace',
}

/** What a stranger who sends rubbish gets as well. */
const STRANGERS: ReadonlySet<string> = new Set<LogMessage>(['packet-corrupted'])
const KILLED = /terminated by signal|killed by/

function weightOf({ kind, text }: Complaint, { known, message, road }: ComplaintReading): TroubleWeight {
  const weight = WEIGHTS[kind]
  if (weight !== undefined) return weight
  if (kind === 'child-ended' && KILLED.test(text)) return 'server'
  if (!known) return 'unknown'
  if (message === 'no-common-algorithm') return 'negotiation'
  // What goes on all the same is no failure of a login, nor is what says only where a connection broke off.
  if (road !== 'breaks' || message === undefined || STRANGERS.has(message)) return 'other'
  const { by, about } = LOG_MESSAGE[message]
  if (by === 'client') return 'other'
  return about === 'server' ? 'server' : 'login'
}

/** Clients that offer other things are told apart. */
function keyOf({ text, kind }: Complaint, { ids, known, fields }: ComplaintReading): string {
  const id = known ? ids[0]! : text
  return kind === 'no-common-algorithm' ? `${id} ${theirsOf(text, fields)}` : id
}

const OFFER = /Their offer: (.{1,2000}?)(?: \[preauth\])?$/
const theirsOf = (text: string, { theirs }: ComplaintReading['fields']): string => theirs ?? OFFER.exec(text)?.[1] ?? ''

function troubleOf(complaint: Complaint, reading: ComplaintReading): Trouble {
  const { text, count, first, last, byAddress, level } = complaint
  const { known, ids, says, faults, fields } = reading
  const theirs = theirsOf(text, fields)
  return {
    id: known ? ids[0]! : null,
    weight: weightOf(complaint, reading),
    says: says ?? null,
    level: level ?? (known ? (reading.level ?? null) : null),
    faults: [...faults],
    count,
    first,
    last,
    byAddress: [...byAddress],
    users: usersOf(complaint, reading),
    text,
    ...(theirs !== '' && { theirs }),
  }
}

/** A name that the reader of lines has not set apart is the same in all lines of one sort. */
function usersOf({ users }: Complaint, { fields }: ComplaintReading): string[] {
  return users.length > 0 || fields.user === undefined ? [...users] : [fields.user]
}

function join(trouble: Trouble, more: Complaint, reading: ComplaintReading): void {
  trouble.count += more.count
  trouble.first = earlier(trouble.first, more.first)
  trouble.last = later(trouble.last, more.last)
  trouble.users = [...new Set([...trouble.users, ...usersOf(more, reading)])].toSorted()
  const counts = new Map(trouble.byAddress.map(({ address, count }) => [address, count]))
  for (const { address, count } of more.byAddress) counts.set(address, (counts.get(address) ?? 0) + count)
  trouble.byAddress = [...counts]
    .map(([address, count]) => ({ address, count }))
    .sort((a, b) => b.count - a.count || (a.address < b.address ? -1 : 1))
}

/** ISO times of one spelling compare as text. */
const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)
const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
