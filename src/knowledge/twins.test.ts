import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forEach, must } from '../../test/do-this.ts'
import { HYPOTHESES } from './likelihood.ts'
import type { Hypothesis } from './likelihood.ts'
import { PARTINGS } from './partings.ts'
import { INSIDE_SIGNS, SIGNS, TOLD_SIGNS } from './signs.ts'

/**
 * Two faults that no sign tells apart are one fault with two names, unless the second is known to be a finer name of the
 * first, or a parting says what would tell them apart.
 */

/** Where the rows of two faults differ by less than this share in every sign, no reading will ever part them. */
const MARGIN = 0.15

/** What only the server's own log, a cloud or somebody on the server tells. */
const TOLD = new Set([...TOLD_SIGNS, ...INSIDE_SIGNS].map(({ id }) => id))

/** The largest difference between two faults over all signs seen from outside, in probability that changes hands (total variation). */
function apart(a: Hypothesis, b: Hypothesis): { share: number; sign: string } {
  let most = { share: 0, sign: '' }
  for (const { id: sign } of SIGNS) {
    if (TOLD.has(sign)) continue
    const row = a.rows.get(sign)!
    const other = b.rows.get(sign) ?? []
    const share = row.reduce((sum, p, i) => sum + Math.abs(p - (other[i] ?? 0)), 0) / 2
    if (share > most.share) most = { share, sign }
  }
  return most
}

const kin = (a: Hypothesis, b: Hypothesis): boolean => {
  const [x, y] = [a.fault?.refines, b.fault?.refines]
  return x === b.id || y === a.id || (x !== undefined && x === y)
}

const pairs = HYPOTHESES.flatMap((a, i) => HYPOTHESES.slice(i + 1).map((b) => ({ a, b })))
const close = pairs.filter(({ a, b }) => apart(a, b).share < MARGIN)

/** There are words for what tells them apart, by whoever can look elsewhere. */
const parted = (a: Hypothesis, b: Hypothesis): boolean =>
  PARTINGS.some(({ between }) => between.includes(a.id) && between.includes(b.id))

test('any two faults differ in some sign, or are of one family, or have a parting', () =>
  forEach(close, ({ a, b }) => {
    const { share, sign } = apart(a, b)
    must(
      kin(a, b) || parted(a, b),
      `from outside ${a.id} and ${b.id} look the same: at most ${share.toFixed(3)} of probability differs, in the sign ${sign}`,
      `give the newer of the two a row in its \`likelihood\` for a sign that reads differently (or write that sign: npm run new sign ID); where nobody outside can tell, set \`refines\`, or add both ids to src/knowledge/partings.ts with what would tell them apart.`,
    )
  }))

test('neither the healthy machine nor the unknown has a twin', () => {
  forEach(
    pairs.filter(({ a, b }) => !a.fault || !b.fault),
    ({ a, b }) => {
      const fault = a.fault ?? b.fault
      must(
        apart(a, b).share > 0.35,
        `${a.id} and ${b.id} look the same: ${JSON.stringify(apart(a, b))}`,
        `give src/knowledge/faults/${fault?.stage}/${fault?.id}.ts a row in its \`likelihood\` for the sign by which a user meets it.`,
      )
    },
  )
})

test('every row of the whole table is a distribution over its sign', () => {
  for (const { id, rows } of HYPOTHESES) {
    for (const { id: sign } of SIGNS) {
      const row = rows.get(sign)!
      assert.ok(Math.abs(row.reduce((a, b) => a + b, 0) - 1) < 1e-9, `${id} ${sign}`)
      assert.ok(
        row.every((p) => p > 0 && p < 1),
        `${id} ${sign}: ${row.join(' ')}`,
      )
    }
  }
  assert.ok(Math.abs(HYPOTHESES.reduce((sum, h) => sum + h.prior, 0) - 1) < 1e-9)
})
