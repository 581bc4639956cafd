import type { Innocent, LogSummary, Source } from './types.ts'

/** One row an address, from all the summary's tables; the most burdensome first. */
export function sourcesOf(summary: LogSummary): Source[] {
  const sources = new Map<string, Source>()
  const of = (address: string): Source => {
    let source = sources.get(address)
    if (!source) {
      source = { ...NOTHING, address }
      sources.set(address, source)
    }
    return source
  }
  for (const { address, count, users, first, last } of summary.failures.byAddress) {
    const source = of(address)
    source.failures = count
    source.usersTried = users.length
    seen(source, first, last)
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

const NOTHING: Source = {
  address: '',
  failures: 0,
  accepted: 0,
  drops: 0,
  perSource: 0,
  penalties: 0,
  usersTried: 0,
  first: null,
  last: null,
}

const burden = ({ failures, drops, perSource, penalties }: Source) => failures + drops + perSource + penalties

/** ISO times of one zone's spelling compare as text; the summary spells all of them alike. */
function seen(source: Source, first: string | null, last: string | null): void {
  if (first !== null && (source.first === null || first < source.first)) source.first = first
  if (last !== null && (source.last === null || last > source.last)) source.last = last
}

/** Turned away though all the log otherwise knows of them is that they log in. */
export function innocentsOf(sources: readonly Source[]): Innocent[] {
  return sources
    .filter(({ failures, accepted, drops, perSource, penalties }) => {
      return failures === 0 && accepted > 0 && drops + perSource + penalties > 0
    })
    .map(({ address, drops, perSource, penalties, accepted }) => {
      return { address, drops: drops + perSource, penalties, accepted }
    })
}
