/** Blocks and pages nobody has made, for the property tests of the painters: right in shape, hostile in every string. */

import fc from 'fast-check'

import { STAGES } from '../../src/core/types.ts'
import type {
  Annotated,
  Block,
  Causes,
  Command,
  CurvePlot,
  Facts,
  Headline,
  Item,
  List,
  Note,
  Page,
  Paragraph,
  Road,
  Section,
  Span,
  SpanPlot,
  Table,
  Text,
  TimePlot,
  Tone,
} from '../../src/report/blocks.ts'
import { nasty } from './arbitraries.ts'

const tone: fc.Arbitrary<Tone> = fc.constantFrom('good', 'bad', 'warn', 'strong', 'quiet')
const share = fc.double({ min: 0, max: 1, noNaN: true })
const few = { maxLength: 3 }
const optional = { requiredKeys: [] }

const span: fc.Arbitrary<Span> = fc.record(
  { text: nasty, tone, code: fc.constant(true as const) },
  { requiredKeys: ['text'] },
)
const text: fc.Arbitrary<Text> = fc.oneof(nasty, fc.array(span, few))

const headline: fc.Arbitrary<Headline> = fc.record(
  {
    kind: fc.constant('headline' as const),
    subject: nasty,
    cost: nasty,
    says: nasty,
    tone,
    verdict: fc.record({ word: nasty, tone }),
    lead: text,
  },
  { requiredKeys: ['kind', 'subject', 'says', 'tone'] },
)

const words = <Kind extends 'paragraph' | 'note'>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), says: text, tone }, { requiredKeys: ['kind', 'says'] })
const paragraph: fc.Arbitrary<Paragraph> = words('paragraph')
const note: fc.Arbitrary<Note> = words('note')

const road: fc.Arbitrary<Road> = fc.record({
  kind: fc.constant('road' as const),
  steps: fc.array(
    fc.record(
      {
        name: nasty,
        state: fc.constantFrom('ok' as const, 'fail' as const, 'warn' as const, 'not-reached' as const),
        says: nasty,
        seconds: fc.double({ min: 0, max: 1e4, noNaN: true }),
      },
      { requiredKeys: ['name', 'state', 'says'] },
    ),
    { maxLength: 7 },
  ),
})

const long = { brief: fc.integer({ min: 1, max: 3 }), total: fc.integer({ min: 3, max: 5000 }) }

const column = fc.record(
  {
    title: nasty,
    number: fc.constant(true as const),
    tone,
    least: fc.integer({ min: 0, max: 20 }),
    most: fc.integer({ min: 0, max: 30 }),
    tight: fc.constantFrom('beneath' as const, 'left-out' as const),
    detail: fc.constant(true as const),
  },
  { requiredKeys: ['title'] },
)

/** The first column always stays: it names the row. */
export const table: fc.Arbitrary<Table> = fc.tuple(fc.array(column, { maxLength: 4 }), nasty).chain(([others, title]) =>
  fc.record(
    {
      kind: fc.constant('table' as const),
      columns: fc.constant([{ title }, ...others]),
      rows: fc.array(
        fc.record(
          {
            cells: fc.array(text, { minLength: others.length + 1, maxLength: others.length + 1 }),
            beneath: fc.array(fc.oneof(paragraph, note), few),
          },
          { requiredKeys: ['cells'] },
        ),
        few,
      ),
      untitled: fc.constant(true as const),
      ...long,
    },
    { requiredKeys: ['kind', 'columns', 'rows'] },
  ),
)

const causes: fc.Arbitrary<Causes> = fc.record({
  kind: fc.constant('causes' as const),
  causes: fc.array(
    fc.record({
      id: nasty,
      title: nasty,
      stage: fc.constantFrom(...STAGES, '—' as const),
      probability: share,
      evidence: fc.array(
        fc.record({
          side: fc.constantFrom('for' as const, 'against' as const),
          weight: fc.constant('×14'),
          says: nasty,
          sign: nasty,
        }),
        few,
      ),
      behind: fc.array(fc.record({ id: nasty, title: nasty, says: nasty }), few),
    }),
    few,
  ),
  others: fc.record({ count: fc.nat(9), probability: share }),
})

export const command: fc.Arbitrary<Command> = fc.record(
  {
    kind: fc.constant('command' as const),
    lines: fc.array(
      nasty.map((said) => `do ${said}`),
      { minLength: 1, maxLength: 3 },
    ),
    language: fc.constantFrom('sh' as const, 'sshd_config' as const),
    because: fc.array(nasty, few),
    instead: fc.constant(true as const),
  },
  { requiredKeys: ['kind', 'lines', 'language'] },
)

const moment = fc.integer({ min: 0, max: 2e12 })
const label = fc.constantFrom('failed', 'dropped', 'logins')

