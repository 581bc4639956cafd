import type { Attacker } from './hosts/attacker.ts'
import type { Client } from './hosts/client.ts'
import type { Lab } from './hosts/lab.ts'
import type { Machine } from './hosts/machine.ts'
import type { Release } from './hosts/release.ts'

export type { Attacker, Client, Lab, Machine, Release }

/** What a fault gets to break: a lab is one, with its network and its seeded `random` to vary parameters. */
export type FaultLab = Lab

/** A machine, broken: what its user would type after `ssh`. */
export interface Broken {
  args: readonly string[]
  /** Undoes what the end of the lab does not, e.g. connections held open. */
  release?: () => Promise<void>
}

/** Looks the same from outside, but only done this way or on these releases. */
export interface LooksAlike {
  says: string
  variants?: readonly string[]
  releases?: readonly Release[]
}

/** One way for a login to fail, done to a real machine. */
export interface BrokenFault {
  /** The permanent fault id of the product. */
  id: string
  releases: readonly Release[]
  /** Named ways to break it; the first is the one to show. */
  variants: readonly string[]
  clientAddresses?: 1 | 2
  /** Other ids nobody could tell apart from outside, each with the reason. */
  alsoRight?: Record<string, string | LooksAlike>
  verdict: 'unreachable' | 'degraded' | 'reachable' | 'unknown'
  /** Breaks the machine; afterwards the failure is there and stays. */
  break(lab: FaultLab, variant: string): Promise<Broken>
}
