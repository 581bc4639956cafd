/** Where the time went, as a waterfall: every bar is told in words beside it. */

import type { PlotSpan, SpanPlot } from '../../blocks.ts'
import { seconds } from '../../numbers.ts'
import { spanWords } from '../span-words.ts'
import { html } from './template.ts'
import type { Html } from './template.ts'

/** So that a round trip stays visible beside a silence of seconds. */
const THINNEST = 0.8
/** Neighbours differ; which is which is told in words. */
const SHADES = ['even', 'odd'] as const

export function spanPlotHtml({ rows }: SpanPlot): Html {
  const longest = Math.max(0, ...rows.flatMap(({ spans }) => spans.map(({ to }) => to)))
  return html`<p class="quiet">
      Each row is one look at the server; a full row is ${seconds(longest)}. Red is waiting that came to nothing.
    </p>
    <table class="timing">
      <thead>
        <tr>
          <th scope="col">Look</th>
          <th scope="col">Picture</th>
          <th scope="col">In words</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ title, detail, spans }) =>
            html`<tr>
              <th scope="row">${title}${detail !== '' && html`<br /><span class="quiet">${detail}</span>`}</th>
              <td class="picture">${bar(spans, longest)}</td>
              <td>${spanWords(spans)}</td>
            </tr> `,
        )}
      </tbody>
    </table>`
}

function bar(spans: readonly PlotSpan[], longest: number): Html {
  const scale = (value: number) => (longest > 0 ? Number(((value / longest) * 100).toFixed(2)) : 0)
  return html`<svg class="lane" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="rail" width="100" height="10" rx="0" />
    ${spans.map(({ from, to, vain }, i) => {
      const wide = Math.max(THINNEST, scale(to - from))
      return html`<rect
        class="${vain ? 'vain' : SHADES[i % SHADES.length]}"
        x="${Math.min(100 - wide, scale(from))}"
        width="${wide}"
        y="1"
        height="8"
      />`
    })}
  </svg>`
}
