import { redact } from '../redact.ts'
import type { ReadLine } from './explained-line.ts'
import { sumOf } from './sum.ts'
import type { Sum } from './sum.ts'

/** A text, line by line, with what each line means. */
export interface LinesDocument {
  version: string
  /** Where the text comes from: a file, `standard input`, `pasted text`. */
  from: string
  /** The lines that are not blank. */
  lines: ReadLine[]
  /** A text too long to be shown as a whole: so many lines behind line `after` are not in `lines`. */
  leftOut?: LeftOut
  sum: Sum
  /** How many secrets were hidden in the lines. */
  hidden: number
}

export interface LeftOut {
  after: number
  lines: number
}

export interface LinesRead {
  version: string
  from: string
  lines: readonly ReadLine[]
  leftOut?: LeftOut | undefined
}

/** Secrets are hidden and counted before anything is shown. */
export function linesDocument({ version, from, lines, leftOut }: LinesRead): LinesDocument {
  const { value, hidden } = redact(lines.map(({ text }) => text))
  const safe = lines.map((read, i) => ({ ...read, text: value[i]! }))
  return { version, from, lines: safe, ...(leftOut && { leftOut }), sum: sumOf(safe), hidden }
}
