/** Where the time went, as a waterfall: every bar is told in words beside it. */

import { html } from './html-template.ts'
import type { Html } from './html-template.ts'
import { seconds } from './numbers.ts'
import type { Lane, TimingSpan } from './timing.ts'

/** So that a round trip stays visible beside a silence of seconds. */
const THINNEST = 0.8

/** The section on timing; nothing where nothing was timed. */
export function timingSection(lanes: readonly Lane[]): Html | null {
  if (lanes.length === 0) return null
  const longest = Math.max(...lanes.flatMap(({ spans }) => spans.map(({ to }) => to)))
  return html`<section aria-labelledby="timing">
    <h2 id="timing">Where the time went</h2>
    <p class="quiet">
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
        ${lanes.map(
          (lane) =>
            html`<tr>
              <th scope="row">${lane.title}<br /><span class="quiet">${lane.detail}</span></th>
              <td class="picture">${bar(lane, longest)}</td>
              <td>${lane.spans.map(inWords).join(', ')}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`
}

function bar({ spans }: Lane, longest: number): Html {
  const scale = (value: number) => Number(((value / longest) * 100).toFixed(2))
  return html`<svg class="lane" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="rail" width="100" height="10" rx="0" />
    ${spans.map(({ phase, from, to, inVain }) => {
      const wide = Math.max(THINNEST, scale(to - from))
      return html`<rect
        class="${inVain ? 'vain' : phase}"
        x="${Math.min(100 - wide, scale(from))}"
        width="${wide}"
        y="1"
        height="8"
      />`
    })}
  </svg>`
}

const inWords = ({ phase, from, to, inVain }: TimingSpan) => `${phase} ${seconds(to - from)}${inVain ? ' in vain' : ''}`
