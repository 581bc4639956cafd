import type { ReadActivity, Spell } from './activity.ts'
import { generationsProven, logsNoDrops } from './generations.ts'
import { isoTime } from './iso-time.ts'
import { toldByPam } from './pam-failures.ts'
import type { SummaryOptions } from './summary-options.ts'
import type { Tally } from './tally.ts'
import type { Throttling } from './throttling.ts'
import type { BySource, Complaint, Generation, LogSummary } from './types.ts'
import { firstYear, realTimes, rollovers } from './years.ts'

/** From 10.0 on so many refusals by penalty in a burst make sshd leave out the rest (sshd.c, log_ratelimit_init). */
const PENALTIES_LIMITED = 8

const bySource = (counts: Map<string, number>): BySource[] =>
  [...counts].map(([address, count]) => ({ address, count })).sort(mostFirst)

/** Sorted by count, then by address: the same log has one summary. */
function mostFirst(a: BySource, b: BySource): number {
  return b.count - a.count || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0)
}

/** Puts a tally into words: years, ISO times, order. */
export function concludeSummary(
  tally: Tally,
  readActivity: ReadActivity,
  throttling: Throttling,
  options: SummaryOptions,
): LogSummary {
  const year = firstYear(tally, options)
  const zone = options.zone ?? 'UTC'
  const real = realTimes(year ?? 1970, zone)
  const iso: Spell = (at) => (Number.isNaN(at) ? null : isoTime(real(at)))
  const activity = readActivity(iso)
  // sshd's own lines tell each failure; without one of them PAM's are all there is.
  const pam = activity.failures === 0 ? toldByPam(tally.pam, iso) : undefined
  const releases = generationsProven(tally.generations)
  return {
    lines: tally.lines,
    recognised: tally.recognised,
    first: iso(tally.firstAt),
    last: iso(tally.lastAt),
    failures: pam
      ? { total: pam.total, byAddress: pam.byAddress.sort(mostFirst), toldBy: 'pam' }
      : { total: activity.failures, byAddress: activity.failed.sort(mostFirst) },
    accepted: { total: activity.logins, byAddress: activity.accepted.sort(mostFirst) },
    ...turnedAway(tally, throttling, releases, iso),
    releases,
    acceptedAfterFailing: activity.acceptedAfterFailing.sort(
      (a, b) => b.failures - a.failures || (a.address < b.address ? -1 : 1),
    ),
    timeline: timelineOf(tally, real, pam?.minutes),
    usersTried: pam?.usersTried ?? activity.usersTried,
    time: { year, zone, rollovers: rollovers(tally) },
    complaints: complaintsOf(tally, iso),
    kinds: kindsOf(tally),
  }
}

function turnedAway(
  tally: Tally,
  throttling: Throttling,
  releases: readonly Generation[],
  iso: Spell,
): Pick<LogSummary, 'drops' | 'penalties' | 'perSource' | 'episodes'> {
  const writesAll = releases.includes('9.8–9.9') && !releases.includes('≥10.0')
  const episodes = throttling.episodes()
  const dropless = !tally.kinds.has('drop') && !tally.kinds.has('drop-per-source')
  return {
    drops: {
      total: episodes.reduce((sum, { dropped }) => sum + dropped, 0),
      exact:
        episodes.every(({ exact }) => exact) && !throttling.limited() && !(dropless && logsNoDrops(tally.generations)),
      byAddress: bySource(tally.drops),
    },
    penalties: {
      total: tally.penaltyTotal,
      exact: tally.penaltyExact && (tally.penaltyTotal < PENALTIES_LIMITED || writesAll),
      byAddress: bySource(tally.penalties),
      imposed: tally.imposed,
    },
    perSource: { total: tally.perSourceTotal, byAddress: bySource(tally.perSource) },
    episodes: episodes.map(({ start, end, dropped, exact, peak }) => {
      return { start: iso(start ?? NaN), end: iso(end ?? NaN), dropped, exact, peak }
    }),
  }
}

function complaintsOf({ complaints }: Tally, iso: Spell): Complaint[] {
  return [...complaints.values()]
    .map(({ text, kind, level = null, count, firstAt, lastAt, addresses, users }) => ({
      text,
      kind,
      level,
      count,
      first: iso(firstAt),
      last: iso(lastAt),
      byAddress: bySource(addresses),
      users: [...users.keys()].toSorted(),
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
}

function timelineOf(
  tally: Tally,
  real: (at: number) => number,
  failed: ReadonlyMap<number, number> = new Map(),
): LogSummary['timeline'] {
  const minutes = new Map(tally.minutes)
  for (const [at, n] of failed) {
    const [, accepted, dropped] = minutes.get(at) ?? [0, 0, 0]
    minutes.set(at, [n, accepted, dropped])
  }
  return [...minutes]
    .filter(([, counts]) => counts.some((n) => n !== 0))
    .map(([at, [f, a, d]]) => ({ at: real(at), failures: f, accepted: a, drops: d }))
    .sort((a, b) => a.at - b.at)
    .map((minute) => ({ ...minute, at: isoTime(minute.at) }))
}

function kindsOf(tally: Tally): LogSummary['kinds'] {
  const kinds: LogSummary['kinds'] = {}
  for (const [kind, count] of [...tally.kinds].sort(([a], [b]) => (a < b ? -1 : 1))) kinds[kind] = count
  return kinds
}
