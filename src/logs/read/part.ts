import type { LogSource } from '../scan/scan.ts'

/** One piece of a log: a file, what a program prints, stdin. */
export interface LogPart {
  /** As shown to the user. */
  name: string
  /** Bytes as they lie there, where that is known: for progress only. */
  size?: number
  /** When it was last written, milliseconds since the epoch; no line of it is later. */
  changed?: number
  /** May be called again where `again` is true. */
  open(): LogSource
  again: boolean
  /** A file that is not compressed: the one that can be followed. */
  path?: string
}

/** Something that was asked for and could not be read, or not whole; a sentence. */
export interface Unread {
  name: string
  says: string
  /** Some of it was read. */
  partly?: true
}

/** What will be read, oldest first, and what will not. */
export interface LogInput {
  /** Where the lines come from, in words: `/var/log/auth.log and 4 older files`. */
  from: string
  parts: LogPart[]
  /** Grows while parts are read: what turns out broken on the way is told here. */
  unread: Unread[]
  /** Zone of times that carry none; where it is not this machine's. */
  zone?: string
  /** First number of MaxStartups there, by sshd -T: a drop below it is one of another kind. */
  begin?: number
  /** What else a person should know, one sentence each. */
  notes: string[]
}
