import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { assertOurs, readHtml } from '../../../test/report/html-reader.ts'
import { nasty, sample } from '../../../test/report/arbitraries.ts'
import { toDocument } from '../document.ts'
import type { Document } from '../document.ts'
import { SAMPLES, hostStarved, reachable } from '../../../test/report/fixtures.ts'
import { PALETTES } from '../paint/html/style.ts'
import { html, markup } from '../paint/html/template.ts'
import { paintHtml } from '../paint/html.ts'
import { diagnosisPage } from './diagnosis.ts'

const toHtml = (document: Document) => paintHtml(diagnosisPage(document))

function assertTame(document: Document): void {
  const { elements } = assertOurs(toHtml(document))
  assert.equal(elements.filter((name) => name === 'h1').length, 1)
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
      const { elements } = readHtml(page)
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
  const { text } = readHtml(toHtml(toDocument(reachable.case_, reachable.diagnosis)))
  assert.match(text, /You can get in/)
  assert.doesNotMatch(text, /Causes|Next/)
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
