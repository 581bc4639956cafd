import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { STAGES } from '../core/types.ts'
import type { Fault, Sign, Stage } from '../core/types.ts'
import { FAULTS, FAULT_BY_ID } from './faults.ts'
import { HEALTHY, HYPOTHESES, READ_BEYOND, UNKNOWN } from './likelihood.ts'
import type { Hypothesis } from './likelihood.ts'
import measured from './measured.json' with { type: 'json' }
import { SIGNS, SIGN_BY_ID } from './signs.ts'

const counts = measured.faults as Record<string, Record<string, Record<string, number>>>
const of = (id: string): Hypothesis => HYPOTHESES.find((h) => h.id === id)!
const sign = (id: string): Sign => SIGN_BY_ID.get(id)!
/** Within one per cent of itself: the floor, normalised, moves a row by less. */
const near = (actual: number, expected: number, what: string) =>
  assert.ok(Math.abs(actual - expected) <= 0.01 * expected, `${what}: ${actual}, and by hand ${expected}`)
/** The row as a table of its sign. */
const row = (id: string, signId: string): Record<string, number> =>
  Object.fromEntries(sign(signId).values.map((value, i) => [value, of(id).rows.get(signId)![i]!]))
const passing = (id: string, one: Sign): number => of(id).rows.get(one.id)![one.values.indexOf(one.passes)]!
const place = (stage: Stage | '—'): number => STAGES.indexOf(stage as Stage)
const shown = (fault: Fault): number => place(fault.shows ?? fault.stage)
const countedFor = (id: string, one: Sign) => counts[id]?.[one.id] !== undefined && !one.uncounted

describe('the priors', () => {
  test('are those of the faults, beside 25 for the healthy machine and 0.4 for what the book does not know', () => {
    const unit = of(UNKNOWN).prior / 0.4
    near(of(HEALTHY).prior, 25 * unit, 'healthy')
    for (const fault of FAULTS) near(of(fault.id).prior, fault.prior * unit, fault.id)
    near(
      HYPOTHESES.reduce((sum, h) => sum + h.prior, 0),
      1,
      'all',
    )
    assert.equal(HYPOTHESES.length, FAULTS.length + 2)
  })

  test('only a disease carries its fault', () => {
    for (const h of HYPOTHESES) assert.equal(h.fault, FAULT_BY_ID.get(h.id), h.id)
  })
})

describe('every row', () => {
  test('is one probability for each value, together 1, and no single one settles a case', () => {
    for (const h of HYPOTHESES)
      for (const one of SIGNS) {
        const values = h.rows.get(one.id)!
        assert.equal(values.length, one.values.length)
        near(
          values.reduce((a, b) => a + b, 0),
          1,
          `${h.id} ${one.id}`,
        )
        const floor = one.names ? 0.00002 : 0.0002
        for (const p of values) assert.ok(p >= floor / 1.01 && p < 1, `${h.id} ${one.id}: ${p}`)
      }
  })

  test('what nothing speaks for stands on the floor of 0.0002, and not above it', () => {
    const lowest = Math.min(
      ...HYPOTHESES.flatMap((h) => SIGNS.filter(({ names }) => !names).flatMap(({ id }) => h.rows.get(id)!)),
    )
    near(lowest, 0.0002, 'the floor')
  })
})

