import type { EditStep } from '../../core/remedy.ts'
import type { Origin } from '../../sshd-config/types.ts'

/** Least first. `note`: worth knowing, nothing wrong. `critical`: nobody, or anybody, gets in. */
export const SEVERITIES = ['note', 'minor', 'major', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What suffers: that the right people get in, or that only they do. */
export type Side = 'reachability' | 'safety'

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
  /** The line that mends it; only what this release knows. */
  recommend?: EditStep
}
