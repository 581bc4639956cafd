/** `sshmedic startups --html`: one page that needs nothing else. */

import { occupancy } from './occupancy.ts'
import { pageHead } from '../html-head.ts'
import { dropChance } from '../../openssh/max-startups.ts'
import type { Study } from '../../openssh/startups/study.ts'
import { style } from '../html-style.ts'
import { html, markup } from '../html-template.ts'
import { plotStyle } from '../plot-style.ts'
import type { Content, Html } from '../html-template.ts'
import { axisEnd } from './plot.ts'
import {
  defaultSentence,
  headline,
  loadSentence,
  notes,
  recommendedText,
  settingText,
  share,
  yoursSentences,
} from './words.ts'

/** Ends with a newline. */
export function startupsToHtml(study: Study, version: string, given: readonly string[] = []): string {
  const { setting, load, state, options } = study
  const loaded = study.loadFrom !== 'none'
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        ${pageHead(`MaxStartups ${settingText(setting)}`)} ${style} ${plotStyle}
        <style>
          .plot .curve {
            fill: none;
            stroke: var(--fail);
            stroke-width: 2;
          }
          .plot .often {
            fill: var(--accent);
            opacity: 0.45;
          }
        </style>
      </head>
      <body>
        <header>
          <p class="where">MaxStartups ${settingText(setting)}</p>
          <h1>${headline(study)}</h1>
          <p>${loadSentence(study)} ${defaultSentence(study)}</p>
        </header>
        <main>
          <section class="next" aria-labelledby="best">
            <h2 id="best">Best</h2>
            <p>${recommendedText(study)}</p>
          </section>
          <section aria-labelledby="curve">
            <h2 id="curve">What is dropped, by how many have not logged in</h2>
            ${picture(study)}
          </section>
          ${loaded && list('Your login', yoursSentences(study))}
          ${
            loaded &&
            html`<section aria-labelledby="levers">
              <h2 id="levers">What would change it</h2>
              <table>
                <tbody>
                  <tr>
                    <th>as it is, LoginGraceTime ${load.grace}</th>
                    <td class="number">${share(state.dropChance)}</td>
                    <td></td>
                  </tr>
                  ${options.map(
                    (each) =>
                      html`<tr>
                        <th>${each.why}</th>
                        <td class="number">${share(each.dropChance)}</td>
                        <td class="fail">${each.refused && 'worse'}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </section>`
          }
          ${list('Notes', [...given, ...notes(study)])}
        </main>
        <footer><p class="meta">Computed by sshmedic ${version} as should_drop_connection of sshd does.</p></footer>
      </body>
    </html>`
  return markup(page) + '\n'
}

function list(title: string, says: readonly string[]): Content {
  if (says.length === 0) return null
  return html`<section>
    <h2>${title}</h2>
    <ul>
      ${says.map((each) => html`<li>${each}</li>`)}
    </ul>
  </section>`
}

const [WIDE, HIGH, LEFT, FOOT] = [640, 220, 44, 34] as const

/** The drop curve as a line; how often the server is at each count as an area under it, to its own scale. */
function picture({ setting, state, load, loadFrom }: Study): Html {
  const end = axisEnd(setting)
  const x = (pending: number) => round(LEFT + (pending / end) * (WIDE - LEFT - 10))
  const y = (chance: number) => round(10 + (1 - chance) * (HIGH - FOOT - 10))
  const counts = Array.from({ length: Math.min(end, 600) + 1 }, (_, i, all = Math.min(end, 600)) =>
    Math.round((i / all) * end),
  )
  // A step at start stays a step: every count holds until the next.
  const line = counts.map(
    (n, i) => `${i === 0 ? 'M' : `H${x(n)}V`}${i === 0 ? `${x(n)},` : ''}${y(dropChance(n, setting))}`,
  )
  const said = `The chance to be dropped is 0 below ${setting.start} and 1 from ${end} on.`
  return html`<svg class="plot" viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label="${said}">
    ${loadFrom !== 'none' && load.pending !== Infinity && area(state.states, x, y, end)}
    ${[0, 0.5, 1].map(
      (chance) =>
        html`<line class="axis" x1="${LEFT}" x2="${WIDE - 10}" y1="${y(chance)}" y2="${y(chance)}" /><text
            x="${LEFT - 6}"
            y="${y(chance) + 4}"
            text-anchor="end"
          >
            ${chance * 100} %
          </text>`,
    )}
    ${[0, 0.25, 0.5, 0.75, 1].map(
      (part) => html`<text x="${x(end * part)}" y="${HIGH - 16}" text-anchor="middle">${Math.round(end * part)}</text>`,
    )}
    <text x="${WIDE / 2}" y="${HIGH - 2}" text-anchor="middle">connections that have not logged in</text>
    <path class="curve" d="${line.join('')}" />
  </svg>`
}

function area(
  states: Study['state']['states'],
  x: (pending: number) => number,
  y: (chance: number) => number,
  end: number,
): Html {
  const cells = Math.min(end + 1, 600)
  const points = occupancy(states, end, cells).map(
    (share, i) => `L${x((i / Math.max(1, cells - 1)) * end)},${y(share * 0.9)}`,
  )
  return html`<path class="often" d="M${x(0)},${y(0)}${points.join('')}L${x(end)},${y(0)}Z" />`
}

const round = (value: number) => Math.round(value * 10) / 10
