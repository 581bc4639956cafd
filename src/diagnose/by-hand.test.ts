// Small books of two or three faults whose numbers are in the reader's head: what Bayes, the weight of evidence, expected information and
// the verdict make of them, worked out by hand.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Probe } from '../core/probe.ts'
import type { FactSheet, Fault, Sign, Target } from '../core/types.ts'
import { HYPOTHESES } from '../knowledge/likelihood.ts'
import type { Hypothesis } from '../knowledge/likelihood.ts'
import { SIGN_BY_ID } from '../knowledge/signs.ts'
import { greeted, heard, sheet } from '../../test/cases/facts.ts'
import { evidenceFor, rankCauses, ruleOut } from './evidence.ts'
import { expectedInformation, rankTests } from './next-test.ts'
import { isImpossible, likelihood, posterior, readSigns } from './posterior.ts'
import type { Reading, Weighed } from './posterior.ts'

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, and by hand ${expected}`)

const weather: Sign = {
  id: 'weather',
  stage: 'path',
  passes: 'dry',
  shuts: ['flood'],
  values: ['dry', 'wet', 'flood'],
  from: ['contact'],
  read: () => undefined,
  says: { dry: 'it is dry outside', wet: 'rain falls', flood: 'the water stands high' },
  detail: () => 'two metres',
}
const read = (...values: string[]): Reading => ({ sign: weather, values })
const real = (id: string, ...values: string[]): Reading => ({ sign: SIGN_BY_ID.get(id)!, values })

const disease = (id: string, over: Partial<Fault> = {}): Fault => ({
  id,
  stage: 'path',
  title: `${id} it is`,
  prior: 1,
  why: '',
  likelihood: {},
  sources: [],
  ...over,
})

interface Told {
  id: string
  p: number
  prior?: number
  row?: readonly number[]
  beyond?: boolean
  fault?: Fault
  of?: string
}
const weighed = ({ id, p, prior = 0.25, row, beyond, fault, of = 'weather' }: Told): Weighed => {
  const hypothesis: Hypothesis = {
    id,
    prior,
    rows: new Map(row ? [[of, row]] : []),
    beyond: new Set(beyond ? [of] : []),
    ...(fault ? { fault } : {}),
  }
  return { hypothesis, probability: p }
}

describe('how likely a reading is', () => {
  const { hypothesis } = weighed({ id: 'a', p: 1, row: [0.7, 0.2, 0.1] })

  test('is its value in the row, or the sum of those it leaves open', () => {
    near(likelihood(hypothesis, weather, ['wet']), 0.2)
    near(likelihood(hypothesis, weather, ['dry', 'flood']), 0.8)
  })
  test('is a tenth of that behind a closed door', () => {
    near(likelihood({ ...hypothesis, beyond: new Set(['weather']) }, weather, ['wet']), 0.02)
    near(likelihood({ ...hypothesis, beyond: new Set(['other']) }, weather, ['wet']), 0.2)
  })
  test('is 1 of a sign that the book has no row for, and nothing of a value the sign has not', () => {
    near(likelihood({ ...hypothesis, rows: new Map() }, weather, ['wet']), 1)
    near(likelihood(hypothesis, weather, ['snow']), 0)
  })
})

describe('Bayes', () => {
  test('prior times likelihood, over the sum of that', () => {
    const readings = [real('connect', 'timeout'), real('name', 'resolved')]
    const weight = (h: Hypothesis) =>
      readings.reduce((product, { sign, values }) => product * likelihood(h, sign, values), h.prior)
    const sum = HYPOTHESES.filter((h) => !readings.some((r) => isImpossible(h, r))).reduce((a, h) => a + weight(h), 0)
    for (const { hypothesis, probability } of posterior(readings))
      if (probability > 0) assert.ok(Math.abs(probability - weight(hypothesis) / sum) < 1e-9, hypothesis.id)
  })

  test('what a fault calls impossible is so only when every value left open is', () => {
    const fault = disease('a', { impossibleWhen: { weather: ['dry', 'wet'] } })
    const { hypothesis } = weighed({ id: 'a', p: 1, fault })
    assert.equal(isImpossible(hypothesis, read('wet')), true)
    assert.equal(isImpossible(hypothesis, read('dry', 'wet')), true)
    assert.equal(isImpossible(hypothesis, read('wet', 'flood')), false)
    assert.equal(isImpossible(hypothesis, real('connect', 'open')), false)
    assert.equal(isImpossible(weighed({ id: 'b', p: 1 }).hypothesis, read('wet')), false)
  })

  test('what a server finds of itself on its own port proves no road, whatever else it reads', () => {
    const inside = (facts: FactSheet): FactSheet =>
      Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, { ...fact, seen: 'inside' }]))
    const ids = (facts: FactSheet) => readSigns(facts).map(({ sign }) => sign.id)
    const reached = sheet({ contact: { contacts: [greeted()] } })
    assert.ok(ids(reached).includes('connect'))
    assert.ok(!ids(inside(reached)).includes('connect'))
    const again = sheet({ 'contact-again': { contacts: [greeted()] } })
    assert.ok(ids(again).length > ids(inside(again)).length)
    const notice = sheet({ contact: { contacts: [heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 })] } })
    assert.ok(ids(inside(notice)).includes('first-contact'))
    for (const { values } of readSigns(notice)) assert.ok(Array.isArray(values) && values.every((v) => v.length > 1))
  })
})

describe('the weight of evidence', () => {
  const subject = weighed({ id: 'a', p: 0.5, prior: 0.2, row: [0.1, 0.8, 0.1] })
  const all = [
    subject,
    weighed({ id: 'b', p: 0.3, prior: 0.6, row: [0.9, 0.05, 0.05] }),
    weighed({ id: 'c', p: 0.2, prior: 0.2, row: [0.4, 0.4, 0.2] }),
  ]
  const of = (...values: string[]) => evidenceFor(subject, all, [read(...values)])

  test('is how many times likelier it is than under the others, by their prior, in bits', () => {
    // Under b and c, 3 : 1 by their prior, rain is (3 × 0.05 + 0.4) / 4 likely.
    near(of('wet')[0]!.bits, Math.log2(0.8 / 0.1375))
    // Dry: (3 × 0.9 + 0.4) / 4 against 0.1.
    near(of('dry')[0]!.bits, Math.log2(0.1 / 0.775))
  })

  test('is left out where it is next to nothing: below 0.3 bits, and below 0.6 where the reading is open', () => {
    // Flood: 0.1 under a; under the others (3 × 0.05 + 0.2) / 4: 0.19 bits.
    assert.deepEqual(of('flood'), [])
    const worth = (bits: number, ...values: string[]) => {
      // Each open value has the same share, so that the sum of those read is `bits` likelier under the subject than under the other.
      const [a, b] = [0.3 * 2 ** bits, 0.3].map((sum) => [0, sum / values.length, sum / values.length])
      const one = weighed({ id: 'a', p: 0.5, row: a! })
      return evidenceFor(one, [one, weighed({ id: 'b', p: 0.5, row: b! })], [read(...values)]).length
    }
    assert.deepEqual([worth(0.29, 'wet'), worth(0.31, 'wet'), worth(-0.29, 'wet'), worth(-0.31, 'wet')], [0, 1, 0, 1])
    assert.deepEqual(
      [worth(0.59, 'wet', 'flood'), worth(0.61, 'wet', 'flood'), worth(-0.61, 'wet', 'flood')],
      [0, 1, 1],
    )
  })

  test('stands with the heaviest first, for or against', () => {
    const wind: Sign = { ...weather, id: 'wind', detail: undefined }
    const pair = (p: readonly number[], q: readonly number[]) =>
      new Map([
        ['weather', p],
        ['wind', q],
      ])
    const [a, b] = [weighed({ id: 'a', p: 0.5 }), weighed({ id: 'b', p: 0.5 })]
    a.hypothesis.rows = pair([0, 0.4, 0.6], [0, 0.1, 0.9])
    b.hypothesis.rows = pair([0, 0.2, 0.8], [0, 0.8, 0.2])
    const said = evidenceFor(a, [a, b], [read('wet'), { sign: wind, values: ['wet'] }])
    assert.deepEqual(
      said.map(({ sign, bits, says }) => [sign, bits.toFixed(3), says]),
      [
        ['wind', '-3.000', 'rain falls'],
        ['weather', '1.000', 'rain falls: two metres'],
      ],
    )
  })

  test('of an open reading says ssh’s own words where there are any, else what it may have been', () => {
    const one = weighed({ id: 'a', p: 0.5, row: [0.02, 0.49, 0.49] })
    const two = weighed({ id: 'b', p: 0.5, row: [0.98, 0.01, 0.01] })
    const says = (words?: string) => evidenceFor(one, [one, two], [read('wet', 'flood')], words)[0]!
    assert.equal(says('Connection closed').says, 'ssh says "Connection closed": two metres')
    assert.equal(says().says, 'rain falls, or the water stands high: two metres')
    assert.equal(says().value, 'wet|flood')
    const dry = evidenceFor(one, [one, two], [read('dry', 'wet')], 'Hm')[0]!
    assert.equal(dry.says, 'ssh says "Hm": two metres', 'open, it may not be as it should be')
  })

  test('names the clause of the value, with what exactly was seen', () => {
    assert.equal(of('wet')[0]!.says, 'rain falls: two metres')
    assert.equal(of('dry')[0]!.says, 'it is dry outside', 'what is as it should be needs no particulars')
    assert.equal(of('wet')[0]!.value, 'wet')
    assert.equal(of('wet')[0]!.sign, 'weather')
  })
})

describe('the ranking', () => {
  const healthy = weighed({ id: 'healthy', p: 0.5, prior: 0.5, row: [0.8, 0.1, 0.1] })

  test('leaves out what is less than one in a thousand of the sick, but never the first', () => {
    const ids = (...shares: number[]) =>
      rankCauses([healthy, ...shares.map((p, i) => weighed({ id: `f${i}`, p }))], [], {}).map((c) => c.id)
    assert.deepEqual(ids(0.998, 0.0011, 0.0009), ['f0', 'f1'])
    assert.deepEqual(ids(0.4, 0.1), ['f0', 'f1'])
    assert.equal(ids(...Array.from({ length: 20 }, () => 0.05)).length, 12)
  })

  test('says the title, the stage, and what the evidence is', () => {
    const fault = disease('a', { title: 'A bad cable', stage: 'path' })
    const [a, b] = [
      weighed({ id: 'a', p: 0.6, row: [0.1, 0.8, 0.1], fault }),
      weighed({ id: 'b', p: 0.2, row: [0.8, 0.1, 0.1] }),
    ]
    const [first, second] = rankCauses([a, healthy, b], [read('wet')], {})
    assert.deepEqual([first!.title, first!.stage, first!.probability], ['A bad cable', 'path', 0.6 / 0.8])
    assert.equal(first!.because[0]!.says, 'rain falls: two metres')
    assert.deepEqual([second!.title, second!.stage], ['The book of faults does not know this picture', '—'])
  })

  test('names the cause behind a mechanism once, with the clause and what was seen', () => {
    const cause = (id: string, ...values: string[]) => ({ id, title: `the ${id}`, sign: 'weather', values })
    const fault = disease('a', {
      becauseOf: [cause('cloud', 'wet', 'flood'), cause('cloud', 'wet'), cause('sun', 'dry')],
    })
    const told = (reading: Reading) => rankCauses([weighed({ id: 'a', p: 1, fault })], [reading], {})[0]!.becauseOf
    assert.deepEqual(told(read('wet')), [{ id: 'cloud', title: 'the cloud', says: 'rain falls: two metres' }])
    assert.deepEqual(told(read('wet', 'flood')), [])
    assert.deepEqual(told(real('connect', 'open')), [])
    const bare = told({ sign: { ...weather, detail: undefined }, values: ['wet'] })
    assert.equal(bare[0]!.says, 'rain falls')
  })
})

describe('what is ruled out', () => {
  const fault = (id: string) =>
    disease(id, { excludedBy: { 'weather=dry': `no ${id} when it is dry`, 'weather=wet': `no ${id} in the rain` } })
  const out = (readings: Reading[], ...all: Weighed[]) => ruleOut(all, readings).map(({ id, says }) => `${id}: ${says}`)

  test('is excluded by every value left open, in the words of the first', () => {
    const a = weighed({ id: 'a', p: 0.001, fault: fault('a') })
    assert.deepEqual(out([read('wet', 'dry')], a), ['a: no a in the rain'])
    assert.deepEqual(out([read('dry')], a), ['a: no a when it is dry'])
    assert.deepEqual(out([read('wet', 'flood')], a), [])
    assert.deepEqual(out([read()], a), [])
  })

  test('is believed in by less than one in a hundred; what people suspect most comes first', () => {
    const one = (id: string, p: number, prior: number) => weighed({ id, p, prior, fault: fault(id) })
    const all = [one('a', 0.0099, 0.1), one('b', 0.01, 0.2), one('c', 0, 0.3)]
    assert.deepEqual(out([read('dry')], ...all), ['c: no c when it is dry', 'a: no a when it is dry'])
  })

  test('is no disease that excludes nothing', () => {
    assert.deepEqual(
      out([read('dry')], weighed({ id: 'a', p: 0, fault: disease('a') }), weighed({ id: 'b', p: 0 })),
      [],
    )
  })
})

describe('expected information', () => {
  const signId = 'families'
  const values = SIGN_BY_ID.get(signId)!.values.length
  const row = (...first: number[]) => [...first, ...Array.from({ length: values - first.length }, () => 0)]
  const two = (p: readonly number[], q: readonly number[], beyond = false) => [
    weighed({ id: 'a', p: 0.5, row: p, of: signId }),
    weighed({ id: 'b', p: 0.5, row: q, of: signId, beyond }),
  ]

  test('of a sign that parts two rivals for certain is the whole bit between them', () =>
    near(expectedInformation(signId, two(row(1), row(0, 1))), 1))
  test('of one that reads alike under both is nothing', () =>
    near(expectedInformation(signId, two(row(0.5, 0.5), row(0.5, 0.5))), 0))
  test('of one that is right three times in four is what is left of the bit: 1 − H(3/4)', () => {
    const h = -(0.75 * Math.log2(0.75) + 0.25 * Math.log2(0.25))
    near(expectedInformation(signId, two(row(0.75, 0.25), row(0.25, 0.75))), 1 - h)
  })
  test('counts that a sign behind a closed door mostly cannot be read', () => {
    // Both read the same value, b in one case of ten only. Read: 0.5 and 0.05; unread: 0 and 0.45, which is b for certain.
    const p = 0.5 / 0.55
    const h = -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p))
    near(expectedInformation(signId, two(row(1), row(1), true)), 1 - 0.55 * h)
  })
  test('of a sign nobody knows is nothing', () =>
    assert.equal(expectedInformation('weather', two(row(1), row(0, 1))), 0))
})

describe('the next-best test', () => {
  const target: Target = { destination: 'h', host: 'h', port: 22, ssh: [] }
  const now = [
    weighed({ id: 'a', p: 0.5, row: [1, 0, 0], of: 'families' }),
    weighed({ id: 'b', p: 0.5, row: [0, 1, 0], of: 'families' }),
  ]
  const probe = (id: string, seconds: number, connections: number, load: number, over: Partial<Probe> = {}): Probe =>
    ({
      id,
      needs: 'network',
      decides: ['families'],
      cost: { seconds, connections, load },
      applies: () => true,
      ...over,
    }) as Probe
  const rank = (...probes: Probe[]) => rankTests(probes, {}, target, now)

  test('is worth its bits by the price: 0.2, a second, a quarter a connection, half a load', () => {
    const [one] = rank(probe('contact', 1, 2, 3))
    near(one!.bits, 1)
    near(one!.worth, 1 / (0.2 + 1 + 0.5 + 1.5))
  })

  test('the cheapest of what tells as much comes first', () => {
    const ranked = rank(probe('contact', 5, 0, 0), probe('second-service', 1, 0, 0), probe('control-port', 3, 0, 0))
    assert.deepEqual(
      ranked.map((r) => r.probe.id),
      ['second-service', 'control-port', 'contact'],
    )
  })

  test('is weighed by the sign that tells most, and is nothing where none is left', () => {
    assert.equal(rank(probe('contact', 1, 0, 0, { decides: ['connect', 'families'] }))[0]!.bits, 1)
    assert.equal(rank(probe('contact', 1, 0, 0, { decides: [] }))[0]!.bits, 0)
  })

  test('asks nothing twice and nothing that does not apply', () => {
    const asked = sheet({ contact: { contacts: [greeted()] } })
    assert.deepEqual(rankTests([probe('contact', 1, 0, 0)], asked, target, now), [])
    assert.deepEqual(rank(probe('contact', 1, 0, 0, { applies: () => false })), [])
  })

  test('a sign that is read is worth a second look only to a probe that repeats', () => {
    const facts = sheet({ contact: { contacts: [greeted()] } })
    const judged = [
      weighed({ id: 'a', p: 0.5, row: [1], of: 'connect' }),
      weighed({ id: 'b', p: 0.5, row: [0, 1], of: 'connect' }),
    ]
    const bits = (over: Partial<Probe>) =>
      rankTests([probe('contact-again', 1, 0, 0, { decides: ['connect'], ...over })], facts, target, judged)[0]!.bits
    assert.equal(bits({}), 0)
    assert.ok(bits({ repeats: true }) > 0.9)
  })

  test('a look from within is weighed by every sign that reads its fact, a probe with a moment of its own by none', () => {
    const at = [
      weighed({ id: 'a', p: 0.5, row: [1, 0, 0, 0, 0, 0, 0, 0, 0], of: 'listener' }),
      weighed({ id: 'b', p: 0.5, row: [0, 1, 0, 0, 0, 0, 0, 0, 0], of: 'listener' }),
    ]
    const bits = (needs: Probe['needs']) =>
      rankTests([probe('listener', 1, 0, 0, { needs, decides: undefined })], {}, target, at)[0]!.bits
    near(bits('shell'), 1)
    assert.equal(bits('network'), 0)
  })
})
