import type { OwnOptions } from './own-options.ts'

/** What was typed, understood. */
export interface CommandLine {
  /** The name of a verb, or what `--help` and `--version` ask for in its place. */
  verb: string
  /** The verb whose help is asked for. */
  about?: string
  /**
   * The user's ssh options in order, without the destination. An `-l` or `-p` behind a destination that already names
   * user or port is left out: ssh ignores it there, and would not in front.
   */
  ssh: string[]
  /** As typed; only `--from` does without. */
  destination?: string
  /** What the command line alone says of the destination, by ssh's rule that the first word wins. */
  host?: string
  user?: string
  port?: number
  /** The remote command's words. */
  command: string[]
  own: OwnOptions
  /** The words of a verb that reads text, joined by spaces; undefined where the text is to come from stdin. */
  text?: string
  /** The words around a verb that reads its own, unread. */
  words?: string[]
}
