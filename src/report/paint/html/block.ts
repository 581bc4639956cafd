import type { Block, Command, Facts, Plot } from '../../blocks.ts'
import { safeJson } from '../../json.ts'
import { annotatedTable } from '../annotated-table.ts'
import { causesHtml } from './causes.ts'
import { curvePlotHtml } from './curve-plot.ts'
import { listHtml } from './list.ts'
import { roadHtml } from './road.ts'
import { spanPlotHtml } from './span-plot.ts'
import { tableHtml } from './table.ts'
import { html, lines } from './template.ts'
import type { Html } from './template.ts'
import { classOf, textOf } from './text.ts'
import { timePlotHtml } from './time-plot.ts'

/** Any block as markup; a headline is the page's only `h1` where the page has one. */
export function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'headline':
      return html`<p class="where">
          ${block.subject}${block.cost !== undefined && html` <span class="meta">${block.cost}</span>`}
        </p>
        <h1>${block.says}</h1>
        ${
          (block.verdict || block.lead) &&
          html`<p class="answer">
            ${block.verdict && html`<span class="verdict ${block.verdict.tone}">${block.verdict.word}</span>`}
            ${block.lead && textOf(block.lead)}
          </p>`
        }`
    case 'paragraph':
      return html`<p class="${classOf(block.tone)}">${textOf(block.says)}</p>`
    case 'note':
      return html`<p class="${classOf('note', block.tone)}">${textOf(block.says)}</p>`
    case 'road':
      return roadHtml(block)
    case 'table':
      return tableHtml(block, blockHtml)
    case 'list':
      return listHtml(block, blockHtml)
    case 'causes':
      return causesHtml(block)
    case 'command':
      return commandHtml(block)
    case 'plot':
      return plotHtml(block)
    case 'annotated':
      return tableHtml(annotatedTable(block), blockHtml)
    case 'facts':
      return factsHtml(block)
  }
}

function plotHtml(plot: Plot): Html {
  switch (plot.form) {
    case 'time':
      return timePlotHtml(plot)
    case 'curve':
      return curvePlotHtml(plot)
    case 'spans':
      return spanPlotHtml(plot)
  }
}

/** A click selects all of it; what stands above as a comment may be copied along. */
function commandHtml({ lines: commands, because = [], instead }: Command): Html {
  const comments = because.map((why) => html`<span class="quiet"># ${why}${lines('\n')}</span>`)
  return html`<pre class="${classOf('command', instead && 'instead')}" tabindex="0" aria-label="To copy">
${comments}${commands.map((command, i) => [i > 0 && lines('\n'), command])}</pre>`
}

function factsHtml({ facts }: Facts): Html {
  return html`${facts.map((fact) => {
    const about = html`<span class="id">${fact.id}</span> <span class="meta">${fact.at}, via ${fact.via}</span>`
    return html`<details>
      <summary>${fact.title} ${about}</summary>
      ${'missing' in fact ? html`<p class="quiet">Not known: ${fact.missing}</p>` : html`<pre tabindex="0">${lines(safeJson(fact.value))}</pre>`}
    </details> `
  })}`
}
