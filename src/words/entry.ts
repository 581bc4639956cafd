import type { LogMessage } from '../core/log-messages.ts'
import type { Stage } from '../core/types.ts'
import type { Finding } from './finding.ts'
import type { Speaker } from './speakers.ts'

/** As the program itself grades it. Programs without grades: `error` for what ends a connection, else `info`. */
export type Level = 'debug' | 'verbose' | 'info' | 'warning' | 'error' | 'fatal'

/**
 * One message that somebody prints: the lexicon knows words, the book knows diseases. What a message names stands with the fault
 * (`namedBy`), by the id of `message`.
 */
export interface Entry {
  /** Permanent, unique in the lexicon: `pam-limits-too-many-logins`. */
  id: string
  by: Speaker
  level: Level
  /** The first and the last release of the speaker that prints it, where that is known. */
  since?: string
  until?: string
  /** The step of the road that it proves or breaks. */
  step?: Stage
  road?: 'passes' | 'breaks'
  /** What it says, in one plain sentence. */
  says: string
  /**
   * The words behind time, tag and level. Anchored at both ends where the message is whole, linear, bounded. Named groups are its fields
   * (`TOLD_FIELDS`). Where a stranger's name stands inside, the pattern holds on to what stands behind it.
   */
  words: RegExp
  /** Graded as an error or worse, and nothing anybody has to do something about. */
  harmless?: true
  /** Too general to be anybody's without the tag of its program. */
  tagged?: true
  message?: LogMessage
  /** What it says about how a login ended, for the words of clients. */
  ends?: (m: RegExpExecArray) => Finding | undefined
  /** Where these words stand: program, release, source file or document. */
  source: string
}
