/** An option of a verb, as data: its parser, its help, the manual page and the shells' completion are made from it. */
export interface Option {
  /** The letter behind one dash. */
  short?: string
  /** What it takes; without one it is a flag. */
  value?: Value
  /** It may be given more than once, and every value counts. */
  multiple?: true
  /** The flag that it takes back; of the two the last one typed wins. */
  negates?: string
  /** A second spelling, kept for those who know it: understood and not shown. */
  hidden?: true
  /** The option in whose row of the help it stands. */
  beside?: string
  /** Half a sentence for the help, without a full stop. */
  says: string
}

/** What stands behind an option, or where a verb expects words of its own. */
export interface Value {
  /** Its name in the help: FILE, SECONDS. */
  name: string
  /** What a shell completes there; nothing where it is absent. */
  is?: 'file' | 'folder' | 'host'
  /** Words that may stand there, or are often typed there. */
  words?: readonly string[]
  /** Values that begin with a dash and are no options all the same, as in `--since -2h`. */
  dashed?: RegExp
}

/** Long names without their dashes. */
export type OptionTable = Readonly<Record<string, Option>>

type ValueOf<One extends Option> = One extends { value: Value }
  ? One extends { multiple: true }
    ? string[]
    : string
  : boolean

/** What was typed, by the long names. */
export type ValuesOf<Options extends OptionTable> = { -readonly [Name in keyof Options]?: ValueOf<Options[Name]> }
