import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'
import { marked } from 'marked'
import type { Token, Tokens } from 'marked'

import { visible } from '../core/visible.ts'
import { nasty, sample } from '../../test/report/arbitraries.ts'
import { toDocument } from './document.ts'
import type { Document } from './document.ts'
import { SAMPLES, hostStarved } from '../../test/report/fixtures.ts'
import { code, fenced, prose } from './markdown-text.ts'
import { toMarkdown } from './markdown.ts'

/** Everything in the tree, parents before children. */
function tokensOf(markdown: string): Token[] {
  const found: Token[] = []
  marked.walkTokens(marked.lexer(markdown), (token) => void found.push(token))
  return found
}

const of = <T extends Token>(tokens: readonly Token[], type: T['type']) =>
  tokens.filter((token) => token.type === type) as T[]

/** What a reader sees of rendered Markdown. */
const seen = (rendered: string) =>
  rendered
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()

const collapsed = (text: string) =>
  visible(text)
    .split(' ')
    .filter((word) => word !== '')
    .join(' ')

/** The skeleton is ours, whatever the document says: same blocks, no tag, link, picture or emphasis of theirs. */
function assertTame(document: Document): void {
  const tokens = tokensOf(toMarkdown(document))
  assert.deepEqual(
    of<Tokens.HTML>(tokens, 'html').map(({ raw }) => raw.trim()),
    [`<details>\n<summary>The facts (${document.facts.length})</summary>`, '</details>'],
  )
  for (const type of ['link', 'image', 'def', 'em', 'del', 'blockquote', 'hr', 'br']) {
    assert.deepEqual(
      tokens.filter((token) => token.type === type),
      [],
      type,
    )
  }
  assert.equal(of<Tokens.Strong>(tokens, 'strong').length, 1)
  const tables = of<Tokens.Table>(tokens, 'table')
  assert.equal(tables.length, document.causes.length > 0 ? 2 : 1)
  assert.equal(tables[0]?.rows.length, document.road.length)
  for (const { header, rows } of tables) for (const row of rows) assert.equal(row.length, header.length)
  const commands = [document.surer, document.next].flatMap((next) => (next?.command ? [next.command] : []))
  assert.deepEqual(
    of<Tokens.Code>(tokens, 'code')
      .map(({ text }) => text)
      .slice(0, -1),
    commands.map((command) => visible(command, Infinity)),
  )
  const facts = of<Tokens.Code>(tokens, 'code').at(-1)?.text ?? ''
  assert.deepEqual(JSON.parse(facts), JSON.parse(JSON.stringify(document.facts)))
}

for (const [name, { case_, diagnosis }] of Object.entries(SAMPLES)) {
  test(`the report of ${name} holds together`, () => assertTame(toDocument(case_, diagnosis)))
}

test('nothing breaks out, whatever the document says', () => {
  fc.assert(fc.property(sample, ({ case_, diagnosis }) => assertTame(toDocument(case_, diagnosis))))
})

test('prose reads as it was said, in a line and in a cell', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const said = collapsed(text).replaceAll('\\x7c', '|')
      assert.equal(seen(marked.parseInline(prose(text), { async: false })).replaceAll('\\x7c', '|'), said)
      const table = String(marked.parse(`| a |\n| --- |\n| ${prose(text)} |`, { async: false }))
      assert.equal(seen(/<td>([\s\S]*?)<\/td>/.exec(table)?.[1] ?? '').replaceAll('\\x7c', '|'), said)
    }),
    { numRuns: 1000 },
  )
})

test('code and fences hold what they are given', () => {
  assert.equal(code('a'), '`a`')
  assert.equal(code('`a``b'), '``` `a``b ```')
  assert.equal(code('a|b'), '`a\\x7cb`')
  assert.equal(fenced('```\nx'), '````\n```\nx\n````')
})

test('words GitHub would link stand in code', () => {
  assert.equal(prose('ask bob@example.com or @bob about #12'), 'ask `bob@example.com` or `@bob` about `#12`')
  assert.equal(prose('see https://example.com'), 'see `https://example.com`')
  assert.equal(prose('_www.example.com'), '`_www.example.com`')
  assert.equal(prose('1. - x'), '1\\. - x')
})

test('the report of the starved host begins with what a reader needs', () => {
  const { case_, diagnosis } = hostStarved
  const lines = toMarkdown(toDocument(case_, diagnosis)).split('\n')
  assert.equal(lines[0], '# SSH to `ubuntu@203.0.113.7:22`: unreachable')
  assert.equal(lines[2], '**You cannot get in: it stops where the server should greet (banner).**')
  assert.ok(lines.includes('| banner | ✗ FAIL |  | nothing for 5.0 s (3 of 3 tries) |'))
  assert.ok(
    lines.includes('| 86 % | The host is starved: its kernel answers, its programs do not | `host-starved` | host |'),
  )
})
