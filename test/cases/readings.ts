import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactSheet, Sign } from '../../src/core/types.ts'

/** One row of a table of readings: what is seen, and what the sign makes of it; several values joined by `|`, '-' for unread. */
export type Row = readonly [seen: string, facts: FactSheet, reads: string]

/** One test for each row. */
export function readings(sign: Sign, rows: readonly Row[], options: { todo?: string } = {}): void {
  for (const [seen, facts, reads] of rows) {
    test(`${sign.id} reads ${reads}: ${seen}`, { todo: options.todo ?? false }, () => {
      const read = sign.read(facts)
      assert.equal(read === undefined ? '-' : [read].flat().join('|'), reads)
    })
  }
}
