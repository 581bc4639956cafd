import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dropChance, parseMaxStartups } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { anySetting } from '../../../test/startups/any-setting.ts'
import { ceiling, loadForDropChance, meanDropChance, stationary } from './stationary.ts'

const of = (text: string): MaxStartups => parseMaxStartups(text)!
const percent = (chance: number) => (chance * 100).toFixed(1)

/** openssh.md 8, to the digits printed there. */
const COLUMNS = ['10:30:100', '10:30:60', '20:50:100', '30:50:100', '50:30:200', '100:30:200', '10:100:10']
const TABLE: readonly (readonly [load: number, ...percents: string[]])[] = [
  [5, '0.8', '0.8', '0.0', '0.0', '0.0', '0.0', '1.8'],
  [10, '12.0', '12.2', '0.1', '0.0', '0.0', '0.0', '21.5'],
  [20, '30.7', '32.5', '13.0', '0.6', '0.0', '0.0', '53.8'],
  [50, '43.7', '50.4', '50.4', '37.8', '7.8', '0.0', '80.5'],
  [100, '56.0', '64.8', '61.3', '58.0', '35.9', '6.2', '90.1'],
  [200, '69.4', '77.8', '72.0', '70.4', '51.5', '41.4', '95.0'],
]

test('the table of openssh.md 8, to the digit', () => {
  for (const [load, ...wanted] of TABLE) {
    assert.deepEqual(
      COLUMNS.map((text) => percent(meanDropChance(of(text), load))),
      wanted,
      `ρ = ${load}`,
    )
  }
})

test('the mean pending under the default, to the digit', () => {
  const means = [10, 20, 50, 100, 200].map((load) => stationary(of('10:30:100'), load).meanPending.toFixed(1))
  assert.deepEqual(means, ['8.8', '13.9', '28.2', '44.0', '61.2'])
})

test('the silent attackers of openssh.md 8, beside one honest login of 2 s every 20 s', () => {
  const honest = 0.1
  const at = (text: string, load: number) => percent(meanDropChance(of(text), load + honest))
  assert.deepEqual(
    [at('10:30:100', 60), at('50:30:200', 60), at('10:30:100', 15), at('10:30:100', 10)],
    ['46.7', '17.0', '24.3', '12.3'],
  )
  assert.deepEqual(
    [at('10:30:100', 120), at('50:30:200', 120), at('10:30:100', 30), at('10:30:100', 20)],
    ['59.6', '39.9', '36.6', '30.8'],
  )
  assert.deepEqual([at('10:30:100', 12), at('10:30:100', 3)], ['17.8', '0.0'])
})

/** The same sum without any trick: every state, in logarithms. */
function plainly(setting: MaxStartups, load: number): { drop: number; mean: number } {
  const logs = [0]
  for (let n = 1; n <= ceiling(setting); n++)
    logs.push(logs[n - 1]! + Math.log(load) + Math.log(1 - dropChance(n - 1, setting)) - Math.log(n))
  const most = Math.max(...logs)
  const weights = logs.map((each) => Math.exp(each - most))
  const sum = weights.reduce((a, b) => a + b, 0)
  return {
    drop: weights.reduce((total, w, n) => total + w * dropChance(n, setting), 0) / sum,
    mean: weights.reduce((total, w, n) => total + w * n, 0) / sum,
  }
}

test('is the plain sum over all states', () => {
  fc.assert(
    fc.property(anySetting, fc.double({ min: 1e-3, max: 2000, noNaN: true }), (setting, load) => {
      const { drop, mean } = plainly(setting, load)
      const ours = stationary(setting, load)
      assert.ok(Math.abs(ours.dropChance - drop) < 1e-9)
      assert.ok(Math.abs(ours.meanPending - mean) < 1e-6 * (1 + mean))
    }),
  )
})

test("keeps Little's law, and drops more under more load", () => {
  fc.assert(
    fc.property(
      anySetting,
      fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      (setting, load, times) => {
        const { dropChance, meanPending, dropAgainAtOnce } = stationary(setting, load)
        assert.ok(Math.abs(meanPending - load * (1 - dropChance)) <= 1e-7 * load)
        assert.ok(meanDropChance(setting, load * times) >= dropChance - 1e-12)
        assert.ok(dropAgainAtOnce >= dropChance && dropAgainAtOnce <= 1)
      },
    ),
  )
})

test('a full beyond all reason neither underflows nor takes for ever', () => {
  const { dropChance, meanPending } = stationary(of('50000:30:100000'), 1e5)
  assert.ok(dropChance > 0.41 && dropChance < 0.42)
  assert.ok(Math.abs(meanPending - 1e5 * (1 - dropChance)) < 1e-3)
  assert.equal(meanDropChance(of('10:30:2147483647'), 5).toFixed(3), '0.008')
})

test('the ends: nobody comes, nobody goes', () => {
  assert.deepEqual(stationary(of('10:30:100'), 0).states, { first: 0, shares: Float64Array.of(1) })
  const stuck = stationary(of('10:30:100'), Infinity)
  assert.deepEqual([stuck.dropChance, stuck.meanPending], [1, 100])
  assert.throws(() => stationary(of('10:30:100'), -1), RangeError)
  assert.throws(() => stationary(of('10:30:100'), NaN), RangeError)
})

test('reads the drop chance backwards', () => {
  fc.assert(
    fc.property(anySetting, fc.double({ min: 0.01, max: 500, noNaN: true }), (setting, load) => {
      const chance = meanDropChance(setting, load)
      fc.pre(chance > 1e-6 && chance < 0.999)
      assert.ok(Math.abs(loadForDropChance(setting, chance) - load) < 1e-4 * load)
    }),
    { numRuns: 50 },
  )
  assert.equal(loadForDropChance(of('10:30:100'), 0), 0)
  assert.equal(loadForDropChance(of('10:30:100'), 1), Infinity)
})
