import type { FromLog } from '../openssh/startups/infer.ts'
import type { LogSummary } from './types.ts'

/** What a log that has been read says of the load on MaxStartups. */
export function fromLog(summary: LogSummary): FromLog {
  const timed = summary.episodes.flatMap((episode) => {
    const [start, end] = [Date.parse(episode.start ?? ''), Date.parse(episode.end ?? '')]
    return end > start ? [{ ...episode, seconds: (end - start) / 1000 }] : []
  })
  const seconds = timed.reduce((sum, episode) => sum + episode.seconds, 0)
  // An episode without a length has drops but no time to divide them by.
  const dropped = timed.reduce((sum, episode) => sum + episode.dropped, 0)
  const peaks = summary.episodes.flatMap(({ peak }) => (peak === null ? [] : [peak]))
  const span = (Date.parse(summary.last ?? '') - Date.parse(summary.first ?? '')) / 1000
  const sources = new Set([...summary.failures.byAddress, ...summary.drops.byAddress].map(({ address }) => address))
  return {
    episodes: summary.episodes.length,
    dropped: summary.drops.total,
    exact: summary.drops.exact,
    seconds,
    dropsPerSecond: seconds > 0 && dropped > 0 ? dropped / seconds : null,
    peak: peaks.length > 0 ? Math.max(...peaks) : null,
    failuresPerSecond: span > 0 && summary.failures.total > 0 ? summary.failures.total / span : null,
    sources: sources.size,
    blind: summary.drops.total === 0 && summary.releases.some((each) => ['≤7.3', '7.4–8.3', '≤8.3'].includes(each)),
  }
}
