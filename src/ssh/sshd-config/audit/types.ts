import type { Origin } from '../types.ts'

/** Least first. `note`: worth knowing, nothing wrong. `critical`: nobody, or anybody, gets in. */
export const SEVERITIES = ['note', 'minor', 'major', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What suffers: that the right people get in, or that only they do. */
export type Side = 'reachability' | 'safety'

export interface Recommendation {
  /** As sshd_config(5) of that release spells it. */
  keyword: string
  value: string
}

/** Whom a recommendation may keep out who gets in today, and how to see beforehand that it does not. */
export interface ShutsOut {
  /** `root, where it has no key that works`. */
  who: string
  /** A command, or a whole sentence. */
  check: string
  /** The present user may be among them. */
  you: boolean
}

/** One thing the audit found. Plain JSON. Values and paths are the file's own words: `visible()` before they are shown. */
export interface Finding {
  id: string
  /** Lower case; the first is the one that decided. */
  keywords: string[]
  severity: Severity
  side: Side
  /** What is so: a whole sentence. */
  says: string
  /** Why that matters: a whole sentence. */
  reason: string
  /** Where the knowledge comes from: sshd's source, sshd_config(5), openssh.md, ssh-audit, Lynis. */
  sources: string[]
  /** Where the value stands. */
  at: Origin
  /** Only what this release knows. */
  recommend?: Recommendation
  /** Of the recommendation; none: it keeps nobody out. */
  shutsOut?: ShutsOut
}

/** What somebody knows of the machine and of who wants in, beside its configuration. All of it may be missing. */
export interface AuditContext {
  /** Who is to get in, with groups where known, and from where. */
  user?: string
  groups?: readonly string[]
  address?: string
  /** Who is logged in and asks: whoever else, this one must not be shut out. */
  present?: string
  /** Only root has an account one can log in to. */
  rootOnly?: boolean
  /** sshd's socket is systemd's. */
  socketActivated?: boolean
  /** Host key files that are there and readable for sshd. */
  hostKeyFiles?: readonly string[]
  /** Path of a host key → bits of its modulus, where it is RSA and its public half can be read. */
  hostKeyBits?: Readonly<Record<string, number>>
  /** Rules of hosts.allow and hosts.deny, where sshd is built with libwrap. */
  wrapperRules?: readonly string[]
  /** The port can be reached from the whole internet. */
  exposed?: boolean
  /** Files of sshd_config.d, whether read or not. */
  dropIns?: readonly string[]
}
