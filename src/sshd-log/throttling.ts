import type { LogLine } from './types.ts'

/** Drops of one burst are at most this far apart (≥ 10.0 says so every 300 s, log_ratelimit_init in sshd.c); milliseconds. */
const ONE_EPISODE = 330_000

/** An episode as it is read; times as the lines have them. */
export interface OpenEpisode {
  start?: number
  end?: number
  /** Said by sshd: the total of an exit line, or so far. */
  said: number
  /** Counted: lines of drops, and those a rate limiter held back. */
  seen: number
  peak: number | null
  how: 'told' | 'lines' | 'limited'
  /** The exit line was there. */
  ended: boolean
  /** The daemon ended or began anew, and the episode with it. */
  stopped: boolean
  /** Its lines are of a kind of which each drop has one: `past MaxStartups`, without a begin, is 7.4–8.3's at VERBOSE. */
  each: boolean
}

/** Episodes of all daemons of a log; feed it every line about throttling, in order. */
export interface Throttling {
  add(line: LogLine): void
  episodes(): { start?: number; end?: number; dropped: number; exact: boolean; peak: number | null }[]
  /** Some sshd of the log leaves drops out when there are many: from 10.0 on, whichever limit it was (sshd.c drop_connection). */
  limited(): boolean
}

/** An episode whose begin is not in the log began so long before its exit line as that says. */
const startOf = ({ at, kind, seconds }: LogLine): number | undefined =>
  at === undefined || (kind !== 'throttling-ends' && kind !== 'throttling-continues')
    ? at
    : seconds === undefined
      ? undefined
      : at - seconds * 1000

export function newThrottling(): Throttling {
  const open = new Map<string, OpenEpisode>()
  const done: OpenEpisode[] = []
  /** Begin and exit lines exist since 8.4: drops without them, before any, are 7.4–8.3's at VERBOSE, each one written. */
  let told = false
  let limits = false

  const close = (daemon: string): void => {
    open.delete(daemon)
  }
  const start = (daemon: string, line: LogLine, how: OpenEpisode['how']): OpenEpisode => {
    const episode: OpenEpisode = { said: 0, seen: 0, peak: null, how, ended: false, stopped: false, each: true }
    const began = startOf(line)
    if (began !== undefined) episode.start = began
    open.set(daemon, episode)
    done.push(episode)
    return episode
  }
  const current = (daemon: string, line: LogLine, how: OpenEpisode['how']): OpenEpisode => {
    const episode = open.get(daemon)
    if (!episode || (episode.how !== how && episode.how !== 'told')) return start(daemon, line, how)
    const last = episode.end ?? episode.start
    if (episode.how !== 'told' && last !== undefined && line.at !== undefined && line.at - last > ONE_EPISODE)
      return start(daemon, line, how)
    return episode
  }

  return {
    add(line) {
      const daemon = `${line.host ?? ''} ${line.pid ?? ''}`
      const times = line.count ?? 1
      switch (line.kind) {
        case 'throttling-begins':
          told = true
          if (open.get(daemon)?.how === 'told' && line.count !== undefined) break
          close(daemon)
          start(daemon, line, 'told')
          break
        case 'throttling-continues': {
          told = true
          const episode = current(daemon, line, 'told')
          episode.said = Math.max(episode.said, times)
          if (line.at !== undefined) episode.end = line.at
          break
        }
        case 'throttling-ends': {
          told = true
          const episode = open.get(daemon) ?? start(daemon, line, 'told')
          episode.how = 'told'
          episode.said = times
          episode.ended = true
          if (line.at !== undefined) episode.end = line.at
          close(daemon)
          break
        }
        case 'drop':
        case 'drop-per-source': {
          const limited = line.reason === 'Maxstartups'
          limits ||= limited
          // Each per-source drop of 8.5–9.9 is inside an episode (sshd.c drop_connection); elsewhere it is none of MaxStartups'.
          if (line.kind === 'drop-per-source' && (limited || !open.has(daemon))) break
          const episode = current(daemon, line, limited ? 'limited' : 'lines')
          episode.seen += times
          episode.each &&= line.reason === undefined || line.reason === 'past MaxStartups'
          episode.peak = Math.max(episode.peak ?? 0, line.pending ?? 0)
          if (line.at !== undefined) episode.end = line.at
          break
        }
        case 'drops-suppressed': {
          limits = true
          const episode = current(daemon, line, 'limited')
          episode.seen += times
          if (line.at !== undefined) episode.end = line.at
          break
        }
        case 'restarting':
        case 'terminating': {
          const episode = open.get(daemon)
          if (episode) {
            episode.stopped = true
            if (line.at !== undefined) episode.end = line.at
          }
          close(daemon)
          break
        }
        default:
      }
    },
    episodes: () =>
      done.map(({ start, end, said, seen, peak, how, ended, stopped, each }) => ({
        ...(start === undefined ? {} : { start }),
        // Where its last line is missing, nobody knows when it was over.
        ...(end === undefined || (how === 'told' && !ended && !stopped) ? {} : { end }),
        dropped: ended ? said : Math.max(said, seen),
        exact: ended || (how === 'lines' && each && !told),
        peak,
      })),
    limited: () => limits,
  }
}

/** The kinds `add` looks at. */
export const ABOUT_THROTTLING: ReadonlySet<string> = new Set([
  'throttling-begins',
  'throttling-continues',
  'throttling-ends',
  'drop',
  'drop-per-source',
  'drops-suppressed',
  'restarting',
  'terminating',
])
