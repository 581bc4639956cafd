/** The road as a picture and as a table: one station a step, the way cut where it fails. */

import type { StageLine } from '../../../core/types.ts'
import type { Road } from '../../blocks.ts'
import { seconds } from '../../numbers.ts'
import { STATES } from '../states.ts'
import { html } from './template.ts'
import type { Html } from './template.ts'

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

export function roadHtml({ steps }: Road): Html {
  return html`${picture(steps)}
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
        ${steps.map(
          (step) =>
            html`<tr>
              <th scope="row">${step.name}</th>
              <td class="state ${STATES[step.state].tone}">${STATES[step.state].word}</td>
              <td class="number">${step.seconds === undefined ? '' : seconds(step.seconds)}</td>
              <td>${step.says}</td>
            </tr> `,
        )}
      </tbody>
    </table>`
}

function picture(steps: readonly StageLine[]): Html {
  const described = steps.map(({ name, state }) => `${name}: ${STATES[state].word}`).join(', ')
  return html`<svg
    class="road"
    style="max-width:${Math.max(1, steps.length) * 6.6}rem"
    viewBox="0 0 ${Math.max(1, steps.length) * STATION} 68"
    role="img"
    aria-label="The road to the server. ${described}"
  >
    ${steps.slice(1).map((step, i) => way(i, step))} ${steps.map(station)}
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
  return html`<g class="${STATES[state].tone}" transform="translate(${i * STATION + STATION / 2} ${MIDDLE})">
    <circle r="${RADIUS}" />
    ${GLYPHS[state]}
    <text y="28">${shortened(name)}</text>
    <text class="word" y="42">${STATES[state].word}</text>
  </g>`
}

/** Names of steps are short; one that is not must not run into its neighbour. */
const shortened = (name: string) => (name.length > 10 ? [...name].slice(0, 9).join('') + '…' : name)
