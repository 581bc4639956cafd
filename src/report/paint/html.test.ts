import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { BLOCKS, page, pageOf } from '../../../test/report/any-block.ts'
import { assertOurs } from '../../../test/report/html-reader.ts'
import type { Block } from '../blocks.ts'
import { paintHtml } from './html.ts'

for (const [name, block] of Object.entries<fc.Arbitrary<Block>>(BLOCKS)) {
  test(`${name}: no markup but ours`, () => {
    fc.assert(
      fc.property(block, (one) => {
        const { text } = assertOurs(paintHtml(pageOf(one)))
        assert.doesNotMatch(text, /NaN|undefined|\[object/)
      }),
    )
  })
}

test('any page is whole and keeps to itself', () => {
  fc.assert(fc.property(page, (one) => void assertOurs(paintHtml(one))))
})

test('the answer comes first, what to do comes next, and a long list is folded', () => {
  const items = Array.from({ length: 9 }, (_, i) => ({ says: `item ${i}` }))
  const { text, elements } = assertOurs(
    paintHtml({
      title: 'page',
      foot: 'the foot',
      sections: [
        { blocks: [{ kind: 'paragraph', says: 'what was read' }] },
        { blocks: [{ kind: 'headline', subject: 'subject', says: 'the answer', tone: 'bad' }] },
        { title: 'Items', blocks: [{ kind: 'list', items, brief: 5, total: 20 }] },
        { title: 'Act', act: true, blocks: [{ kind: 'command', lines: ['do', 'it'], language: 'sh' }] },
      ],
    }),
  )
  const order = [
    'subject',
    'the answer',
    'what was read',
    'Act',
    'do\nit',
    'item 4',
    '4 more',
    'item 8',
    'and 11 more',
    'the foot',
  ]
  const places = order.map((words) => text.indexOf(words))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  assert.ok(!places.includes(-1), `${places.join()} ${text}`)
  assert.deepEqual(
    elements.filter((name) => name === 'h1' || name === 'details'),
    ['h1', 'details'],
  )
})

test('something that happened is never drawn as nothing', () => {
  const page = paintHtml(
    pageOf({
      kind: 'plot',
      form: 'time',
      lanes: [{ label: 'failed', tone: 'warn' }],
      steps: () => ({ from: 0, seconds: 60, values: [[100_000, 0, 1]] }),
      shaded: { meaning: '', spans: [] },
    }),
  )
  assert.match(page, /d="M0,60V0H216V60ZM480,60V59H696V60Z"/)
})

test('points of a list that has marks keep them within another list', () => {
  const inner = { kind: 'list', mark: 'dash', items: [{ says: 'point' }] } as const
  const page = paintHtml(pageOf({ kind: 'list', items: [{ says: 'item', beneath: [inner] }] }))
  assert.match(page, /<ul class="">[^]*<ul class="dash">/)
})