const timePlot: fc.Arbitrary<TimePlot> = fc
  .record({
    lanes: fc.array(fc.record({ label, tone }), few),
    from: moment,
    seconds: fc.constantFrom(60, 3600, 86_400),
    value: fc.double({ min: 0, max: 1e6, noNaN: true }),
    meaning: nasty,
    spans: fc.array(fc.record({ from: moment, to: moment }), few),
    caution: fc.option(nasty, { nil: undefined }),
  })
  .map(({ lanes, from, seconds, value, meaning, spans, caution }) => ({
    kind: 'plot',
    form: 'time',
    lanes,
    steps: (room) => ({
      from,
      seconds,
      values: lanes.map((_, i) => Array.from({ length: room }, (_, j) => (i * j * value) % 997)),
    }),
    shaded: { meaning, spans },
    ...(caution !== undefined && { caution }),
  }))

const curvePlot: fc.Arbitrary<CurvePlot> = fc
  .record({
    says: nasty.map((said) => `A picture of ${said}`),
    label: nasty,
    end: fc.constantFrom(1, 7, 100, 2 ** 31 - 1),
    axis: nasty,
    caption: nasty,
    often: fc.boolean(),
    share,
  })
  .map(({ often, caption, share, ...rest }) => ({
    kind: 'plot',
    form: 'curve',
    ...rest,
    at: (count) => Math.min(1, (count / rest.end) * (0.5 + share)),
    ...(often && {
      often: {
        label: 'often',
        caption,
        of: (stretches: number) => Array.from({ length: stretches }, (_, i) => (i * share) % 1),
      },
    }),
  }))

const spanPlot: fc.Arbitrary<SpanPlot> = fc.record({
  kind: fc.constant('plot' as const),
  form: fc.constant('spans' as const),
  rows: fc.array(
    fc.record({
      title: nasty,
      detail: nasty,
      spans: fc.array(
        fc
          .record({ label: nasty, from: fc.nat(99), length: fc.nat(99), vain: fc.boolean() })
          .map(({ length, ...rest }) => ({ ...rest, to: rest.from + length })),
        few,
      ),
    }),
    few,
  ),
})

const facts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constant('facts' as const),
  facts: fc.array(
    fc
      .record({ title: nasty, at: nasty, via: nasty, said: nasty, missing: fc.boolean() })
      .map(({ said, missing, ...rest }) => ({
        ...rest,
        id: 'route' as const,
        seen: 'network' as const,
        ...(missing ? { missing: said, why: 'absent' as const } : { value: { [said]: [said] } }),
      })),
    few,
  ),
})

const annotated: fc.Arbitrary<Annotated> = fc.record({
  kind: fc.constant('annotated' as const),
  titles: fc.constant(['said', 'means'] as const),
  lines: fc.array(
    fc.record(
      {
        at: fc.integer({ min: 1, max: 1e7 }),
        text: fc.oneof(
          nasty,
          nasty.map((said) => said.repeat(9)),
        ),
        mark: fc.record({ sign: fc.constantFrom('✓', '✗', '!', '·', '?'), word: fc.constantFrom('', 'passed'), tone }),
        says: text,
        quiet: fc.constant(true as const),
      },
      { requiredKeys: ['at', 'text', 'mark', 'says'] },
    ),
    few,
  ),
})

/** Blocks that hold no others; a list holds those, two deep. */
const leaf: fc.Arbitrary<Block> = fc.oneof(paragraph, note, command)

const listOf = (inner: fc.Arbitrary<Block>): fc.Arbitrary<List> => {
  const item: fc.Arbitrary<Item> = fc.record(
    { says: text, id: nasty, from: fc.array(nasty, few), because: nasty, beneath: fc.array(inner, few) },
    { requiredKeys: ['says'] },
  )
  return fc.record(
    {
      kind: fc.constant('list' as const),
      items: fc.array(item, few),
      mark: fc.constantFrom('number' as const, 'dash' as const),
      ...long,
    },
    { requiredKeys: ['kind', 'items'] },
  )
}

/** One of every kind. */
export const BLOCKS = {
  headline,
  paragraph,
  note,
  road,
  table,
  list: listOf(fc.oneof(leaf, listOf(leaf))),
  causes,
  command,
  'plot over time': timePlot,
  'plot of a curve': curvePlot,
  'plot of spans': spanPlot,
  annotated,
  facts,
} as const satisfies Readonly<Record<string, fc.Arbitrary<Block>>>

export const block: fc.Arbitrary<Block> = fc.oneof(...Object.values<fc.Arbitrary<Block>>(BLOCKS))

const section: fc.Arbitrary<Section> = fc
  .record({
    blocks: fc.array(block, few),
    more: fc.record(
      {
        title: nasty,
        tone,
        stands: fc.constantFrom('above' as const, 'beside' as const, 'nowhere' as const),
        joined: fc.boolean(),
        act: fc.constant(true as const),
        appendix: fc.constant(true as const),
      },
      optional,
    ),
  })
  .map(({ blocks, more }) => ({ ...more, blocks }))

export const page: fc.Arbitrary<Page> = fc.record({
  title: nasty,
  sections: fc.array(section, { maxLength: 4 }),
  foot: nasty,
})

/** A page of this block alone. */
export const pageOf = (...blocks: Block[]): Page => ({ title: 'page', sections: [{ blocks }], foot: 'foot' })
