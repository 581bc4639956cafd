/** How much happened when: a lane of bars for each quantity. Labels are text of the page, so that they stay readable on a telephone. */

import { grouped } from '../../../core/grouped.ts'
import type { TimePlot } from '../../blocks.ts'
import { spell, stamp } from '../../moments.ts'
import { html } from './template.ts'
import type { Html } from './template.ts'

const STEPS = 240
const [WIDE, HIGH] = [720, 60] as const
/** More stretches than these would be one. */
const MOST_SHADED = 500
const TICKS = [0, 0.25, 0.5, 0.75] as const

export function timePlotHtml({ lanes, steps, shaded, caution }: TimePlot): Html {
  const { from, seconds, values } = steps(STEPS)
  const count = Math.max(1, ...values.map(({ length }) => length))
  const span = count * seconds * 1000
  const x = (at: number) => round(((at - from) / span) * WIDE)
  const bands = shaded.spans
    .slice(0, MOST_SHADED)
    .flatMap((each) =>
      each.from < from
        ? []
        : html`<rect
            class="shaded"
            x="${x(each.from)}"
            width="${Math.max(1.5, round(x(each.to) - x(each.from)))}"
            y="0"
            height="${HIGH}"
          />`,
    )
  const ticks = TICKS.map((part) => from + Math.floor((part * span) / 60_000) * 60_000)
  const meaning = shaded.spans.length > 0 && ` Shaded: ${shaded.meaning}${caution === undefined ? '' : `; ${caution}`}.`
  return html`<figure class="plot">
    ${lanes.map(({ label, tone }, i) => {
      const lane = values[i] ?? []
      const most = Math.ceil(lane.reduce((most, value) => Math.max(most, value), 0))
      if (most === 0) return null
      const said = `${label}: at most ${grouped(most)} in ${spell(seconds)}`
      return html`<p class="lane-label">${label} <span class="quiet">at most ${grouped(most)}</span></p>
        <svg class="bars" viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" role="img" aria-label="${said}">
          ${bands}
          <path class="${tone}" d="${lane.map((value, j) => bar(j, WIDE / count, value / most)).join('')}" />
        </svg>`
    })}
    <div class="ticks">${ticks.map((at) => html`<span>${stamp(at)}</span> `)}</div>
    <figcaption class="quiet">
      Each lane to its own scale, one bar is ${spell(seconds)}; times in UTC.${meaning}
    </figcaption>
  </figure>`
}

/** Something is never drawn as nothing. */
function bar(i: number, step: number, share: number): string {
  if (share === 0) return ''
  const top = round(Math.min(HIGH * (1 - share), HIGH - 1))
  return `M${round(i * step)},${HIGH}V${top}H${round(i * step + Math.max(0.6, step * 0.9))}V${HIGH}Z`
}

const round = (value: number) => Math.round(value * 10) / 10
