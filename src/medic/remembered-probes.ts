import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * How often this user has knocked at a target lately, over all runs: the extra tries beside a login that works are a
 * luxury, and someone who runs us in a loop must not be penalised for it (noauth 1 s each, active above 15 s; srclimit.c).
 * A file that cannot be read or written only means that the luxury is left out.
 */
const FORGET_SECONDS = 600
/** Outstanding seconds we allow ourselves: a third of what makes a penalty active. */
const ALLOWED = 5

const file = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sshmedic', 'knocks.json')

/** Whether `count` more knocks at `key` stay below what we allow ourselves; notes them if so. `now` in epoch seconds. */
export function mayKnock(key: string, count: number, now: number): boolean {
  const knocks = remembered()
  const recent = times(knocks.get(key))
    .toSorted((a, b) => a - b)
    .filter((t) => now - t < FORGET_SECONDS && t <= now)
  // A leaky bucket, as sshd's own: every knock adds a second, every second takes one away.
  let outstanding = 0
  let last = recent[0] ?? now
  for (const t of recent) {
    outstanding = Math.max(0, outstanding - (t - last)) + 1
    last = t
  }
  outstanding = Math.max(0, outstanding - (now - last))
  if (outstanding + count > ALLOWED) return false
  try {
    const kept = [...knocks].filter(([k, ts]) => k !== key && times(ts).some((t) => now - t < FORGET_SECONDS))
    mkdirSync(dirname(file()), { recursive: true, mode: 0o700 })
    writeFileSync(
      file(),
      JSON.stringify(Object.fromEntries([...kept, [key, [...recent, ...Array.from({ length: count }, () => now)]]])),
      { mode: 0o600 },
    )
    return true
  } catch {
    return false
  }
}

/** By target; a map, since a target may be called `toString`. */
function remembered(): Map<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file(), 'utf8'))
    return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [])
  } catch {
    // No memory yet, or one nobody can read: begin anew.
    return new Map()
  }
}

const times = (value: unknown): number[] => (Array.isArray(value) ? value.filter((t) => typeof t === 'number') : [])
