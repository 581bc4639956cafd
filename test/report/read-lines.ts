import type { ReadLine } from '../../src/report/lines/explained-line.ts'

const NOTHING = { by: undefined, ids: [], level: undefined, step: undefined, road: undefined, says: undefined } as const

/** A line as the lexicon would read it; known where it says something. */
export const readLineOf = (line: number, text: string, reading: Partial<ReadLine['reading']> = {}): ReadLine => ({
  line,
  text,
  reading: { ...NOTHING, known: reading.says !== undefined, message: undefined, harmless: false, ...reading },
})
