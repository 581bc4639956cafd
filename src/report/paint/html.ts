/** A page as one file that needs nothing else: no script, no request, no font of its own. */

import type { Page, Section } from '../blocks.ts'
import { blockHtml } from './html/block.ts'
import { pageHead } from './html/head.ts'
import { style } from './html/style.ts'
import { html, markup } from './html/template.ts'
import type { Html } from './html/template.ts'
import { classOf } from './html/text.ts'
import { inReadingOrder } from './reading-order.ts'

/** Ends with a newline. */
export function paintHtml(page: Page): string {
  const { opening, rest } = inReadingOrder(page)
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        ${pageHead(page.title)} ${style}
      </head>
      <body>
        <header>${opening.map(blockHtml)}</header>
        <main>${rest.map(sectionHtml)}</main>
        <footer>
          <p class="meta">${page.foot}</p>
        </footer>
      </body>
    </html>`
  return markup(whole) + '\n'
}

function sectionHtml({ title, tone, act, appendix, blocks }: Section, i: number): Html {
  const id = `section-${i + 1}`
  const classes = classOf(act && 'act', appendix && 'appendix')
  if (title === undefined) return html`<section class="${classes}">${blocks.map(blockHtml)}</section> `
  return html`<section class="${classes}" aria-labelledby="${id}">
    <h2 id="${id}" class="${classOf(tone)}">${title}</h2>
    ${blocks.map(blockHtml)}
  </section> `
}
