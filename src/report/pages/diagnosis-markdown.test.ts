import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'
import { marked } from 'marked'
import type { Tokens } from 'marked'

import { visible } from '../../core/visible.ts'
import { assertPlain, of } from '../../../test/report/markdown-reader.ts'
import { nasty, sample } from '../../../test/report/arbitraries.ts'
import { toDocument } from '../document.ts'
import type { Document } from '../document.ts'
import { SAMPLES, hostStarved } from '../../../test/report/fixtures.ts'
import { code, fenced, prose } from '../paint/markdown/text.ts'
import { paintMarkdown } from '../paint/markdown.ts'
import { diagnosisPage } from './diagnosis.ts'

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

const toMarkdown = (document: Document) => paintMarkdown(diagnosisPage(document))

/** The skeleton is ours, whatever the document says: same blocks, no tag, link, picture or emphasis of theirs. */
function assertTame(document: Document): void {
  const tokens = assertPlain(toMarkdown(document))
  assert.equal(of<Tokens.HTML>(tokens, 'html').length, document.facts.length > 0 ? 2 : 0)
  assert.equal(of<Tokens.Strong>(tokens, 'strong').length, 1)
  const tables = of<Tokens.Table>(tokens, 'table')
  if (document.road.length > 0) assert.equal(tables[0]?.rows.length, document.road.length)
  const blocks = of<Tokens.Code>(tokens, 'code').map(({ text }) => text)
  const commands = [document.next, document.surer].flatMap((next) => (next?.command ? [next.command] : []))
  assert.deepEqual(
    blocks.slice(0, commands.length),
    commands.map((command) => visible(command, Infinity)),
  )
  const facts = blocks.slice(commands.length)
  assert.equal(facts.length, document.facts.length > 0 ? 1 : 0)
  if (facts[0] !== undefined) assert.deepEqual(JSON.parse(facts[0]), JSON.parse(JSON.stringify(document.facts)))
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
      // At the edges a reader sees no space of any kind.
      const said = collapsed(text).replaceAll('\\x7c', '|').trim()
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
  assert.equal(lines[0], '# `ubuntu@203.0.113.7:22`: unreachable')
  assert.equal(lines[2], '**You cannot get in: it stops where the server should greet (banner).**')
  assert.ok(lines.includes('| banner | ✗ FAIL |  | nothing for 5.0 s (3 of 3 tries) |'))
  assert.ok(
    lines.includes('| 86 % | The host is starved: its kernel answers, its programs do not | `host-starved` | host |'),
  )
})
