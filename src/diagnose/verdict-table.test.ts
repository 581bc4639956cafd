import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault, Sign, Verdict } from '../core/types.ts'
import { SIGN_BY_ID } from '../knowledge/signs.ts'
import { diagnose } from './diagnose.ts'
import type { Reading, Weighed } from './posterior.ts'
import { failed, gotIn, judge } from './verdict.ts'
import { atHome, goodLogin, greeted, sheet, shut } from '../../test/cases/facts.ts'

const read = (id: string, ...values: string[]): Reading => ({ sign: SIGN_BY_ID.get(id)!, values })
const works = read('session', 'works')
const refused = read('connect', 'refused')
const open = read('connect', 'open')

/** What is believed of one cause and of the healthy machine. */
function believed(id: string, p: number, fault: Partial<Fault> = {}): Weighed[] {
  const weighed = (one: string, probability: number, its?: Partial<Fault>): Weighed => ({
    hypothesis: { id: one, prior: 0.1, rows: new Map(), beyond: new Set(), ...(its ? { fault: its as Fault } : {}) },
    probability,
  })
  const all = [weighed(id, p, id === 'unknown' ? undefined : { stage: 'auth', ...fault }), weighed('healthy', 1 - p)]
  return all.toSorted((a, b) => b.probability - a.probability)
}

type Row = readonly [seen: string, all: Weighed[], readings: Reading[], verdict: Verdict]
const TABLE: readonly Row[] = [
  ['nothing was read', believed('x', 0.9), [], 'unknown'],
  ['a shell answered and most likely nothing is wrong', believed('x', 0.4), [works], 'reachable'],
  ['a shell answered and it is even', believed('x', 0.5), [works], 'reachable'],
  ['a shell answered and something is likelier', believed('x', 0.6), [works], 'degraded'],
  ['a shell answers and commands hang', believed('x', 0.6), [read('session', 'hangs-for-commands')], 'degraded'],
  ['something of the server’s own ran', believed('x', 0.6), [read('session', 'runs-something-else')], 'degraded'],
  ['no shell', believed('x', 0.4), [read('session', 'no-shell')], 'unreachable'],
  ['a shell or not: that is open', believed('x', 0.4), [read('session', 'works', 'no-shell')], 'unknown'],
  ['a door was shut', believed('x', 0.9), [refused], 'unreachable'],
  ['a door was shut, whatever is believed of it', believed('x', 0.1), [refused], 'unreachable'],
  ['nothing failed, and no login was made', believed('x', 0.9), [open], 'unknown'],
  ['a shut door that the book does not know', believed('unknown', 0.9), [refused], 'unreachable'],
  ['a shell answered in a picture the book does not know', believed('unknown', 0.9), [works], 'degraded'],
  ['the fault shuts out even who got in', believed('x', 0.9, { verdict: 'unreachable' }), [works], 'unreachable'],
  [
    'but a shell that answered is worth something',
    believed('x', 0.9, { verdict: 'unreachable', stage: 'session' }),
    [works],
    'degraded',
  ],
  ['the session is shut', believed('x', 0.9, { verdict: 'unreachable', stage: 'session' }), [refused], 'unreachable'],
  ['only a person could tell', believed('x', 0.9, { verdict: 'unknown' }), [refused], 'unknown'],
  [
    'only a person could tell, though a shell answered',
    believed('x', 0.9, { verdict: 'unknown', stage: 'session' }),
    [works],
    'unknown',
  ],
  ['the fault is one of degrees', believed('x', 0.9, { verdict: 'degraded' }), [works], 'degraded'],
  [
    'the fault is one of degrees and nobody got in',
    believed('x', 0.9, { verdict: 'degraded' }),
    [refused],
    'unreachable',
  ],
]
for (const [seen, all, readings, verdict] of TABLE)
  test(`${verdict}: ${seen}`, () => assert.equal(judge(all, readings), verdict))

test('without a disease, or without the healthy machine to compare with, nothing is said', () => {
  const [sick, healthy] = believed('x', 0.9)
  assert.equal(judge([healthy!], [refused]), 'unknown')
  assert.equal(judge([sick!], [refused]), 'unknown')
})

test('who got in had a shell or something of the server’s own, and for certain', () => {
  assert.deepEqual(
    ['works', 'hangs-for-commands', 'runs-something-else', 'no-shell'].map((value) =>
      gotIn([open, read('session', value)]),
    ),
    [true, true, true, false],
  )
  assert.equal(gotIn([]), false)
  assert.equal(gotIn([read('session', 'works', 'hangs-for-commands')]), false)
})

test('a door is shut where every value left open shuts it', () => {
  const sign = (shuts: Sign['shuts']): Sign =>
    ({
      id: 's',
      stage: 'path',
      passes: 'fine',
      shuts,
      values: ['fine', 'odd', 'shut'],
      from: [],
      read: () => undefined,
      says: {},
    }) as Sign
  const is = (shuts: Sign['shuts'], ...values: string[]) => failed([{ sign: sign(shuts), values }])
  assert.deepEqual(
    [is(true, 'shut'), is(true, 'odd', 'shut'), is(true, 'fine'), is(true, 'fine', 'shut')],
    [true, true, false, false],
  )
  assert.deepEqual([is(false, 'shut'), is(false, 'fine')], [false, false])
  assert.deepEqual([is(['shut'], 'shut'), is(['shut'], 'odd'), is(['shut'], 'odd', 'shut')], [true, false, false])
  assert.equal(failed([]), false)
  assert.equal(
    failed([
      { sign: sign(true), values: ['fine'] },
      { sign: sign(['shut']), values: ['shut'] },
    ]),
    true,
  )
})

test('a diagnosis names causes only of what failed, and a next step beside them', () => {
  const well = diagnose(sheet({ ...atHome, login: goodLogin() }))
  assert.deepEqual([well.verdict, well.causes, well.ruledOut, well.next, well.surer], ['reachable', [], [], null, null])

  const nothing = diagnose(sheet({ ...atHome, contact: { contacts: [greeted()] } }))
  assert.equal(nothing.verdict, 'unknown')
  assert.deepEqual(nothing.causes, [
    {
      id: 'unknown',
      title: 'Nothing wrong was found as far as could be looked',
      stage: '—',
      probability: 1,
      because: [],
      becauseOf: [],
    },
  ])
  assert.equal(nothing.signs['connect'], 'open')

  const away = diagnose(sheet({ ...atHome, contact: { contacts: [shut('refused', 0.03)] } }))
  assert.equal(away.verdict, 'unreachable')
  assert.ok(away.causes.length > 1 && away.next !== null && away.surer !== null)

  const blank = diagnose({})
  assert.equal(blank.verdict, 'unknown')
  assert.notEqual(
    blank.causes[0]?.title,
    nothing.causes[0]?.title,
    'where nothing was looked at, nothing was found right either',
  )
})
