import type { Release } from '../release.ts'
import { releaseFacts } from '../releases.ts'

/** What a person or a log says of the load. Times in seconds, rates per second. */
export interface LoadAsked {
  /** Strangers' connections. */
  rate: number
  /** How long each stranger would keep its slot if sshd let it; undefined: until sshd ends it, as silent ones do. */
  hold?: number
  /** LoginGraceTime; 0 is no limit. */
  grace: number
  /** Honest logins. */
  logins: number
  /** How long an honest login takes until it is let in. */
  loginHold: number
  /** Undefined where nobody said which sshd is meant. */
  release?: Release
}

/** The load as the chain takes it. */
export interface Load extends LoadAsked {
  /** How long a stranger keeps its slot under this LoginGraceTime; Infinity where nothing ends it. */
  held: number
  /** ρ: connections that would be pending if none were dropped; Infinity with LoginGraceTime 0 and silent strangers. */
  pending: number
  /**
   * How long whoever is met in a slot has it in all: the slow are met oftener than they come. It decides how long a full
   * server stays full.
   */
  met: number
}

/** servconf.c fill_default_server_options, OpenSSH 2.1 to 10.5, except for 600 before 3.5. */
export const DEFAULT_GRACE = 120
/** A key login over an ordinary line, with PAM: a second or two (openssh.md 8). */
export const DEFAULT_LOGIN_HOLD = 2

/** The mean of what LoginGraceTime is lengthened by at random: sshd-session.c main, since 9.9 (487faaed8). */
const meanJitter = (release: Release | undefined): number =>
  release === undefined ? 0 : releaseFacts(release).graceJitterSeconds / 2

/** How long somebody who wants a slot for `hold` seconds has it on average: LoginGraceTime ends the patience. */
export function heldFor(hold: number, grace: number, release?: Release): number {
  const over = hold - grace
  if (grace === 0 || over <= 0) return hold
  const jitter = 2 * meanJitter(release)
  // Where the wish ends within the jitter, some are ended before it and some are not.
  return over >= jitter ? grace + jitter / 2 : grace + over - over ** 2 / (2 * jitter)
}

/** Both classes added: only the sum of rate × hold matters, because everybody in a slot is "in service" (M/G/∞ with balking). */
export function loadOf(asked: LoadAsked): Load {
  const held = heldFor(asked.hold ?? Infinity, asked.grace, asked.release)
  const loginHeld = heldFor(asked.loginHold, asked.grace, asked.release)
  const slow = product(asked.rate, held)
  const quick = product(asked.logins, loginHeld)
  const pending = slow + quick
  const met = pending > 0 && pending < Infinity ? (slow * held + quick * loginHeld) / pending : held
  return { ...asked, held, pending, met: Number.isFinite(met) ? met : held }
}

/** Nobody holding for ever is nobody. */
const product = (rate: number, seconds: number) => (rate === 0 ? 0 : rate * seconds)
