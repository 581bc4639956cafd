import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { BLOCKS, page, pageOf } from '../../../test/report/any-block.ts'
import type { Block, Page } from '../blocks.ts'
import { width } from '../width.ts'
import { paintTerminal } from './terminal.ts'

const SGR = /\x1b\[(?:0|1|2|32|33|1;31)m/g
const screen = fc.record({ columns: fc.integer({ min: 0, max: 140 }), colour: fc.boolean(), utf8: fc.boolean() })
const plain = (page: Page, columns = 80) => paintTerminal(page, { columns, colour: false, utf8: true })

/** The same without what may be too wide. */
const withoutCommands = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'command') return []
    if (block.kind !== 'list') return [block]
    return [{ ...block, items: block.items.map((item) => ({ ...item, beneath: withoutCommands(item.beneath ?? []) })) }]
  })

for (const [name, block] of Object.entries<fc.Arbitrary<Block>>(BLOCKS)) {
  test(`${name}: nothing but text, newlines and our own colours`, () => {
    fc.assert(
      fc.property(block, screen, (one, how) => {
        const text = paintTerminal(pageOf(one), how)
        const bare = text.replace(how.colour ? SGR : /$^/, '').replaceAll('\n', '')
        assert.doesNotMatch(bare, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
        if (!how.utf8) assert.match(bare, /^[\x20-\x7e]*$/)
        assert.doesNotMatch(text, /NaN|undefined|\[object/)
      }),
    )
  })
}

test('no line but a command is wider than the terminal, whatever the page', () => {
  fc.assert(
    fc.property(page, screen, (one, { columns, utf8 }) => {
      const sections = one.sections.map((section) => ({ ...section, blocks: withoutCommands(section.blocks) }))
      const text = paintTerminal({ ...one, sections }, { columns, colour: false, utf8 })
      const widest = sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'annotated')) ? 200 : 100
      for (const line of text.split('\n')) assert.ok(width(line) <= Math.max(28, Math.min(columns, widest)), line)
    }),
  )
})

test('colour adds colour and nothing else', () => {
  fc.assert(
    fc.property(page, fc.integer({ min: 28, max: 100 }), (one, columns) => {
      assert.equal(paintTerminal(one, { columns, colour: true, utf8: true }).replace(SGR, ''), plain(one, columns))
    }),
  )
})

test('a text stands beside what it means where there are two columns, else above it', () => {
  const mark = { sign: '✓', word: 'passed', tone: 'good' } as const
  const plainly = { sign: '·', word: '', tone: 'quiet' } as const
  const block = {
    kind: 'annotated',
    titles: ['said', 'means'],
    lines: [
      { at: 9, text: 'debug1: Connection established.', mark, says: 'The connection to the port is open.' },
      {
        at: 10,
        text: 'the second line',
        mark: plainly,
        says: 'It says more than fits into one of two columns of so few letters each.',
        quiet: true,
      },
    ],
  } as const
  assert.equal(
    plain(pageOf(block), 60),
    ` 9  debug1: Connection established.
    ✓ The connection to the port is open.
10  the second line
    · It says more than fits into one of two columns of so
      few letters each.
`,
  )
  assert.equal(
    plain(pageOf(block), 110),
    ` 9  debug1: Connection established.                   ✓ The connection to the port is open.
10  the second line                                   · It says more than fits into one of two columns of so
                                                        few letters each.
`,
  )
  const coloured = paintTerminal(pageOf(block), { columns: 60, colour: true, utf8: true })
  assert.match(coloured, /\x1b\[2m 9\x1b\[0m  debug1: Connection established\.\n/)
  assert.match(coloured, /\x1b\[2mthe second line\x1b\[0m\n/)
})

test('a table has its long cells beneath where there is no room beside, and leaves out what it may', () => {
  const table = {
    kind: 'table',
    columns: [
      { title: 'who' },
      { title: 'often', number: true },
      { title: 'what was said of it', tight: 'beneath' },
      { title: 'when', least: 16, tight: 'left-out' },
    ],
    rows: [
      { cells: ['alice', '12', 'a sentence of some length', '2025-11-08 17:02'] },
      { cells: ['bob', '1,234', 'short', ''], beneath: [{ kind: 'note', says: 'and this is to be known of bob' }] },
    ],
  } as const
  assert.equal(
    plain({ title: '', foot: '', sections: [{ title: 'Who', blocks: [table] }] }, 80),
    `Who
  who    often  what was said of it        when
  alice     12  a sentence of some length  2025-11-08 17:02
  bob    1,234  short
      and this is to be known of bob
`,
  )
  assert.equal(
    plain(pageOf(table), 40),
    `who    often  what was said of it
alice     12  a sentence of some length
bob    1,234  short
    and this is to be known of bob
`,
  )
  assert.equal(
    plain(pageOf(table), 30),
    `who    often
    what was said of it
alice     12
    a sentence of some length
bob    1,234  short
    and this is to be known
      of bob
`,
  )
})

test('what is left out is counted', () => {
  const items = ['one', 'two', 'three'].map((says) => ({ says }))
  assert.equal(
    plain(pageOf({ kind: 'list', items, brief: 2, total: 1203 })),
    'one\ntwo\nand 1,201 more (--json has them all)\n',
  )
})

test('a title stands beside its blocks where there is room', () => {
  const page: Page = {
    title: '',
    foot: '',
    sections: [
      { title: 'Notes', stands: 'beside', blocks: [{ kind: 'list', items: [{ says: 'one' }, { says: 'two' }] }] },
      {
        title: 'Next',
        stands: 'beside',
        blocks: [
          { kind: 'paragraph', says: 'Do it' },
          { kind: 'command', lines: ['do it'], language: 'sh' },
        ],
      },
    ],
  }
  assert.equal(plain(page, 60), '  Notes        one\n               two\n\n  Next         Do it\n\n    do it\n')
  assert.equal(plain(page, 59), '  Notes\n    one\n    two\n\n  Next\n    Do it\n\n    do it\n')
})

test('a short cell stays beside its neighbour where a long one can go beneath instead', () => {
  const columns = [
    { title: 'keyword' },
    { title: 'value', tight: 'beneath' },
    { title: 'from', tight: 'beneath' },
  ] as const
  const cells = ['maxauthtries', '2', '/etc/ssh/sshd_config.d/10-throttle.conf:2']
  assert.equal(
    plain(pageOf({ kind: 'table', untitled: true, columns, rows: [{ cells }] }), 50),
    'maxauthtries  2\n    /etc/ssh/sshd_config.d/10-throttle.conf:2\n',
  )
})

test('a section that is joined stands right beneath the one before', () => {
  const sections = ['one', 'two'].map((says, i) => ({ joined: i > 0, blocks: [{ kind: 'note', says } as const] }))
  assert.equal(plain({ title: '', foot: '', sections }), 'one\ntwo\n')
})

test('something that happened is never drawn as nothing', () => {
  const plot = {
    kind: 'plot',
    form: 'time',
    lanes: [{ label: 'failed', tone: 'warn' }],
    steps: () => ({ from: 0, seconds: 60, values: [[100_000, 0, 1]] }),
    shaded: { meaning: '', spans: [] },
  } as const
  assert.match(plain(pageOf(plot)), /^failed {3}█ ▁ ≤ 100,000$/m)
  assert.match(
    paintTerminal(pageOf(plot), { columns: 80, colour: false, utf8: false }),
    /^failed {3}# \. max 100,000$/m,
  )
})