describe('the guess of the expert', () => {
  // Not measured: nobody breaks memory so that it can be counted.
  const unmeasured = FAULTS.filter(({ id }) => counts[id] === undefined)

  test('there are faults that no machine was counted for', () => assert.ok(unmeasured.length > 0))

  test('weighs what it lists as listed, and shares what is left among the values it leaves out', () => {
    for (const fault of unmeasured)
      for (const [id, weights] of Object.entries(fault.likelihood)) {
        const told = Object.values(weights).reduce((a, b) => a + b, 0)
        const silent = sign(id).values.filter((value) => weights[value] === undefined)
        for (const [value, weight] of Object.entries(weights))
          near(row(fault.id, id)[value]!, silent.length === 0 ? weight / told : weight, `${fault.id} ${id}=${value}`)
        for (const value of silent) {
          const share = Math.max(0.0002, (1 - told) / silent.length)
          assert.ok(Math.abs(row(fault.id, id)[value]! - share) < 0.0002, `${fault.id} ${id}=${value}`)
        }
      }
  })

  test('is worth six machines beside what was counted', () => {
    let looked = 0
    for (const fault of FAULTS)
      for (const [id, weights] of Object.entries(fault.likelihood)) {
        const seen = counts[fault.id]?.[id]
        if (!seen || sign(id).uncounted) continue
        const total = Object.values(seen).reduce((a, b) => a + b, 0)
        const told = Object.values(weights).reduce((a, b) => a + b, 0)
        const whole = Object.keys(weights).length === sign(id).values.length
        for (const [value, weight] of Object.entries(weights)) {
          const byHand = ((seen[value] ?? 0) + 6 * (whole ? weight / told : weight)) / (total + 6)
          if (byHand < 0.02) continue
          near(row(fault.id, id)[value]!, byHand, `${fault.id} ${id}=${value}`)
          looked++
        }
      }
    assert.ok(looked > 200, `${looked}`)
  })
})

describe('what a fault does not speak of', () => {
  const silent = FAULTS.flatMap((fault) =>
    SIGNS.filter((one) => fault.likelihood[one.id] === undefined && !countedFor(fault.id, one)).map((one) => ({
      fault,
      one,
    })),
  )
  const check = (which: (fault: Fault, one: Sign) => boolean, expected: number) => {
    const some = silent.filter(({ fault, one }) => !one.beside && !one.usual && which(fault, one))
    assert.ok(some.length > 0, 'there is such a pair')
    for (const { fault, one } of some) near(passing(fault.id, one), expected, `${fault.id} ${one.id}`)
  }

  test('passed, where it stands before the door that the fault shuts', () =>
    check((fault, one) => place(one.stage) < shown(fault), 0.999))
  test('is mostly ordinary in the very stage of the fault', () =>
    check((fault, one) => place(one.stage) === shown(fault) && !fault.partial, 0.9))
  test('hardly passes behind the shut door', () =>
    check((fault, one) => place(one.stage) > shown(fault) && !fault.partial, 0.05))
  test('is as on a healthy machine at every stage, where the fault lets some through', () =>
    check((fault) => fault.partial === true, 0.999))

  test('shows the ordinary beside the road, however far the fault lets one come', () => {
    const usual = silent.filter(({ one }) => one.beside && one.usual)
    const plain = silent.filter(({ one }) => one.beside && !one.usual)
    assert.ok(usual.length > 0 && plain.length > 0)
    for (const { fault, one } of plain) near(passing(fault.id, one), 0.9, `${fault.id} ${one.id}`)
    for (const { fault, one } of usual)
      for (const [value, share] of Object.entries(one.usual!))
        if (share! > 0.02) near(row(fault.id, one.id)[value]!, share!, `${fault.id} ${one.id}=${value}`)
  })

  test('is not counted beside the road: what a laboratory has around a machine is not the fault', () => {
    for (const fault of FAULTS)
      for (const one of SIGNS.filter((s) => s.beside && fault.likelihood[s.id] === undefined))
        assert.deepEqual(row(fault.id, one.id), row(unspoken(one), one.id), `${fault.id} ${one.id}`)
  })

  /** A fault that was never measured and is silent about the sign. */
  function unspoken(one: Sign): string {
    return FAULTS.find((f) => counts[f.id] === undefined && f.likelihood[one.id] === undefined)?.id ?? HEALTHY
  }

  test('on the road it is counted even so: there the machine shows what the fault does', () => {
    const moved = FAULTS.flatMap((fault) =>
      SIGNS.filter(
        (one) => !one.beside && !one.usual && fault.likelihood[one.id] === undefined && countedFor(fault.id, one),
      ).map((one) => ({ fault, one })),
    )
    assert.ok(moved.length > 100)
    for (const { fault, one } of moved) {
      const seen = counts[fault.id]![one.id]!
      const total = Object.values(seen).reduce((a, b) => a + b, 0)
      const guess =
        fault.partial || place(one.stage) < shown(fault) ? 0.999 : place(one.stage) === shown(fault) ? 0.9 : 0.05
      near(passing(fault.id, one), ((seen[one.passes] ?? 0) + 6 * guess) / (total + 6), `${fault.id} ${one.id}`)
    }
  })
})

