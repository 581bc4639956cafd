import type { CommandLine } from './command-line.ts'
import type { OptionTable, Value } from './option.ts'

/**
 * One verb of the command line. All that is said about verbs elsewhere (`--help`, did-you-mean, README's tables, the manual page,
 * the shells' completion) is made from these literals.
 */
export type Verb = VerbOfWords | VerbOfSsh

interface About {
  /** The word that is typed; `diagnose` alone is what happens without one. */
  name: string
  /** One line of the general help, without a full stop. */
  summary: string
  /** What may be typed, in the order of use. */
  usage: readonly Usage[]
  /** Paragraphs of its help. */
  about: readonly string[]
  /** Words that are no options. */
  operands: readonly Value[]
  options: OptionTable
  examples: readonly Usage[]
  exitCodes: readonly ExitCode[]
  /** It serves the program and not the user's server: listed last. */
  service?: true
}

/** Its words are options and operands in any order, as for most programs; `run` gets them read. */
export interface VerbOfWords extends About {
  reads: 'words'
  /** Loaded when it is asked for: start-up is felt. */
  load(): Promise<{ run(words: Words, version: string): Promise<number> }>
}

/** Its words are ssh's, or a text: `command-line.ts` reads them. */
export interface VerbOfSsh extends About {
  reads: 'ssh' | 'text'
  load(): Promise<{ run(line: CommandLine, version: string): Promise<number> }>
}

/** A verb's words, read by its table of options; each verb's `run` knows its own names. */
export interface Words {
  values: Readonly<Record<string, string | boolean | string[] | undefined>>
  positionals: string[]
}

export interface Usage {
  /** Behind `sshmedic`, or a whole command line where it begins with `$`. */
  line: string
  says: string
}

export interface ExitCode {
  code: number
  means: string
}
