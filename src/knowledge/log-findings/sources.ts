import type { Innocent, LogSummary, Source } from './types.ts'

/** One row an address, from all the summary's tables; the most burdensome first. */
export function sourcesOf(summary: LogSummary): Source[] {
  const sources = new Map<string, Source>()
  const of = (address: string): Source => {
    let source = sources.get(address)
    if (!source) sources.set(address, (source = newSource(address, null, null)))
    return source
  }
  for (const { address, count, users, first, last, pace } of summary.failures.byAddress) {
    const source = newSource(address, first, last)
    source.failures = count
    source.usersTried = users.length
    if (pace) source.pace = pace
    sources.set(address, source)
  }
  for (const { address, count, first, last } of summary.accepted.byAddress) {
    const source = of(address)
    source.accepted = count
    seen(source, first, last)
  }
  for (const { address, count } of summary.drops.byAddress) of(address).drops = count
  for (const { address, count } of summary.perSource?.byAddress ?? []) of(address).perSource = count
  for (const { address, count } of summary.penalties.byAddress) of(address).penalties = count
  return [...sources.values()].sort((a, b) => burden(b) - burden(a) || b.accepted - a.accepted)
}

const newSource = (address: string, first: string | null, last: string | null): Source => ({
  address,
  failures: 0,
  accepted: 0,
  drops: 0,
  perSource: 0,
  penalties: 0,
  usersTried: 0,
  first,
  last,
})

const burden = ({ failures, drops, perSource, penalties }: Source) => failures + drops + perSource + penalties

/** ISO times of one zone's spelling compare as text; the summary spells all of them alike. */
function seen(source: Source, first: string | null, last: string | null): void {
  if (first !== null && (source.first === null || first < source.first)) source.first = first
  if (last !== null && (source.last === null || last > source.last)) source.last = last
}

/** More failures in a row than a person who mistypes makes: MaxAuthTries is six, and nobody does that twice. */
export const GUESSED = 10

/** Addresses from which a run of guesses ended in a login. */
export const guessedFrom = ({ acceptedAfterFailing = [] }: LogSummary): ReadonlySet<string> =>
  new Set(acceptedAfterFailing.filter(({ failures }) => failures >= GUESSED).map(({ address }) => address))

/** People mistype; who gets in more often than not, and never after a run of guesses, is no stranger. */
export const isTrusted = ({ address, failures, accepted }: Source, guessed: ReadonlySet<string>): boolean =>
  accepted > 0 && failures <= accepted && !guessed.has(address)

/** Turned away though all the log otherwise knows of them is that they log in, and perhaps mistype. */
export function innocentsOf(sources: readonly Source[], guessed: ReadonlySet<string>): Innocent[] {
  return sources
    .filter((source) => isTrusted(source, guessed) && source.drops + source.perSource + source.penalties > 0)
    .map(({ address, drops, perSource, penalties, accepted, failures }) => {
      return { address, drops: drops + perSource, penalties, accepted, failures }
    })
}
