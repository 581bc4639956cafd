import { grouped } from '../../../core/grouped.ts'
import type { Block, Item, List } from '../../blocks.ts'
import { html } from './template.ts'
import type { Content, Html } from './template.ts'
import { textOf } from './text.ts'

type PaintBlock = (block: Block) => Html

export function listHtml(list: List, paint: PaintBlock): Html {
  const { items, mark, brief = Infinity, total = items.length } = list
  const inner = (from: number, to: number) => items.slice(from, to).map((item) => itemHtml(item, paint))
  const whole = (from: number, to: number) =>
    mark === 'number'
      ? html`<ol start="${from + 1}">
          ${inner(from, to)}
        </ol>`
      : html`<ul class="${mark}">
          ${inner(from, to)}
        </ul>`
  return html`${whole(0, brief)} ${folded(items.length - brief, () => whole(brief, Infinity))}
  ${moreHtml(total - items.length)}`
}

/** A page shows at a glance what a terminal does; a click shows the rest. */
export const folded = (left: number, rest: () => Html): Content =>
  left > 0 &&
  html`<details>
    <summary>${grouped(left)} more</summary>
    ${rest()}
  </details>`

/** What not even a page has is counted. */
export const moreHtml = (left: number): Content =>
  left > 0 && html`<p class="quiet">and ${grouped(left)} more; --json has them all.</p>`

function itemHtml({ says, id, from = [], because, beneath = [] }: Item, paint: PaintBlock): Html {
  const names = [...(id === undefined ? [] : [id]), ...from].map((each) => html` <span class="id">${each}</span>`)
  return html`<li class="${beneath.length > 0 && 'apart'}">
    ${textOf(says)}${names} ${because !== undefined && html`<br /><span class="quiet">${because}</span>`}
    ${beneath.map(paint)}
  </li> `
}
