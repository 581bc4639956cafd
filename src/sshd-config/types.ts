import type { Release } from '../openssh/release.ts'

/** What sshd_config means to one release of sshd, for one connection. Plain JSON throughout. */

/**
 * The connection that Match is asked about, as `sshd -T -C` takes it. `null` in its place: no connection at all, as
 * `sshd -T` without -C, where every Match but `all` stays closed.
 */
export interface Connection {
  user?: string
  host?: string
  address?: string
  localAddress?: string
  localPort?: number
  rdomain?: string
  invalidUser?: boolean
  /** Names of the groups of `user`, where somebody asked the machine; unknown ones count as none. */
  groups?: readonly string[]
}

/** One word of a line: as sshd hears it, quotes and backslashes gone. */
export type Argument = string

/** Why a line had no say. */
export type WhyNot =
  /** An earlier line had said it already, and the first wins. */
  | 'first-wins'
  /** A later line said it again, and the last wins (MaxStartups up to 10.0 and its like). */
  | 'last-wins'
  /** A Match that this connection satisfies says otherwise. */
  | 'match-wins'
  /** It stands under a Match that this connection does not satisfy. */
  | 'no-match'
  /** Known, and without any effect in this release. */
  | 'deprecated'
  /** This release does not know the word (or was not built with it). */
  | 'unknown'
  | 'unsupported'
  /** sshd refuses it. */
  | 'error'
  /** An Include that found no file. */
  | 'no-file'

export interface ConfigLine {
  /** As sshd sees the path (without the --root). */
  file: string
  /** From 1. */
  line: number
  /** As written. */
  keyword: string
  /** As `sshd -T` prints it: lower case, aliases resolved (`challengeresponseauthentication` → `kbdinteractiveauthentication`). */
  canonical: string
  arguments: Argument[]
  /** The words after `Match` of the block it stands in, and where that begins; none at the top level. */
  match?: { words: string; file: string; line: number }
  took: boolean
  why?: WhyNot
  /** The line that won instead of it. */
  wonBy?: { file: string; line: number }
}

export interface ConfigError {
  file: string
  line: number
  /** In sshd's own words, without the file and line it puts before them. */
  says: string
  /** sshd does not start (rc 255). Others are only printed. */
  fatal: boolean
}

/** Something a person would not expect of this configuration. */
export interface ConfigNote {
  /** Closed set, for programs: `max-startups-last-wins`, … */
  id: string
  keyword: string
  /** One or two whole sentences. */
  says: string
  /** `file:line`, or where the knowledge comes from. */
  source: string
}

/** Where a value comes from. */
export type Origin = { file: string; line: number } | 'default'

export interface EffectiveConfig {
  release: Release
  /** Lower-case keyword → its values, each as `sshd -T` of that release prints it after the keyword; one an output line. */
  effective: Record<string, string[]>
  /** Same keys: the line that decided (the first one of an accumulating keyword). */
  origin: Record<string, Origin>
  /** For accumulating keywords, one per value of `effective`. */
  origins: Record<string, Origin[]>
  /** Every line of every file read, in the order sshd reads them. */
  lines: ConfigLine[]
  errors: ConfigError[]
  notes: ConfigNote[]
  /** Every file read, in order, as sshd sees its path. */
  files: string[]
}

/** `/etc/ssh/sshd_config:12`, or `default`. */
export function originText(origin: Origin | undefined): string {
  return origin === undefined || origin === 'default' ? 'default' : `${origin.file}:${origin.line}`
}
