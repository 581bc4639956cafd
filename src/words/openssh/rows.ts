import type { Speaker } from '../speakers.ts'
import data from './messages.json' with { type: 'json' }
import { slugOf } from './slug.ts'

/** One format of OpenSSH's log calls (messages.json, made by `node lab/lexicon.ts`). */
export interface Row {
  format: string
  /** Digits for debug1 to debug3, and `v i e f`; a message may change its level from release to release. */
  levels: string
  by: readonly Speaker[]
}

const SIDES: Readonly<Record<string, readonly Speaker[]>> = { c: ['ssh'], s: ['sshd'], b: ['ssh', 'sshd'] }

/** `levels|side|first|last|files|id|format` (lab/lexicon.ts). */
const cells = (row: string): string[] => row.split('|', 6)

const formatOf = (row: string): string => {
  let at = -1
  for (let n = 0; n < 6; n++) at = row.indexOf('|', at + 1)
  return row.slice(at + 1)
}

/** What is read of a row when a line may be it; the rest where it is. */
export const ROWS: readonly string[] = data.rows

export function rowOf(row: string): Row {
  const side = row.indexOf('|') + 1
  return { format: formatOf(row), levels: row.slice(0, side - 1), by: SIDES[row[side] ?? ''] ?? [] }
}

export interface Origin {
  id: string
  since: string
  until: string
  /** Source files of OpenSSH that say it. */
  files: string[]
}

export function originOf(row: string): Origin {
  const [, , first, last, files, id] = cells(row)
  return {
    id: id || slugOf(formatOf(row)),
    since: first || data.oldest,
    until: last || data.newest,
    files: (files ?? '').split(',').map((n) => data.files[Number(n)] ?? ''),
  }
}
