import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'
import { marked } from 'marked'
import type { Tokens } from 'marked'

import { visible } from '../../core/visible.ts'
import { BLOCKS, command, page, pageOf, table } from '../../../test/report/any-block.ts'
import { assertPlain, of } from '../../../test/report/markdown-reader.ts'
import type { Block } from '../blocks.ts'
import { paintMarkdown } from './markdown.ts'

for (const [name, block] of Object.entries<fc.Arbitrary<Block>>(BLOCKS)) {
  test(`${name}: no markup but ours`, () => {
    fc.assert(
      fc.property(block, (one) => {
        const markdown = paintMarkdown(pageOf(one))
        assertPlain(markdown)
        assert.doesNotMatch(markdown.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
      }),
    )
  })
}

test('any page holds together', () => {
  fc.assert(fc.property(page, (one) => void assertPlain(paintMarkdown(one))))
})

test('a table has as many rows as it was given, whatever they say', () => {
  fc.assert(
    fc.property(table, (one) => {
      const [read] = of<Tokens.Table>(assertPlain(paintMarkdown(pageOf(one))), 'table')
      assert.equal(read?.rows.length, one.rows.length)
    }),
  )
})

test('commands and their reasons stand in one fence, line by line', () => {
  fc.assert(
    fc.property(command, (one) => {
      const codes = of<Tokens.Code>(assertPlain(paintMarkdown(pageOf(one))), 'code')
      const lines = [...(one.because ?? []).map((why) => `# ${why}`), ...one.lines]
      assert.deepEqual(
        codes.map(({ text }) => text),
        [lines.map((line) => visible(line, Infinity)).join('\n')],
      )
    }),
  )
})

test('what stands beneath an item is part of it', () => {
  const list = {
    kind: 'list',
    mark: 'number',
    items: [{ says: 'first', beneath: [{ kind: 'command', lines: ['do it'], language: 'sh' }] }, { says: 'second' }],
  } as const
  const read = String(marked.parse(paintMarkdown(pageOf(list)), { async: false }))
  assert.match(
    read,
    /^<ol>\n<li><p>first<\/p>\n<pre><code class="language-sh">do it\n<\/code><\/pre>\n<\/li>\n<li><p>second<\/p>/,
  )
})

test('what would be a link across two spans is none', () => {
  const spans = [{ text: 'see http:/', tone: 'strong' }, { text: '/a.example' }] as const
  assert.equal(paintMarkdown(pageOf({ kind: 'paragraph', says: spans })), 'see `http://a.example`\n\nfoot\n')
})

test('a ticket has the first of what is long, and counts the rest', () => {
  const items = Array.from({ length: 40 }, (_, i) => ({ says: `item ${i}` }))
  const shown = (brief?: number) =>
    paintMarkdown(pageOf({ kind: 'list', items, total: 50, ...(brief !== undefined && { brief }) }))
  assert.match(shown(10), /- item 24\n\nand 25 more; --json has them all\.\n/)
  for (const brief of [undefined, Infinity])
    assert.match(shown(brief), /- item 39\n\nand 10 more; --json has them all\.\n/)
})
