import type { LineKind, LogLine } from './types.ts'

/**
 * Lines in which sshd, or PAM for it, says that something failed, gathered by their words with what varies left out. What they mean, the lexicon
 * says; here they are only kept, because a log may have millions of lines and its complaints are few. What strangers cause by what they send or leave
 * out (a handshake that breaks off, a wrong password) is no complaint.
 */
export interface ComplaintCount {
  /** The first of these lines, without its header; a stranger's words may stand in it. */
  text: string
  kind: LineKind
  level?: 'error' | 'fatal'
  count: number
  /** As the lines have it; NaN. */
  firstAt: number
  lastAt: number
  addresses: Map<string, number>
  users: Map<string, number>
}

export type Complaints = Map<string, ComplaintCount>

/** So many sorts of them are told apart; of a log with more, nobody reads them. */
const SORTS = 4096
/** Of a line; what stands behind says nothing more. */
const LONGEST = 600

const ALWAYS: ReadonlySet<LineKind> = new Set([
  'pam-denied',
  'key-file-refused',
  'key-file-unreadable',
  'signature-algorithm',
  'no-more-sessions',
  'chroot-refused',
  'grace-timeout',
  'no-common-algorithm',
  'refused',
  'bind-failed',
  'accept-failed',
  'fork-failed',
  'exec-failed',
  'no-host-keys',
  'privsep-directory-missing',
  'config-error',
  'child-ended',
])
const GRADED = /^(error|fatal): /
/** sshd's own end, said before it knows how to grade what it says (openbsd-compat/openssl-compat.c). */
const UNGRADED = /^OpenSSL version mismatch\. /
/** A PAM module's line for sshd. Those of every login are left out. */
const MODULE =
  /^pam_\w{1,40}\(sshd:(?:auth|account|session|setcred|chauthtok)\): (?!check pass; user unknown|session (?:opened|closed) for )/

/** `message`: the line without its header, repetitions taken off. */
export function tallyComplaint(complaints: Complaints, line: LogLine, message: string): void {
  const { kind, address, user, count: times = 1, at } = line
  const level = GRADED.exec(message)?.[1] as 'error' | 'fatal' | undefined
  if (
    !(ALWAYS.has(kind) || (kind === 'other' && (level !== undefined || MODULE.test(message) || UNGRADED.test(message))))
  )
    return
  const text = message.slice(0, LONGEST)
  const sort = sortOf(text, line)
  let known = complaints.get(sort)
  if (known === undefined) {
    if (complaints.size >= SORTS) return
    known = { text, kind, count: 0, firstAt: NaN, lastAt: NaN, addresses: new Map(), users: new Map() }
    if (level !== undefined) known.level = level
    complaints.set(sort, known)
  }
  known.count += times
  if (at !== undefined) {
    if (Number.isNaN(known.firstAt)) known.firstAt = at
    known.lastAt = at
  }
  if (address !== undefined) plus(known.addresses, address, times)
  if (user !== undefined) plus(known.users, user, times)
}

const plus = (counts: Map<string, number>, key: string, n: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + n)

/** The words with what varies from line to line left out: who and where from, and numbers that are no part of a name. */
function sortOf(text: string, { kind, address, user, reason }: LogLine): string {
  // Floods are made of these two: what is to be told apart is known already.
  if (kind === 'grace-timeout') return text.startsWith('fatal: ') ? 'fatal grace' : 'grace'
  if (kind === 'no-common-algorithm' && reason !== undefined) return reason
  let sort = text
  if (user !== undefined && user !== '') sort = sort.replace(user, '*')
  if (address !== undefined) sort = sort.replace(address, '*')
  return sort.replaceAll(/(?<![\w.-])\d+(?:\.\d+)*/g, '#')
}

/** Puts those of a later stretch of the same log behind; `later` places their times. */
export function appendComplaints(to: Complaints, more: Complaints, later: (at: number) => number): void {
  for (const [sort, each] of more) {
    const known = to.get(sort)
    if (known === undefined) {
      if (to.size < SORTS) to.set(sort, { ...each, firstAt: later(each.firstAt), lastAt: later(each.lastAt) })
      continue
    }
    known.count += each.count
    if (Number.isNaN(known.firstAt)) known.firstAt = later(each.firstAt)
    if (!Number.isNaN(each.lastAt)) known.lastAt = later(each.lastAt)
    for (const [address, n] of each.addresses) plus(known.addresses, address, n)
    for (const [user, n] of each.users) plus(known.users, user, n)
  }
}
