import { paceTold, peaksOf } from './pace.ts'
import type { Source } from './sources.ts'
import type { AcceptedAfterFailing, SourceActivity } from './types.ts'

/** What the addresses of a log did, in no order. */
export interface Activity {
  failures: number
  failed: SourceActivity[]
  logins: number
  accepted: SourceActivity[]
  acceptedAfterFailing: AcceptedAfterFailing[]
  /** Different names of failed attempts. */
  usersTried: number
}

/** A time of a line (clock.ts) as ISO 8601; null where it is NaN. */
export type Spell = (at: number) => string | null

/** Told once the years of the log are known. The plain engine has its sources in a map, the fast one in its own memory. */
export type ReadActivity = (iso: Spell) => Activity

export const newActivity = (): Activity => ({
  failures: 0,
  failed: [],
  logins: 0,
  accepted: [],
  acceptedAfterFailing: [],
  usersTried: 0,
})

/** The longest run of failures that a login of this address ended; undefined where no login ended one. */
export function afterFailing(
  address: string,
  s: Pick<Source, 'before' | 'firstAt' | 'firstUser' | 'best' | 'bestAt' | 'bestUser'>,
  iso: Spell,
): AcceptedAfterFailing | undefined {
  if (Math.max(s.before, s.best) <= 0) return undefined
  return s.before >= s.best
    ? { address, user: s.firstUser, at: iso(s.firstAt), failures: s.before }
    : { address, user: s.bestUser, at: iso(s.bestAt), failures: s.best }
}

/** The activity of the plain engine's sources. */
export function activityOf(sources: ReadonlyMap<string, Source>, iso: Spell): Activity {
  const all = newActivity()
  const tried = new Set<string>()
  for (const [address, s] of sources) {
    if (s.failed > 0) {
      all.failures += s.failed
      for (const user of s.tried) tried.add(user)
      const [first, last] = [iso(s.failedFirst), iso(s.failedLast)]
      const pace = paceTold(s.pace, peaksOf(s.pace))
      all.failed.push({ address, count: s.failed, users: [...s.tried], first, last, ...(pace && { pace }) })
    }
    if (s.accepted === 0) continue
    all.logins += s.accepted
    const [first, last] = [iso(s.acceptedFirst), iso(s.acceptedLast)]
    all.accepted.push({ address, count: s.accepted, users: [...(s.entered ?? [])], first, last })
    const after = afterFailing(address, s, iso)
    if (after) all.acceptedAfterFailing.push(after)
  }
  all.usersTried = tried.size
  return all
}
