import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_MAX_STARTUPS, dropChance } from '../max-startups.ts'
import { retries } from './retries.ts'
import { stationary } from './stationary.ts'
import { anySetting } from '../../../test/startups/any-setting.ts'

test('the first try is the drop chance; later ones lie between the same server and another one', () => {
  fc.assert(
    fc.property(
      anySetting,
      fc.double({ min: 1, max: 150, noNaN: true }),
      fc.double({ min: 0.5, max: 200, noNaN: true }),
      fc.double({ min: 0.1, max: 60, noNaN: true }),
      (setting, pending, held, every) => {
        const state = stationary(setting, pending)
        const { inAfter, inAfterIfIndependent } = retries(setting, { pending, held, every })
        assert.ok(Math.abs(inAfter[0]! - (1 - state.dropChance)) < 1e-9)
        inAfter.forEach((chance, i) => {
          const frozen = state.states.shares.reduce(
            (sum, share, j) => sum + share * dropChance(state.states.first + j, setting) ** (i + 1),
            0,
          )
          assert.ok(chance <= inAfterIfIndependent[i]! + 1e-8)
          assert.ok(chance >= 1 - frozen - 1e-8)
        })
      },
    ),
    { numRuns: 40 },
  )
})

test('is what a simulated server does', () => {
  const [pending, held, every] = [40, 10, 2]
  const { inAfter, followed } = retries(DEFAULT_MAX_STARTUPS, { pending, held, every })
  assert.ok(followed)
  // Two tries 2 s apart on 20,000 simulated servers in their stationary state.
  let seed = 7
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  const { first, shares } = stationary(DEFAULT_MAX_STARTUPS, pending).states
  const draw = () => {
    let u = random()
    return first + shares.findIndex((share) => (u -= share) <= 0)
  }
  let out = 0
  const servers = 20_000
  for (let server = 0; server < servers; server++) {
    let n = Math.max(0, draw())
    if (random() >= dropChance(n, DEFAULT_MAX_STARTUPS)) continue
    let left = every
    for (;;) {
      const pace = pending / held + n / held
      left += Math.log(1 - random()) / pace
      if (left < 0) break
      if (random() * pace < n / held) n--
      else if (random() >= dropChance(n, DEFAULT_MAX_STARTUPS)) n++
    }
    if (random() < dropChance(n, DEFAULT_MAX_STARTUPS)) out++
  }
  assert.ok(Math.abs(out / servers - (1 - inAfter[1]!)) < 0.015, `${out / servers} against ${1 - inAfter[1]!}`)
})

test('tries far apart are counted as independent', () => {
  const far = retries(DEFAULT_MAX_STARTUPS, { pending: 60, held: 1, every: 60 })
  assert.equal(far.followed, false)
  assert.deepEqual(far.inAfter, far.inAfterIfIndependent)
})
