import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HYPOTHESES } from '../knowledge/likelihood.ts'
import { SIGN_BY_ID } from '../knowledge/signs.ts'
import { evidenceFor, rankCauses, ruleOut } from './evidence.ts'
import { likelihood, posterior } from './posterior.ts'
import type { Reading, Weighed } from './posterior.ts'

const read = (id: string, ...values: string[]): Reading => ({ sign: SIGN_BY_ID.get(id)!, values })
/** Belief as given, whatever was read. */
const believed = (shares: Record<string, number>): Weighed[] =>
  HYPOTHESES.map((hypothesis) => ({ hypothesis, probability: shares[hypothesis.id] ?? 0 }))

describe('what is ruled out', () => {
  const ids = (readings: Reading[], all = believed({})) => ruleOut(all, readings).map((r) => r.id)

  test('a reading that excludes it, with the sentence of that value', () => {
    const out = ruleOut(believed({}), [read('first-contact', 'closed-after-5s')])
    assert.match(out.find((r) => r.id === 'maxstartups-saturated')?.says ?? '', /not after five seconds/)
  })

  test('an open reading only where every value it may have been excludes it', () => {
    assert.ok(ids([read('first-contact', 'silent', 'late-banner')]).includes('maxstartups-saturated'))
    assert.ok(!ids([read('first-contact', 'silent', 'banner')]).includes('maxstartups-saturated'))
    assert.ok(!ids([read('first-contact', 'banner', 'silent')]).includes('maxstartups-saturated'))
  })

  test('nothing that is still believed in, even a little', () => {
    assert.ok(
      !ids([read('first-contact', 'silent')], believed({ 'maxstartups-saturated': 0.02 })).includes(
        'maxstartups-saturated',
      ),
    )
  })

  test('nothing where nothing was read', () => assert.deepEqual(ids([]), []))
})

describe('the cause behind a mechanism', () => {
  const behind = (...readings: Reading[]) =>
    rankCauses(believed({ 'maxstartups-saturated': 0.9, 'sshd-hung': 0.1 }), readings, {})
      .find((c) => c.id === 'maxstartups-saturated')!
      .becauseOf.map((b) => b.id)

  test('is named when its sign is read so', () => {
    assert.deepEqual(behind(read('log-attack', 'many-sources')), ['brute-force'])
    assert.deepEqual(behind(read('own-connections', 'many')), ['own-parallelism'])
    assert.deepEqual(behind(read('log-attack', 'none'), read('own-connections', 'none')), [])
  })

  test('is not named on a reading that leaves it open', () => {
    assert.deepEqual(behind(read('log-attack', 'many-sources', 'none')), [])
  })
})

describe('the weight of evidence', () => {
  const readings = [read('first-contact', 'silent'), read('second-service', 'silent'), read('control-port', 'refused')]
  const all = posterior(readings)

  test('speaks for what makes the reading likelier than the rest do, and against the other', () => {
    const bits = (id: string) =>
      evidenceFor(
        all.find((w) => w.hypothesis.id === id)!,
        all,
        readings,
      ).find((e) => e.sign === 'second-service')?.bits ?? 0
    assert.ok(bits('host-starved') > 1)
    assert.ok(bits('sshd-hung') < -1)
  })

  test('is that of I. J. Good: the reading under it against the reading under all the others by their prior', () => {
    const subject = all.find((w) => w.hypothesis.id === 'host-starved')!
    const [one] = evidenceFor(subject, all, [readings[0]!])
    const { sign, values } = readings[0]!
    const others = HYPOTHESES.filter((h) => h !== subject.hypothesis)
    const weight = others.reduce((sum, h) => sum + h.prior, 0)
    const elsewhere = others.reduce((sum, h) => sum + (h.prior / weight) * likelihood(h, sign, values), 0)
    assert.ok(Math.abs(one!.bits - Math.log2(likelihood(subject.hypothesis, sign, values) / elsewhere)) < 1e-9)
  })
})

describe('the ranking', () => {
  test('shares the belief among the sick only, and leaves out what is not worth a line', () => {
    const causes = rankCauses(
      believed({ healthy: 0.5, 'sshd-hung': 0.3, 'host-starved': 0.2 }).toSorted(
        (a, b) => b.probability - a.probability,
      ),
      [],
      {},
    )
    assert.deepEqual(
      causes.map((c) => [c.id, Math.round(c.probability * 100)]),
      [
        ['sshd-hung', 60],
        ['host-starved', 40],
      ],
    )
  })

  test('names what the book does not know as such', () => {
    const [first] = rankCauses(
      believed({ unknown: 1 }).toSorted((a, b) => b.probability - a.probability),
      [],
      {},
    )
    assert.equal(first?.stage, '—')
    assert.match(first.title, /does not know/)
  })
})
