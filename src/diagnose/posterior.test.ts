import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HYPOTHESES } from '../knowledge/likelihood.ts'
import { SIGNS } from '../knowledge/signs.ts'
import { anyFacts } from '../../test/cases/arbitrary-facts.ts'
import { goodLogin, greeted, missing, sheet, shut } from '../../test/cases/facts.ts'
import { STAGES } from '../core/types.ts'
import type { FactId, Stage } from '../core/types.ts'
import { entropy, likelihood, posterior, readSigns } from './posterior.ts'
import type { Reading, Weighed } from './posterior.ts'

/** likelihood.ts promises that no single sign settles a case: about 12 bits, and what normalising a floored row adds. */
const MOST_BITS = 12.5
/** Where somebody names the fault: about 15.6 bits. */
const MOST_BITS_NAMED = 16

/** Where a sign names the first, the others are the same question asked once more. */
const GOES_WITH: Partial<Record<FactId, readonly FactId[]>> = {
  login: ['login-beyond-host-key'],
  contact: ['contact-again'],
}

const byId = (all: readonly Weighed[]) => Object.fromEntries(all.map((w) => [w.hypothesis.id, w.probability]))

function assertSame(a: readonly Weighed[], b: readonly Weighed[]): void {
  const other = byId(b)
  for (const { hypothesis, probability } of a) {
    const there = other[hypothesis.id] ?? NaN
    assert.ok(Math.abs(there - probability) <= 1e-9, `${hypothesis.id}: ${probability} and ${there}`)
  }
}

/** Readings as any facts might give them, without the facts. */
const anyReadings: fc.Arbitrary<Reading[]> = fc
  .subarray([...SIGNS], { maxLength: 14 })
  .chain((signs) =>
    fc.tuple(
      ...signs.map((sign) =>
        fc.subarray([...sign.values], { minLength: 1 }).map((values): Reading => ({ sign, values })),
      ),
    ),
  )

test('sums to one, whatever was read, the likeliest first', () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const all = posterior(readings)
      assert.equal(all.length, HYPOTHESES.length)
      const sum = all.reduce((total, w) => total + w.probability, 0)
      assert.ok(Math.abs(sum - 1) < 1e-9, `sums to ${sum}`)
      for (const [i, w] of all.entries())
        assert.ok(w.probability >= 0 && w.probability <= (all[i - 1]?.probability ?? 1))
    }),
  )
})

test('without a reading it is the prior', () => {
  for (const { hypothesis, probability } of posterior([]))
    assert.ok(Math.abs(probability - hypothesis.prior) < 1e-12, hypothesis.id)
})

test('does not depend on the order of the evidence', () => {
  const shuffled = anyReadings.chain((readings) =>
    fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, { minLength: readings.length })),
  )
  fc.assert(fc.property(shuffled, ([readings, other]) => assertSame(posterior(readings), posterior(other))))
})

test('a fact that was asked in vain moves nothing: unknown is not no', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const unasked = SIGNS.flatMap((s) => s.from).filter((id) => facts[id] === undefined)
      const vain = { ...facts, ...missing(...(new Set(unasked) as Set<FactId>)) }
      assert.deepEqual(posterior(readSigns(vain)), posterior(readSigns(facts)))
    }),
  )
})

test('a reading that leaves every value open says at most that one came so far', () => {
  for (const h of HYPOTHESES) {
    for (const sign of SIGNS) {
      const all = likelihood(h, sign, sign.values)
      // Behind a closed door there is little to read; otherwise every value together is certain.
      if (h.beyond.has(sign.id)) assert.ok(all > 0 && all < 1, `${h.id} ${sign.id} ${all}`)
      else assert.ok(Math.abs(all - 1) < 1e-9, `${h.id} ${sign.id} ${all}`)
    }
  }
})

test('no door is closed before the one that the fault closes, nor to a healthy machine', () => {
  for (const { id, fault, beyond } of HYPOTHESES) {
    if (!fault || fault.partial) assert.ok(!SIGNS.some((sign) => beyond.has(sign.id)), id)
    for (const sign of SIGNS.filter((s) => beyond.has(s.id))) {
      assert.ok(
        STAGES.indexOf(sign.stage) > STAGES.indexOf(fault!.shows ?? (fault!.stage as Stage)),
        `${id} ${sign.id}`,
      )
      assert.ok(!sign.beside && !fault!.likelihood[sign.id], `${id} speaks of ${sign.id} itself`)
    }
  }
})

test('an open reading is as likely as its values together', () => {
  for (const h of HYPOTHESES) {
    for (const sign of SIGNS) {
      for (const [i, one] of sign.values.entries()) {
        for (const other of sign.values.slice(i + 1)) {
          const together = likelihood(h, sign, [one, other])
          assert.ok(Math.abs(together - likelihood(h, sign, [one]) - likelihood(h, sign, [other])) < 1e-12)
          assert.ok(together > 0 && together <= 1 + 1e-9)
        }
      }
    }
  }
})

