import { isoMillis } from '../../sshd-log/iso-time.ts'
import type { LogSummary, Pattern, PatternKind, Source } from './types.ts'
import { isPrivate } from '../../openssh/networks.ts'
import { GUESSED, guessedFrom, isTrusted } from './sources.ts'

/** Fewer failures than these are what people with forgotten passwords make as well, and get in at last. */
const GUESSING = 20
const MANY_NAMES = 10
/** Guesses a name from which on names are few and guesses many. */
const GUESSES_A_NAME = 3
/** Attempts a second of one address that no person types. */
const FLOOD_RATE = 0.5
const FLOOD_LEAST = 50
const DISTRIBUTED_SOURCES = 20
/** Seconds between two tries of one address that a ban by rate does not notice. */
const SLOW = 60
const MACHINE_LOGINS = 20

/** Addresses taken for our own: they mostly log in. */
export const isOwn = ({ failures, accepted }: Source): boolean => accepted > 0 && failures * 10 <= accepted

/** Who fails and is neither a machine of ours nor a person who mistypes. */
export function strangersOf(summary: LogSummary, sources: readonly Source[]): Source[] {
  const guessed = guessedFrom(summary)
  return sources.filter((each) => each.failures > 0 && !isMachine(each) && !isTrusted(each, guessed))
}

/** More than a person who mistypes; who never gets in needs fewer to be no such person. */
const guesses = ({ failures, accepted }: Source): boolean => failures >= (accepted === 0 ? GUESSED : GUESSING)

/** Attempts a second while it is at it: what lies between two visits is no pace. */
function rateOf(source: Source): number {
  const { failures, pace } = source
  if (pace === undefined) return failures / Math.max(1, spanOf(source))
  return (failures - pace.visits) / Math.max(1, pace.activeSeconds)
}

/** A ban by rate does not notice it. */
function isSlow(source: Source): boolean {
  const { failures, pace } = source
  return pace === undefined ? failures < 10 || spanOf(source) / failures >= SLOW : !pace.stoppedBy.includes('fail2ban')
}

export function patternsOf(summary: LogSummary, sources: readonly Source[]): Pattern[] {
  const jobs = sources.filter((source) => isMachine(source))
  const strangers = strangersOf(summary, sources)
  const pattern = (kind: PatternKind, of: readonly Source[], says: (p: Omit<Pattern, 'says'>) => string): Pattern[] => {
    if (of.length === 0) return []
    const found = {
      kind,
      addresses: of.map(({ address }) => address),
      failures: of.reduce((sum, { failures }) => sum + failures, 0),
      users: users.get(of) ?? 0,
      first: least(of.map(({ first }) => first)),
      last: most(of.map(({ last }) => last)),
    }
    return [{ ...found, says: says(found) }]
  }
  const total = summary.failures.total
  const flood = strangers.filter((source) => {
    if (source.failures < FLOOD_LEAST) return false
    const dominates = source.failures >= 2 * GUESSES_A_NAME * GUESSING && source.failures * 2 >= total
    return rateOf(source) >= FLOOD_RATE || dominates
  })
  const fewNames = (source: Source) => source.failures / Math.max(1, source.usersTried) >= GUESSES_A_NAME
  const dictionary = strangers.filter((source) => guesses(source) && fewNames(source))
  const spray = strangers.filter((source) => source.usersTried >= MANY_NAMES && !fewNames(source))
  const slow = strangers.filter(isSlow)
  const distributed = slow.length >= DISTRIBUTED_SOURCES ? slow : []
  const users = usersOf(summary, [flood, dictionary, spray, distributed, jobs])
  return [
    ...pattern('single-source-flood', flood, (p) => {
      const share = Math.round((100 * p.failures) / Math.max(1, total))
      return `A flood from ${addresses(p)}: ${share} % of all failed logins.`
    }),
    ...pattern('dictionary', dictionary, (p) => {
      return `Dictionary: ${addresses(p)} ${p.addresses.length === 1 ? 'tries' : 'try'} many passwords for each of few names (${p.failures} attempts, ${names(p)}).`
    }),
    ...pattern('spray', spray, (p) => {
      return `Spray: ${addresses(p)} ${p.addresses.length === 1 ? 'tries' : 'try'} many names with few passwords each (${p.failures} attempts, ${names(p)}).`
    }),
    ...pattern('slow-distributed', distributed, (p) => {
      const each = (p.failures / p.addresses.length).toFixed(1)
      return `Slow and distributed: ${p.addresses.length} addresses with ${each} attempts each, none of which made five within ten minutes: fail2ban’s default does not notice.`
    }),
    ...pattern('own-automation', jobs, () => {
      const listed = (some: readonly Source[]) => addresses({ addresses: some.map(({ address }) => address) })
      const working = jobs.filter(({ accepted }) => accepted > 0)
      const failing = jobs.filter(({ accepted }) => accepted === 0)
      const says = [
        working.length > 0 ? `${listed(working)} ${working.length === 1 ? 'logs' : 'log'} in again and again` : '',
        failing.length > 0
          ? `${listed(failing)} never ${failing.length === 1 ? 'gets' : 'get'} in, always as one user: a job with an old password or key?`
          : '',
      ]
      return `This looks like your own automation: ${says.filter((part) => part !== '').join('; ')}`
    }),
    ...silent(summary),
  ]
}