describe('the two that are no disease', () => {
  test('to the unknown every value is as likely as the next, but that somebody names a fault of the book', () => {
    for (const one of SIGNS.filter(({ names }) => !names))
      for (const p of of(UNKNOWN).rows.get(one.id)!) near(p, 1 / one.values.length, one.id)
  })

  test('of the unknown nobody says a name', () => {
    for (const one of SIGNS.filter(({ names }) => names)) near(row(UNKNOWN, one.id)['none']!, 0.998, one.id)
  })

  test('a healthy machine passes, and shows the usual surroundings', () => {
    for (const one of SIGNS.filter((s) => s.beside)) {
      const [value, share] = one.usual ? Object.entries(one.usual)[0]! : [one.passes, 0.9]
      near(row(HEALTHY, one.id)[value]!, share!, one.id)
    }
    for (const one of SIGNS.filter((s) => !s.beside && !s.usual)) assert.ok(passing(HEALTHY, one) > 0.9, one.id)
  })

  test('nothing lies beyond them', () => {
    for (const { id } of SIGNS) assert.ok(!of(HEALTHY).beyond.has(id) && !of(UNKNOWN).beyond.has(id), id)
  })
})

describe('behind a closed door', () => {
  const beyond = (fault: string, signId: string) => of(fault).beyond.has(signId)

  test('little is read: one in ten', () => assert.equal(READ_BEYOND, 0.1))

  test('lies what comes later, not what comes before nor the stage itself', () => {
    assert.ok(beyond('name-not-found', 'auth'))
    assert.ok(beyond('name-not-found', 'session'))
    assert.ok(!beyond('name-not-found', 'name'))
    assert.ok(!beyond('account-locked', 'connect'))
    assert.ok(!beyond('account-locked', 'auth'))
  })

  test('where a fault shows counts, not whose it is: a missing key file is found at the login', () => {
    assert.ok(!beyond('key-file-missing', 'connect') && !beyond('key-file-missing', 'auth'))
    assert.ok(beyond('key-file-missing', 'session-pace'))
  })

  test('is nothing where some get through, nothing beside the road, and nothing the fault speaks of', () => {
    for (const { fault, beyond } of HYPOTHESES)
      for (const { id } of SIGNS.filter((one) => beyond.has(one.id))) {
        assert.ok(!fault!.partial, fault!.id)
        assert.ok(!sign(id).beside, `${fault!.id} ${id}`)
        assert.ok(!fault!.likelihood[id], `${fault!.id} ${id}`)
      }
  })

  test('is nothing that was read there on two machines; one may have been a stray', () => {
    const later = FAULTS.filter((f) => !f.partial).flatMap((fault) =>
      SIGNS.filter((one) => !one.beside && !fault.likelihood[one.id] && place(one.stage) > shown(fault)).map((one) => ({
        id: fault.id,
        one,
        seen: Object.values(counts[fault.id]?.[one.id] ?? {}).reduce((a, b) => a + b, 0),
      })),
    )
    assert.ok(later.some(({ seen }) => seen === 0))
    for (const { id, one, seen } of later) assert.equal(beyond(id, one.id), seen < 2, `${id} ${one.id} ${seen}`)
  })
})
