/** A share over a count as a line; how often each count occurs as an area under it, to its own scale. */

import type { CurvePlot } from '../../blocks.ts'
import { html } from './template.ts'
import type { Html } from './template.ts'

const [WIDE, HIGH] = [600, 200] as const
/** Finer than a screen shows. */
const MOST_POINTS = 600

export function curvePlotHtml({ says, label, end, axis, at, often }: CurvePlot): Html {
  const points = Math.min(end, MOST_POINTS)
  const counts = Array.from({ length: points + 1 }, (_, i) => Math.round((i / points) * end))
  const x = (count: number) => round((count / end) * WIDE)
  const y = (share: number) => round((1 - share) * HIGH)
  // A step stays a step: every share holds until the next count.
  const line = counts.map((n, i) => (i === 0 ? `M${x(n)},${y(at(n))}` : `H${x(n)}V${y(at(n))}`)).join('')
  return html`<figure class="curve">
    <p class="lane-label">${label}</p>
    <div class="graph">
      <div class="scale"><span>100 %</span> <span>50 %</span> <span>0 %</span></div>
      <svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" role="img" aria-label="${says}">
        ${often && area(often, end)}
        ${[0, 0.5, 1].map((share) => html`<line class="axis" x1="0" x2="${WIDE}" y1="${y(share)}" y2="${y(share)}" />`)}
        <path class="line" d="${line}" />
      </svg>
      <div class="ticks">${[0, 0.25, 0.5, 0.75, 1].map((part) => html`<span>${Math.round(end * part)}</span> `)}</div>
      <p class="axis-label">${axis}</p>
    </div>
    ${
      often &&
      html`<figcaption class="quiet"><span class="swatch"></span> ${often.label}: ${often.caption}</figcaption>`
    }
  </figure>`
}

function area({ of }: NonNullable<CurvePlot['often']>, end: number): Html {
  const cells = Math.min(end + 1, MOST_POINTS)
  const points = of(cells).map(
    (share, i) => `L${round((i / Math.max(1, cells - 1)) * WIDE)},${round(HIGH - share * 0.9 * HIGH)}`,
  )
  return html`<path class="often" d="M0,${HIGH}${points.join('')}L${WIDE},${HIGH}Z" />`
}

const round = (value: number) => Math.round(value * 10) / 10
