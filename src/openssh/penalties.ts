import type { Release } from './release.ts'
import { releaseFacts } from './releases.ts'

/** What a connection can be punished for (srclimit.h EXIT_*, sshd.c child_reap). */
export type PenaltyKind = 'noauth' | 'authfail' | 'invaliduser' | 'grace-exceeded' | 'refuseconnection' | 'crash'

/** A punished connection ended; `at` is in seconds of any clock. */
export interface PenaltyEvent {
  at: number
  kind: PenaltyKind
}

/** servconf.c fill_default_server_options, OpenSSH 9.8 to 10.5: PerSourcePenalties max:600 min:15. */
export const MAX_PENALTY_SECONDS = 600
export const MIN_PENALTY_SECONDS = 15

/** What one connection without an attempt to log in costs its source, by default: 1 s from 9.8 on, nothing before. */
export function noauthPenaltySeconds(release: Release): number {
  return penaltySeconds('noauth', release)
}

/** Seconds a kind costs by default, 0 in releases that do not know it (servconf.c 9.8 to 10.5; `releases.ts`). */
export function penaltySeconds(kind: PenaltyKind, release: Release): number {
  const facts = releaseFacts(release)
  switch (kind) {
    case 'noauth':
      return facts.noauthPenaltySeconds ?? 0
    case 'authfail':
      return facts.authfailPenaltySeconds ?? 0
    // Before 10.3 an unknown user is a failed login like any other.
    case 'invaliduser':
      return facts.invaliduserPenaltySeconds ?? facts.authfailPenaltySeconds ?? 0
    case 'grace-exceeded':
      return facts.graceExceededPenaltySeconds ?? 0
    // RefuseConnection came with 9.9; before, such an exit is an unexplained one.
    case 'refuseconnection':
      return facts.refuseconnectionPenaltySeconds ?? facts.noauthPenaltySeconds ?? 0
    case 'crash':
      return facts.crashPenaltySeconds ?? 0
  }
}

/**
 * What a source's record at the server is worth at `now`, by the defaults, as `srclimit_penalise` and
 * `srclimit_penalty_check_allow` of srclimit.c keep it (OpenSSH 9.8 to 10.5): penalties add up while one is running, run
 * off in real time and end at 600 s; above 15 s outstanding the source is refused, and once it is refused it stays so
 * until the record has run off. Events later than `now` do not count.
 */
export function penaltyState(
  events: readonly PenaltyEvent[],
  now: number,
  release: Release,
): { outstandingSeconds: number; active: boolean } {
  let expiry = -Infinity
  let active = false
  for (const event of events.filter((one) => one.at <= now).sort((a, b) => a.at - b.at)) {
    const seconds = penaltySeconds(event.kind, release)
    if (seconds === 0) continue
    if (expiry < event.at) {
      expiry = event.at + seconds
      active = seconds > MIN_PENALTY_SECONDS
      continue
    }
    expiry = Math.min(expiry + seconds, event.at + MAX_PENALTY_SECONDS)
    if (expiry - event.at > MIN_PENALTY_SECONDS) active = true
  }
  if (expiry < now) return { outstandingSeconds: 0, active: false }
  return { outstandingSeconds: expiry - now, active }
}