/** How many different names each list of sources tried; one look at each name, of which there may be a million. */
function usersOf({ failures }: LogSummary, lists: readonly (readonly Source[])[]): Map<readonly Source[], number> {
  const within = new Map<string, number>()
  for (const [i, list] of lists.entries())
    for (const { address } of list) within.set(address, (within.get(address) ?? 0) | (1 << i))
  const tried = new Map<string, number>()
  for (const { address, users } of failures.byAddress) {
    const bits = within.get(address)
    if (bits === undefined) continue
    for (const user of users) {
      const before = tried.get(user) ?? 0
      if ((before | bits) !== before) tried.set(user, before | bits)
    }
  }
  const all = [...tried.values()]
  return new Map(lists.map((list, i) => [list, all.filter((bits) => bits & (1 << i)).length]))
}

/** Logs in by the dozen, hardly ever failing; or fails by the dozen as one single user of a private network. */
function isMachine(source: Source): boolean {
  const works = isOwn(source) && source.accepted + source.drops >= MACHINE_LOGINS
  return (
    works ||
    (source.accepted === 0 && source.usersTried === 1 && source.failures >= GUESSING && isPrivate(source.address))
  )
}

/** A guess holds its slot for some eight seconds at most (openssh.md 8); half of `begin`'s ten then stay unexplained. */
const GUESS_HOLDS = 8
const UNEXPLAINED = 5

/** sshd drops, or ends connections at LoginGraceTime, and guessing does not explain it. */
function silent(summary: LogSummary): Pattern[] {
  const timeouts = summary.kinds['grace-timeout'] ?? 0
  const during = inEpisodes(summary)
  const unexplained =
    during !== undefined && during.seconds > 0 && (during.attempts / during.seconds) * GUESS_HOLDS < UNEXPLAINED
  if (!unexplained && timeouts < MACHINE_LOGINS) return []
  const counted = timeouts > 0 ? `${timeouts} connections ran into LoginGraceTime without logging in` : ''
  const rate =
    unexplained && during
      ? `${during.attempts === 0 ? 'nobody tried to log in' : `only ${count(during.attempts, 'login')} ${during.attempts === 1 ? 'was' : 'were'} tried`} in the ${count(Math.round(during.seconds), 'second')} in which sshd turned people away, so something else filled its slots`
      : ''
  const says = `Silent connections: ${[counted, rate].filter((part) => part !== '').join('; ')}. They send nothing and hold a slot each until LoginGraceTime.`
  const { first = null, last = null } = during ?? {}
  return [{ kind: 'silent-connections', says, addresses: [], failures: 0, users: 0, first, last }]
}

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** Failed and accepted logins in the minutes of the episodes; undefined without an episode that has a length. */
function inEpisodes({ episodes, timeline = [] }: LogSummary) {
  const spans = episodes.flatMap(({ start, end }) => {
    const [from, to] = [isoMillis(start), isoMillis(end)]
    return to > from ? [{ from, to }] : []
  })
  if (spans.length === 0) return undefined
  let attempts = 0
  let i = 0
  for (const minute of timeline) {
    const at = isoMillis(minute.at)
    while (i < spans.length - 1 && spans[i]!.to < at) i++
    if (at + 60_000 > spans[i]!.from && at <= spans[i]!.to) attempts += minute.failures + minute.accepted
  }
  const seconds = spans.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0)
  return { attempts, seconds, first: episodes[0]?.start ?? null, last: episodes.at(-1)?.end ?? null }
}

/** Seconds between an address's first and last line; 0 without times. */
function spanOf({ first, last }: Pick<Source, 'first' | 'last'>): number {
  const span = (isoMillis(last) - isoMillis(first)) / 1000
  return span > 0 ? span : 0
}

const addresses = ({ addresses: [first = '', ...rest] }: Pick<Pattern, 'addresses'>): string =>
  rest.length === 0 ? first : `${first} and ${rest.length} more ${rest.length === 1 ? 'address' : 'addresses'}`

const names = ({ users }: Pick<Pattern, 'users'>) => (users === 1 ? 'one name' : `${users} names`)

const least = (times: readonly (string | null)[]) =>
  times.reduce((a, b) => (a === null ? b : b === null || a < b ? a : b), null)
const most = (times: readonly (string | null)[]) =>
  times.reduce((a, b) => (a === null ? b : b === null || a > b ? a : b), null)