test('no single reading moves the odds of two hypotheses by more than the floor allows', () => {
  for (const sign of SIGNS) {
    for (const value of sign.values) {
      const under = HYPOTHESES.map((h) => likelihood(h, sign, [value]))
      const bits = Math.log2(Math.max(...under) / Math.min(...under))
      assert.ok(bits <= (sign.names ? MOST_BITS_NAMED : MOST_BITS), `${sign.id}=${value} moves ${bits.toFixed(2)} bits`)
    }
  }
})

test('one more reading moves the odds by exactly its own likelihoods', () => {
  const twoOf = fc.subarray([...HYPOTHESES], { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(anyReadings, fc.constantFrom(...SIGNS), fc.nat(), twoOf, (readings, sign, which, [a, b]) => {
      const value = sign.values[which % sign.values.length]!
      const rest = readings.filter((r) => r.sign !== sign).slice(0, 6)
      const [before, after] = [byId(posterior(rest)), byId(posterior([...rest, { sign, values: [value] }]))]
      fc.pre([a, b].every((h) => before[h!.id]! > 1e-12 && after[h!.id]! > 1e-12))
      const moved = Math.log2(after[a!.id]! / after[b!.id]!) - Math.log2(before[a!.id]! / before[b!.id]!)
      const own = Math.log2(likelihood(a!, sign, [value]) / likelihood(b!, sign, [value]))
      assert.ok(Math.abs(moved - own) < 1e-6, `${moved} and ${own}`)
      assert.ok(Math.abs(moved) <= (sign.names ? MOST_BITS_NAMED : MOST_BITS))
    }),
  )
})

test('a sign reads only the facts it names', () => {
  const undeclared = new Set<string>()
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const sign of SIGNS) {
        const named = Object.fromEntries(
          sign.from.flatMap((id) => [id, ...(GOES_WITH[id] ?? [])]).map((id) => [id, facts[id]]),
        )
        if (JSON.stringify(sign.read(named)) !== JSON.stringify(sign.read(facts))) undeclared.add(sign.id)
      }
    }),
    { numRuns: 1000 },
  )
  assert.deepEqual([...undeclared].toSorted(), [])
})

test('a sign reads only values it lists, each once', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const sign of SIGNS) {
        const read = sign.read(facts)
        for (const value of read === undefined ? [] : [read].flat())
          assert.ok(sign.values.includes(value), `${sign.id} reads ${value}`)
        if (Array.isArray(read))
          assert.ok(read.length > 0 && new Set(read).size === read.length, `${sign.id} reads ${read.join('|')}`)
      }
    }),
  )
})

test('what a fault calls impossible has no probability, however much else speaks for it; what is only left open has', () => {
  const impossible = HYPOTHESES.flatMap((h) =>
    Object.entries(h.fault?.impossibleWhen ?? {}).map(([id, values]) => ({ h, id, values })),
  )
  assert.ok(impossible.length > 0)
  for (const { h, id, values } of impossible) {
    const sign = SIGNS.find((one) => one.id === id)!
    const chance = (read: readonly string[]) => byId(posterior([{ sign, values: read }]))[h.id]
    for (const value of values) assert.equal(chance([value]), 0, `${h.id} although ${id}=${value}`)
    assert.ok(chance(sign.values)! > 0, `${h.id} where ${id} is open`)
    assert.ok(chance(sign.values.filter((value) => !values.includes(value)))! > 0, h.id)
  }
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const root = SIGNS.find(({ id }) => id === 'login-name')!
      const rest = readings.filter(({ sign }) => sign !== root)
      assert.equal(byId(posterior([...rest, { sign: root, values: ['ordinary'] }]))['root-login-forbidden'], 0)
    }),
  )
})

test('entropy: none where one is certain, all where none is', () => {
  assert.equal(entropy([1, 0, 0]), 0)
  assert.equal(entropy([0.25, 0.25, 0.25, 0.25]), 2)
  assert.equal(entropy([]), 0)
})

test('a server that reaches itself proves no road; one that does not is shut', () => {
  const here = (one: ReturnType<typeof greeted>) => ({
    contact: { at: '', seen: 'inside' as const, via: 'this machine', value: { contacts: [one] } },
  })
  const read = (facts: Parameters<typeof readSigns>[0]) =>
    Object.fromEntries(readSigns(facts).map(({ sign, values }) => [sign.id, values.join()]))
  assert.deepEqual(read(here(greeted())), {})
  assert.equal(read(here(shut('refused', 0.001)))['connect'], 'refused')
  // With a login of our own it is the user's road that was looked at.
  assert.equal(read(sheet({ contact: { contacts: [greeted()] }, login: goodLogin() }))['connect'], 'open')
})
