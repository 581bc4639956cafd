import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HYPOTHESES } from './likelihood.ts'
import type { Hypothesis } from './likelihood.ts'
import { INSIDE_SIGNS } from './signs.ts'

/**
 * Two faults that no sign tells apart are one fault with two names, unless the second is known to be a finer name of the
 * first, or there is a reason here why outside cannot see the difference.
 */

/** Where the rows of two faults differ by less than this share in every sign, no reading will ever part them. */
const MARGIN = 0.15

const REASONS: Record<string, string> = {
  'key-not-accepted strict-modes-refuses':
    'sshd refuses in the same words whatever made it ignore authorized_keys; its log tells (openssh.md 4.3 #40 #45)',
  'key-not-accepted user-not-allowed':
    'an excluded user is refused as a wrong key is; the log tells (openssh.md 4.3 #40 #42)',
  'user-not-allowed strict-modes-refuses': 'both are refused as a wrong key is; the log tells (openssh.md 4.3 #42 #45)',
}

/** What only the server's own log, a cloud or somebody on the server tells. */
const TOLD = new Set([
  ...['log-names', 'log-drops', 'log-attack', 'management-agent', 'workloads'],
  ...INSIDE_SIGNS.map(({ id }) => id),
])

/** The largest difference between two faults over all signs seen from outside, in probability that changes hands (total variation). */
function apart(a: Hypothesis, b: Hypothesis): { share: number; sign: string } {
  let most = { share: 0, sign: '' }
  for (const [sign, row] of a.rows) {
    if (TOLD.has(sign)) continue
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

const pairs = HYPOTHESES.flatMap((a, i) => HYPOTHESES.slice(i + 1).map((b) => ({ a, b, key: `${a.id} ${b.id}` })))
const close = pairs.filter(({ a, b }) => apart(a, b).share < MARGIN)

test('any two faults differ in some sign, or are of one family, or have a reason', () => {
  const unexplained = close.filter(({ a, b, key }) => !kin(a, b) && REASONS[key] === undefined)
  assert.deepEqual(
    unexplained.map(({ a, b, key }) => `${key}: at most ${apart(a, b).share.toFixed(3)} in ${apart(a, b).sign}`),
    [],
  )
})

test('no reason is kept for a pair that can be told apart by now', () => {
  const measured = new Set(close.map(({ key }) => key))
  // Calibration may part a pair a little by chance; only one that is far apart has outlived its reason.
  const outlived = pairs.filter(
    ({ a, b, key }) => REASONS[key] !== undefined && !measured.has(key) && apart(a, b).share > 3 * MARGIN,
  )
  assert.deepEqual(
    outlived.map(({ key }) => key),
    [],
  )
  for (const key of Object.keys(REASONS))
    assert.ok(
      pairs.some((p) => p.key === key),
      `${key} is no pair of the book`,
    )
})

test('neither the healthy machine nor the unknown has a twin', () => {
  for (const { a, b, key } of pairs) {
    if (a.fault && b.fault) continue
    assert.ok(apart(a, b).share > 0.35, `${key}: ${JSON.stringify(apart(a, b))}`)
  }
})

test('every row of the whole table is a distribution over its sign', () => {
  for (const { id, rows } of HYPOTHESES) {
    for (const [sign, row] of rows) {
      assert.ok(Math.abs(row.reduce((a, b) => a + b, 0) - 1) < 1e-9, `${id} ${sign}`)
      assert.ok(
        row.every((p) => p > 0 && p < 1),
        `${id} ${sign}: ${row.join(' ')}`,
      )
    }
  }
  assert.ok(Math.abs(HYPOTHESES.reduce((sum, h) => sum + h.prior, 0) - 1) < 1e-9)
})
