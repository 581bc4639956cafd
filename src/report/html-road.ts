/** The road as a picture and as a table: one station a step, the way cut where it fails. */

import type { StageLine } from '../core/types.ts'
import { html } from './html-template.ts'
import type { Html } from './html-template.ts'
import { seconds } from './numbers.ts'
import { STATES } from './words.ts'

const STATION = 64
const RADIUS = 13
const MIDDLE = 20

/** What stands in a station's circle, around its middle; drawn, because fonts do not agree about check marks. */
const GLYPHS: Readonly<Record<StageLine['state'], Html>> = {
  ok: html`<path class="glyph" d="M-5 0.5 L-1.5 4.5 L5.5 -4" />`,
  fail: html`<path class="glyph" d="M-4.5 -4.5 L4.5 4.5 M4.5 -4.5 L-4.5 4.5" />`,
  warn: html`<path class="glyph" d="M0 -6 L0 1.5 M0 5.5 L0 5.6" />`,
  'not-reached': html`<path class="glyph" d="M0 0 L0 0.1" />`,
  'not-asked': html`<path class="glyph" d="M0 0 L0 0.1" />`,
}

/** The section on the road; nothing where there is none. */
export function roadSection(road: readonly StageLine[]): Html | null {
  if (road.length === 0) return null
  return html`<section aria-labelledby="road">
    <h2 id="road">The road</h2>
    ${picture(road)}
    <table class="steps">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">State</th>
          <th scope="col" class="number">Time</th>
          <th scope="col">What was seen</th>
        </tr>
      </thead>
      <tbody>
        ${road.map(
          (step) =>
            html`<tr>
              <th scope="row">${step.name}</th>
              <td class="state ${step.state}">${STATES[step.state].word}</td>
              <td class="number">${step.seconds === undefined ? '' : seconds(step.seconds)}</td>
              <td>${step.says}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`
}

function picture(road: readonly StageLine[]): Html {
  const described = road.map(({ name, state }) => `${name}: ${STATES[state].word}`).join(', ')
  return html`<svg
    class="road"
    style="max-width:${road.length * 6.6}rem"
    viewBox="0 0 ${road.length * STATION} 68"
    role="img"
    aria-labelledby="road-t road-d"
  >
    <title id="road-t">The road to the server</title>
    <desc id="road-d">${described}</desc>
    ${road.slice(1).map((step, i) => way(i, step))} ${road.map(station)}
  </svg>`
}

function way(i: number, to: StageLine): Html {
  const cut = to.state === 'not-reached' || to.state === 'not-asked' || to.state === 'fail'
  const from = i * STATION + STATION / 2 + RADIUS + 2
  return html`<line
    class="way${cut ? ' cut' : ''}"
    x1="${from}"
    x2="${from + STATION - 2 * RADIUS - 4}"
    y1="${MIDDLE}"
    y2="${MIDDLE}"
  /> `
}

function station({ name, state }: StageLine, i: number): Html {
  return html`<g class="${state}" transform="translate(${i * STATION + STATION / 2} ${MIDDLE})">
    <circle r="${RADIUS}" />
    ${GLYPHS[state]}
    <text y="28">${shortened(name)}</text>
    <text class="word" y="42">${STATES[state].word}</text>
  </g>`
}

/** Names of steps are short; one that is not must not run into its neighbour. */
const shortened = (name: string) => (name.length > 10 ? [...name].slice(0, 9).join('') + '…' : name)
