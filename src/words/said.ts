import type { Entry } from './entry.ts'

type Common = Pick<Entry, 'by' | 'level' | 'source'> & Partial<Entry>

/** Entries of one speaker that share their level, their source and what else is `common`; what an entry says for itself goes before it. */
export const said =
  (common: Common) =>
  (id: string, words: RegExp, says: string, more: Partial<Entry> = {}): Entry => ({
    ...common,
    ...more,
    id,
    words,
    says,
  })
