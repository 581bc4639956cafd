import type { LogLine } from './types.ts'

/** Drops of one burst are at most this far apart (≥ 10.0 says so every 300 s, log_ratelimit_init in sshd.c); milliseconds. */
const ONE_EPISODE = 330_000

/** An episode as it is read; times as the lines have them. */
interface OpenEpisode {
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

/** An episode whose begin is not in the log began so long before its exit line as that says. */
const startOf = ({ at, kind, seconds }: LogLine): number | undefined =>
  at === undefined || (kind !== 'throttling-ends' && kind !== 'throttling-continues')
    ? at
    : seconds === undefined
      ? undefined
      : at - seconds * 1000

/** An episode as it is told: times as the lines have them, `dropped` exact or at least. */
interface ToldEpisode {
  start?: number
  end?: number
  dropped: number
  exact: boolean
  peak: number | null
}

/** Episodes of all daemons of a log; feed it every line about throttling, in order. */
export class Throttling {
  readonly #open = new Map<string, OpenEpisode>()
  readonly #done: OpenEpisode[] = []
  /** Begin and exit lines exist since 8.4: drops without them, before any, are 7.4–8.3's at VERBOSE, each one written. */
  #told = false
  #limits = false

  add(line: LogLine): void {
    const daemon = `${line.host ?? ''} ${line.pid ?? ''}`
    switch (line.kind) {
      case 'throttling-begins':
      case 'throttling-continues':
      case 'throttling-ends':
        this.#told = true
        this.#tell(daemon, line)
        break
      case 'drop':
      case 'drop-per-source':
        this.#drop(daemon, line)
        break
      case 'drops-suppressed':
        this.#limits = true
        this.#count(this.#current(daemon, line, 'limited'), line)
        break
      case 'restarting':
      case 'terminating':
        this.#stop(daemon, line)
        break
      default:
    }
  }

  episodes(): ToldEpisode[] {
    return this.#done.map(({ start, end, said, seen, peak, how, ended, stopped, each }) => ({
      ...(start === undefined ? {} : { start }),
      // Where its last line is missing, nobody knows when it was over.
      ...(end === undefined || (how === 'told' && !ended && !stopped) ? {} : { end }),
      dropped: ended ? said : Math.max(said, seen),
      exact: ended || (how === 'lines' && each && !this.#told),
      peak,
    }))
  }

  /** Some sshd of the log leaves drops out when there are many: from 10.0 on, whichever limit it was (sshd.c drop_connection). */
  limited(): boolean {
    return this.#limits
  }

  /** sshd itself says how it goes with an episode. */
  #tell(daemon: string, line: LogLine): void {
    const times = line.count ?? 1
    if (line.kind === 'throttling-begins') {
      if (this.#open.get(daemon)?.how !== 'told' || line.count === undefined) this.#start(daemon, line, 'told')
      return
    }
    if (line.kind === 'throttling-continues') {
      const episode = this.#current(daemon, line, 'told')
      episode.said = Math.max(episode.said, times)
      if (line.at !== undefined) episode.end = line.at
      return
    }
    const episode = this.#open.get(daemon) ?? this.#start(daemon, line, 'told')
    episode.how = 'told'
    episode.said = times
    episode.ended = true
    if (line.at !== undefined) episode.end = line.at
    this.#open.delete(daemon)
  }

  #drop(daemon: string, line: LogLine): void {
    const limited = line.reason === 'Maxstartups'
    this.#limits ||= limited
    // Each per-source drop of 8.5–9.9 is inside an episode (sshd.c drop_connection); elsewhere it is none of MaxStartups'.
    if (line.kind === 'drop-per-source' && (limited || !this.#open.has(daemon))) return
    const episode = this.#current(daemon, line, limited ? 'limited' : 'lines')
    episode.each &&= line.reason === undefined || line.reason === 'past MaxStartups'
    episode.peak = Math.max(episode.peak ?? 0, line.pending ?? 0)
    this.#count(episode, line)
  }

  #count(episode: OpenEpisode, { count = 1, at }: LogLine): void {
    episode.seen += count
    if (at !== undefined) episode.end = at
  }

  #stop(daemon: string, { at }: LogLine): void {
    const episode = this.#open.get(daemon)
    if (episode) {
      episode.stopped = true
      if (at !== undefined) episode.end = at
    }
    this.#open.delete(daemon)
  }

  #current(daemon: string, line: LogLine, how: OpenEpisode['how']): OpenEpisode {
    const episode = this.#open.get(daemon)
    if (!episode || (episode.how !== how && episode.how !== 'told')) return this.#start(daemon, line, how)
    const last = episode.end ?? episode.start
    if (episode.how !== 'told' && last !== undefined && line.at !== undefined && line.at - last > ONE_EPISODE)
      return this.#start(daemon, line, how)
    return episode
  }

  #start(daemon: string, line: LogLine, how: OpenEpisode['how']): OpenEpisode {
    const episode: OpenEpisode = { said: 0, seen: 0, peak: null, how, ended: false, stopped: false, each: true }
    const began = startOf(line)
    if (began !== undefined) episode.start = began
    this.#open.set(daemon, episode)
    this.#done.push(episode)
    return episode
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
