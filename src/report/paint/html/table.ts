import type { Block, Row, Table } from '../../blocks.ts'
import { folded, moreHtml } from './list.ts'
import { html } from './template.ts'
import type { Html } from './template.ts'
import { classOf, textOf } from './text.ts'

type PaintBlock = (block: Block) => Html

export function tableHtml({ columns, rows, brief = Infinity, total = rows.length }: Table, paint: PaintBlock): Html {
  const part = (from: number, to: number) =>
    html`<div class="scroll" tabindex="0">
      <table class="${columns.some(({ tight }) => tight === 'beneath') && 'stacks'}">
        ${columns.some(({ title }) => title !== '') && headHtml(columns)}
        <tbody>
          ${rows.slice(from, to).map((row) => rowHtml(row, columns, paint))}
        </tbody>
      </table>
    </div>`
  return html`${part(0, brief)} ${folded(rows.length - brief, () => part(brief, Infinity))}
  ${moreHtml(total - rows.length)}`
}

const headHtml = (columns: Table['columns']): Html =>
  html`<thead>
    <tr>
      ${columns.map(({ title, number }) => html`<th scope="col" class="${classOf(number && 'number')}">${title}</th>`)}
    </tr>
  </thead>`

/** The first words of a row name it, be there a number in front of them or not. */
function rowHtml({ cells, beneath = [] }: Row, columns: Table['columns'], paint: PaintBlock): Html {
  const name = columns.findIndex(({ number }) => !number)
  const whole = columns.map(({ number, tone, tight }, i) => {
    const classes = classOf(number && 'number', tight === 'beneath' && 'down', tight === 'left-out' && 'whole', tone)
    const text = textOf(cells[i] ?? '')
    return i === name
      ? html`<th scope="row" class="${classes}">${text}</th>`
      : html`<td class="${classes}">${text}</td>`
  })
  return html`<tr>
      ${whole}
    </tr>
    ${
      beneath.length > 0 &&
      html`<tr class="beneath">
        <td colspan="${columns.length}">${beneath.map(paint)}</td>
      </tr>`
    }`
}
