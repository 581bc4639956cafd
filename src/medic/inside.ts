import type { Access, NoWayIn } from '../core/access.ts'
import { known } from '../core/probe.ts'
import type { Probe, ProbeContext } from '../core/probe.ts'
import type { FactId, FactSheet, Missing, Target } from '../core/types.ts'
import { EARLY, INSIDE, INSIDE_SESSION, PASSING, SERVER_LOG } from './inside-probes.ts'

/** A second way in, not opened yet. */
export interface WayIn {
  /** As shown to the user. */
  via: string
  /** It is this very machine that is looked at. */
  local: boolean
  /** The address people come from, where the user says so. */
  address?: string
  /** Whether it ends at the host of the target: then its logins are seen there, too. */
  sameHost: boolean
  open(options: { signal: AbortSignal; connection(first: boolean): Promise<boolean> }): Promise<Access | NoWayIn>
}

/** What a probe is given within that others are not. */
export type InsideContext = Pick<ProbeContext, 'signal' | 'patience' | 'from'> & { access: Access }

export interface InsideOptions {
  wayIn: WayIn
  facts: FactSheet
  target: Target
  signal: AbortSignal
  patience: number
  /** Asked before every login of the way in. */
  connection(first: boolean): Promise<boolean>
  progress(text: string): void
  /** What is known makes the cause clear. */
  sure(): boolean
  /** Asks one probe and notes its fact. */
  ask(probe: Probe, how: InsideContext): Promise<void>
  /** Notes that a fact could not be had. */
  miss(id: FactId, via: string, missing: Missing): void
}

/** What is under way within, for the one who looks from outside meanwhile. */
export interface Inside {
  /** Everything but the log has been asked, or there is no way in. */
  looked: Promise<void>
  /** The log, and nothing else, waits for this: our own login is to stand in it. Resolves when it has been read. */
  loginIsOver(turnedAway: boolean): Promise<void>
  close(): Promise<void>
}

const AT_ONCE = 4
/** A healthy server has answered everything long before; a slow one is given more, its login included up to the second. Seconds. */
const HEALTHY_SECONDS = 20
const SLOW_SECONDS = 90
/** So many commands one after the other are what the whole look takes at least. */
const COMMANDS_IN_A_ROW = 12
/** An empty command that takes longer than this makes every clock of a probe longer. Seconds. */
const BRISK = 1
const MOST_PATIENCE = 6
/** sshd and the journal need a moment to write our own login down. */
const LOG_SETTLES_MS = 300

/** Opens the way in and asks all that can be asked there, beside whatever goes on outside. */
export function lookInside(options: InsideOptions): Inside {
  const { wayIn, facts, target } = options
  const began = performance.now()
  const ending = new AbortController()
  const end = () => ending.abort()
  options.signal.addEventListener('abort', end, { once: true })
  let access: Access | undefined
  let clock: NodeJS.Timeout | undefined
  let late = false

  const opened = wayIn.open({ signal: ending.signal, connection: options.connection }).then((got) => {
    if ('failed' in got) {
      options.miss(INSIDE_SESSION.id, wayIn.via, { why: got.why, says: got.failed })
      return
    }
    access = got
    const spent = (performance.now() - began) / 1000 / options.patience
    const needed = Math.max(HEALTHY_SECONDS, COMMANDS_IN_A_ROW * got.roundTrip)
    const seconds = Math.max(HEALTHY_SECONDS, Math.min(SLOW_SECONDS - spent, needed))
    clock = setTimeout(
      () => {
        late = true
        end()
      },
      seconds * 1000 * options.patience,
    )
  })

  const ask = async (probe: Probe, again = false): Promise<void> => {
    if (!access || (!again && facts[probe.id] !== undefined) || !probe.applies(facts, target)) return
    if (ending.signal.aborted) {
      const missing: Missing = late
        ? {
            why: 'timed-out',
            says: 'there was no time left to ask this, too: the server is slow, or the connection has broken off',
          }
        : { why: 'not-asked', says: 'interrupted' }
      if (facts[probe.id] === undefined) options.miss(probe.id, access.via, missing)
      return
    }
    const from = wayIn.address ?? (wayIn.local ? undefined : outward(access.from))
    await options.ask(probe, {
      access,
      signal: ending.signal,
      patience: options.patience * Math.min(MOST_PATIENCE, Math.max(1, access.roundTrip / BRISK)),
      ...(from === undefined ? {} : { from }),
    })
  }
  /** Who holds the slots is to be seen while they are held; the first look may have come before they were. */
  const askOnceMore = async (probe: Probe): Promise<void> => {
    const before = facts[probe.id]
    const held = pending(facts)
    await ask(probe, true)
    if (before && 'value' in before && pending(facts) < held) Object.assign(facts, { [probe.id]: before })
  }
  const askAll = async (probes: readonly Probe[]): Promise<void> => {
    const left = slow() ? probes.toSorted((a, b) => tellsOfSlowness(b) - tellsOfSlowness(a)) : [...probes]
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let probe = left.shift(); probe; probe = left.shift()) {
          // Every question is a burden there, and the user waits for each: beyond the proof none is asked.
          if (slow() && !EARLY.includes(probe) && tellsOfSlowness(probe) === 0 && options.sure()) unasked(probe)
          else await ask(probe)
        }
      }),
    )
  }
  const slow = () => access !== undefined && access.roundTrip > BRISK
  const unasked = (probe: Probe) => {
    if (access && facts[probe.id] === undefined && probe.applies(facts, target))
      options.miss(probe.id, access.via, {
        why: 'not-asked',
        says: 'not asked: the server is slow, and the cause was clear',
      })
  }

  const begun = opened.then(() => ask(INSIDE_SESSION))
  const looked = begun.then(async () => {
    await askAll(EARLY)
    await askAll(INSIDE)
  })

  return {
    looked,
    async loginIsOver(turnedAway) {
      await begun
      if (!access) return
      if (turnedAway) for (const probe of PASSING) await askOnceMore(probe)
      await new Promise((resolve) => setTimeout(resolve, LOG_SETTLES_MS))
      await ask(SERVER_LOG)
    },
    async close() {
      clearTimeout(clock)
      options.signal.removeEventListener('abort', end)
      end()
      await opened
      await access?.close()
    },
  }
}

/** Through a tunnel the server sees its own loopback, which says nothing of where we come from. */
const outward = (address: string | undefined): string | undefined =>
  address === undefined || /^(?:127\.|::1$|::ffff:127\.)/.test(address) ? undefined : address

/** Unfinished logins, as far as the facts have them. */
function pending(facts: FactSheet): number {
  const titles = known(facts, 'listener')?.listeners.map((one) => one.startups?.pending ?? 0) ?? []
  return Math.max(0, ...titles) + (known(facts, 'slot-holders')?.total ?? 0)
}

/** Where everything takes seconds, what may be the reason is asked first. */
const OF_SLOWNESS: ReadonlySet<string> = new Set([
  'pressure',
  'memory',
  'disk',
  'process-limit',
  'blocked-tasks',
  'log-daemon',
])
const tellsOfSlowness = ({ id }: Probe): number => (OF_SLOWNESS.has(id) ? 1 : 0)
