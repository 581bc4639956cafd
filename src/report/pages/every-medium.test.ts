// Whatever a page says is said in every medium, but for what a medium leaves out on purpose.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { marked } from 'marked'

import { visible } from '../../core/visible.ts'
import { assertOurs, readable } from '../../../test/report/html-reader.ts'
import { assertPlain } from '../../../test/report/markdown-reader.ts'
import { PAGES } from '../../../test/report/pages.ts'
import type { Block, Item, Page, Section, Text } from '../blocks.ts'
import { paintHtml } from '../paint/html.ts'
import { paintMarkdown } from '../paint/markdown.ts'
import { paintTerminal } from '../paint/terminal.ts'

type Medium = 'terminal' | 'html' | 'markdown'

/** A terminal may break anywhere, and both of the others write a pipe or a comma's space their own way: letters alone are compared. */
const letters = (text: string) =>
  visible(text, Infinity)
    .replaceAll('\\x7c', '|')
    .replace(/[\s,|]+/g, '')

const textOf = (text: Text) => (typeof text === 'string' ? text : text.map((span) => span.text).join(''))

function itemWords({ says, because = '', id = '', from = [], beneath = [] }: Item, medium: Medium): string[] {
  return [
    textOf(says),
    because,
    ...(medium === 'terminal' ? [] : [id]),
    ...from,
    ...beneath.flatMap((each) => words(each, medium)),
  ]
}

/** A ticket has at least 25 of what is long. */
const enough = ({ brief = Infinity }: { brief?: number }, medium: Medium) =>
  medium === 'terminal' ? brief : medium === 'markdown' ? Math.max(25, brief) : Infinity

/** Everything a block says that this medium is to show. */
function words(block: Block, medium: Medium): string[] {
  const brief = medium === 'terminal'
  switch (block.kind) {
    case 'headline':
      return [
        block.says,
        block.cost ?? '',
        ...(brief ? [] : [block.subject, block.verdict?.word ?? '', textOf(block.lead ?? '')]),
      ]
    case 'paragraph':
    case 'note':
      return [textOf(block.says)]
    case 'road':
      return block.steps.flatMap(({ name, says }) => [name, says])
    case 'list':
      return block.items.slice(0, enough(block, medium)).flatMap((item) => itemWords(item, medium))
    case 'table': {
      const kept = block.columns.map(({ detail }) => !(brief && detail))
      const rows = block.rows.slice(0, enough(block, medium))
      const titles = brief && block.untitled ? [] : block.columns.filter((_, i) => kept[i]).map(({ title }) => title)
      return [
        ...titles,
        ...rows.flatMap(({ cells, beneath = [] }) => [
          ...cells.filter((_, i) => kept[i]).map(textOf),
          ...beneath.flatMap((each) => words(each, medium)),
        ]),
      ]
    }
    case 'causes':
      return block.causes.flatMap(({ id, title, evidence, behind }, i) => [
        id,
        title,
        ...evidence.slice(0, !brief ? undefined : i === 0 ? 4 : 0).flatMap(({ weight, says }) => [weight, says]),
        ...behind.flatMap(({ id, title, says }) => [id, title, says]),
      ])
    case 'command':
      return [...block.lines, ...(block.because ?? [])]
    case 'plot':
      if (block.form === 'time') return [...block.lanes.map(({ label }) => label), block.caution ?? '']
      if (block.form === 'curve') return [block.label, block.axis, block.often?.label ?? '', block.often?.caption ?? '']
      return block.rows.flatMap(({ title, detail, spans }) => [title, detail, ...spans.map(({ label }) => label)])
    case 'annotated':
      return block.lines.flatMap(({ at, text, mark, says }) => [
        String(at),
        text,
        brief ? mark.sign : mark.word,
        textOf(says),
      ])
    case 'facts':
      return block.facts.flatMap((fact) => [
        fact.id,
        fact.at,
        fact.via,
        ...('missing' in fact ? [fact.missing] : Object.keys(fact.value as object)),
      ])
  }
}

const titleOf = ({ title = '', stands }: Section, medium: Medium) =>
  medium === 'terminal' && stands === 'nowhere' ? '' : title

function assertSaid(page: Page, medium: Medium, seen: string): void {
  const said = letters(seen)
  for (const section of page.sections) {
    if (medium === 'terminal' && section.appendix) continue
    for (const each of [titleOf(section, medium), ...section.blocks.flatMap((block) => words(block, medium))])
      // What stands at a terminal's right edge stands between the words of a paragraph: there words are looked for one by one.
      for (const part of medium === 'terminal' ? visible(each, Infinity).split(/[\s,]+/) : [each])
        assert.ok(
          said.includes(letters(part)),
          `${medium} does not say: ${JSON.stringify(part)} of ${JSON.stringify(each)}`,
        )
  }
  if (medium !== 'terminal') assert.ok(said.includes(letters(page.foot)))
}

for (const [name, page] of Object.entries(PAGES)) {
  test(`${name}: said in a terminal`, () => {
    assertSaid(page, 'terminal', paintTerminal(page, { columns: 100, colour: false, utf8: true }))
  })
  test(`${name}: said on a page, which is ours`, () => {
    const markup = paintHtml(page)
    assertOurs(markup)
    assertSaid(page, 'html', readable(markup))
  })
  test(`${name}: said in a ticket, which is plain`, () => {
    const markdown = paintMarkdown(page)
    assertPlain(markdown)
    assertSaid(page, 'markdown', readable(marked.parse(markdown, { async: false })))
  })
}
