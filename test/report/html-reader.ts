import assert from 'node:assert/strict'

const ELEMENTS = new Set(
  (
    'html head meta link title style body header main footer section article p h1 h2 h3 span b br table ' +
    'caption thead tbody tr th td ol ul li details summary pre code div figure figcaption svg rect line circle path g text'
  ).split(' '),
)
const VOID = new Set(['meta', 'link', 'br'])
const ATTRIBUTE = /^\s+([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"<>]*)")?/
const ATTRIBUTES = new Set(
  (
    'lang charset http-equiv content name rel href class id aria-labelledby aria-label aria-hidden focusable role ' +
    'scope colspan start tabindex style viewBox preserveAspectRatio x y x1 x2 y1 y2 width height r rx d transform'
  ).split(' '),
)

/** A strict reader of the markup we write: throws at whatever is not well-formed, closed, known and quoted. */
export function readHtml(page: string): { elements: string[]; text: string } {
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

/** The page is ours, whatever it says: well-formed, one `h1` at most, names that lead somewhere, nothing that runs or is fetched. */
export function assertOurs(page: string): { elements: string[]; text: string } {
  const read = readHtml(page)
  assert.ok(!/<script|<iframe|<img|<a\b|@import|url\(/i.test(page))
  assert.doesNotMatch(page.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
  assert.equal(read.elements.filter((name) => name === 'main').length, 1)
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const [, named = ''] of page.matchAll(/aria-labelledby="([^"]*)"/g)) {
    for (const id of named.split(' ')) assert.ok(ids.includes(id), id)
  }
  for (const [picture = ''] of page.matchAll(/<svg\b[^>]*>/g))
    assert.match(picture, /role="img"\s+aria-label="[^"]|aria-hidden="true"/)
  return read
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'", '#96': '`' }

/** What a reader sees of rendered markup, alternatives of pictures included. */
export const readable = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(\w+|#\d+);/g,
      (all, name: string) => SIGNS[name] ?? (/^#\d/.test(name) ? String.fromCodePoint(Number(name.slice(1))) : all),
    )
