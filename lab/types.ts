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

/**
 * How somebody still gets into a machine that lets this user in no more: by a login of another account, over a shared
 * connection opened before it broke, or at a second sshd kept for bad days.
 */
export type WayIn = 'login' | 'login-as-root' | 'kept' | 'rescue' | 'rescue-as-root'

/** One more way to the same disease, as it is met on real servers: another list, another file, another limit. */
export interface MoreWay {
  releases?: readonly Release[]
  /** What the first cause has to bring along as proof, where it is not what the fault's other ways bring. */
  proof?: RegExp
  /** Breaks the machine; what it returns undoes what the end of the lab does not. */
  break(lab: FaultLab): Promise<(() => Promise<void>) | void>
}

/** Seen by somebody on the server, who has come in so. */
export interface SeenWithin {
  way: WayIn
  /** What the first cause has to bring along as proof. */
  proof?: RegExp
  /** Ways that are asked for from within only: from outside each looks like its family at best. */
  more?: Readonly<Record<string, MoreWay>>
}

/** Why it is not looked at from here. */
export interface NotSeen {
  not: string
}

/** One way for a login to fail, done to a real machine. */
export interface BrokenFault {
  /** The permanent fault id of the product. */
  id: string
  releases: readonly Release[]
  /** Named ways to break it; the first is the one to show. */
  variants: readonly string[]
  clientAddresses?: 1 | 2
  /** Debian packages that its machine has beside those of every root. */
  packages?: readonly string[]
  /** Other ids nobody could tell apart from outside, each with the reason. */
  alsoRight?: Record<string, string | LooksAlike>
  verdict: 'unreachable' | 'degraded' | 'reachable' | 'unknown'
  /** How it is seen from within the server, or why it cannot be. */
  fromWithin: SeenWithin | NotSeen
  /** Why it is not looked at from outside; without it, it is. */
  fromOutside?: NotSeen
  /** Breaks the machine; afterwards the failure is there and stays. */
  break(lab: FaultLab, variant: string): Promise<Broken>
}

/** A fault that no machine of ours can have: a golden case (test/cases/<id>.json) stands for it. */
export interface GoldenFault {
  id: string
  /** Why it cannot be broken here. */
  notBroken: string
}

/** What lab/faults/<id>.ts says of a fault: how to break it, or why that cannot be done. */
export type LabFault = BrokenFault | GoldenFault
