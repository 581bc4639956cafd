import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { nasty, sample } from '../../test/report/arbitraries.ts'
import { toDocument } from './document.ts'
import type { Document } from './document.ts'
import { SAMPLES, hostStarved, reachable } from '../../test/report/fixtures.ts'
import { PALETTES } from './html-style.ts'
import { html, markup } from './html-template.ts'
import { toHtml } from './html.ts'

const ELEMENTS = new Set(
  (
    'html head meta link title style body header main footer section article p h1 h2 h3 span b br table ' +
    'caption thead tbody tr th td ol ul li details summary pre div svg desc rect line circle path g text'
  ).split(' '),
)
const VOID = new Set(['meta', 'link', 'br'])
const ATTRIBUTE = /^\s+([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"<>]*)")?/
const ATTRIBUTES = new Set(
  (
    'lang charset http-equiv content name rel href class id aria-labelledby aria-label aria-hidden focusable role ' +
    'scope tabindex style viewBox preserveAspectRatio x y x1 x2 y1 y2 width height r rx d transform'
  ).split(' '),
)

/** A strict reader of the markup we write: throws at whatever is not well-formed, closed, known and quoted. */
function parse(page: string): { elements: string[]; text: string } {
  const elements: string[] = []
  const open: string[] = []
  let text = ''
  let rest = page.replace(/^<!doctype html>\n/, '').replace(/<style>[\s\S]*?<\/style>/, '')
  while (rest !== '') {
    const said = /^[^<]+/.exec(rest)?.[0]
    if (said !== undefined) {
      assert.match(said, /^(?:[^<>&]|&(?:amp|lt|gt|quot|#39|#96);)*$/)
      text += said
      rest = rest.slice(said.length)
      continue
    }
    const close = /^<\/([a-z0-9]+)\s*>/.exec(rest)
    if (close) {
      assert.equal(open.pop(), close[1])
      rest = rest.slice(close[0].length)
      continue
    }
    const name = /^<([a-z0-9]+)/.exec(rest)?.[1] ?? ''
    assert.ok(ELEMENTS.has(name), rest.slice(0, 80))
    rest = rest.slice(name.length + 1)
    for (let found = ATTRIBUTE.exec(rest); found; found = ATTRIBUTE.exec(rest)) {
      assert.ok(ATTRIBUTES.has(found[1] ?? ''), found[0])
      if (found[1] === 'href') assert.equal(found[2], 'data:,')
      if (found[1] === 'style') assert.match(found[2] ?? '', /^max-width:[\d.]+rem$/)
      rest = rest.slice(found[0].length)
    }
    const end = /^\s*\/?>/.exec(rest)?.[0]
    assert.ok(end !== undefined, rest.slice(0, 80))
    if (!end.endsWith('/>') && !VOID.has(name)) open.push(name)
    elements.push(name)
    rest = rest.slice(end.length)
  }
  assert.deepEqual(open, [])
  return { elements, text }
}

function assertTame(document: Document): void {
  const page = toHtml(document)
  const { elements } = parse(page)
  assert.ok(!/<script|<iframe|<img|<a\b|@import|url\(/i.test(page))
  assert.doesNotMatch(page.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
  assert.equal(elements.filter((name) => name === 'h1').length, 1)
  assert.equal(elements.filter((name) => name === 'main').length, 1)
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const [, named = ''] of page.matchAll(/aria-labelledby="([^"]*)"/g)) {
    for (const id of named.split(' ')) assert.ok(ids.includes(id), id)
  }
}

for (const [name, { case_, diagnosis }] of Object.entries(SAMPLES)) {
  test(`the page of ${name} is well-formed and keeps to itself`, () => assertTame(toDocument(case_, diagnosis)))
}

test('nothing breaks out, whatever the document says', () => {
  fc.assert(fc.property(sample, ({ case_, diagnosis }) => assertTame(toDocument(case_, diagnosis))))
})

test('the tag escapes all but its own results', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const page = markup(html`<p class="${text}">${text}${html`<b>${[text, null, false, 1]}</b>`}</p>`)
      const { elements } = parse(page)
      assert.deepEqual(elements, ['p', 'b'])
    }),
  )
  const forged = JSON.parse('{"markup":"<script>","text":"<script>"}')
  assert.ok(!markup(html`${forged}`).includes('<'))
})

test('the policy of the page forbids everything but its own style', () => {
  const page = toHtml(toDocument(hostStarved.case_, hostStarved.diagnosis))
  const [, policy = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? []
  assert.match(policy, /^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/)
  assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style>'))
})

test('the raw facts stand there line by line', () => {
  const document = toDocument(hostStarved.case_, hostStarved.diagnosis)
  const shown = [...toHtml(document).matchAll(/<pre tabindex="0">([^<]*)<\/pre>/g)].map(([, json = '']) =>
    json.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&gt;', '>').replaceAll('&lt;', '<'),
  )
  const values = document.facts.flatMap((fact) => ('value' in fact ? [JSON.stringify(fact.value, null, 2)] : []))
  assert.deepEqual(shown, values)
})

test('a reachable host has neither causes nor advice on its page', () => {
  const { text } = parse(toHtml(toDocument(reachable.case_, reachable.diagnosis)))
  assert.match(text, /You can get in/)
  assert.doesNotMatch(text, /Causes|What to do next/)
})

test('every text stands out from its ground', () => {
  const channel = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => channel(parseInt(colour.slice(i, i + 2), 16) / 255))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string) => {
    const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (bright + 0.05) / (dark + 0.05)
  }
  for (const palette of Object.values(PALETTES)) {
    for (const text of [palette.ink, palette.muted, palette.ok, palette.fail, palette.warn, palette.accent]) {
      for (const ground of [palette.ground, palette.panel])
        assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}`)
    }
  }
})
