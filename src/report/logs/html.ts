/** `sshmedic logs` as one self-contained page. */

import { episodesToShow } from '../../knowledge/log-findings/episodes.ts'
import { pageHead } from '../html-head.ts'
import { style } from '../html-style.ts'
import { html, markup } from '../html-template.ts'
import { plotStyle } from '../plot-style.ts'
import type { Content, Html } from '../html-template.ts'
import type { LogDocument } from './document.ts'
import { plot } from './plot.ts'
import {
  aboutSource,
  counted,
  episodeText,
  fewText,
  innocentText,
  number,
  readText,
  timeText,
  totals,
  verdictText,
  when,
} from './words.ts'

const MOST = 100

/** Ends with a newline. */
export function logsToHtml(document: LogDocument): string {
  const about = aboutSource(document)
  const { summary, findings, input, version } = document
  const busy = findings.sources.filter((each) => each.failures + each.drops + each.perSource + each.penalties > 0)
  const tone = findings.verdict === 'quiet' ? 'ok' : findings.verdict === 'guessing' ? 'warn' : 'fail'
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        ${pageHead(`${input.from}: logs`)} ${style} ${plotStyle} ${ownStyle}
      </head>
      <body>
        <header>
          <p class="where">${input.from}</p>
          <h1>${findings.says}</h1>
          <p><span class="verdict ${tone}">${verdictText(findings.verdict)}</span></p>
          <p class="meta">${readText(document)}</p>
        </header>
        <main>
          ${plotSection(document)}
          <section aria-labelledby="totals">
            <h2 id="totals">In numbers</h2>
            ${table(
              ['', 'number', '', ''],
              totals(summary).map(({ name, n, exact, more }) => [name, number(n), n > 0 ? exact : '', more]),
            )}
          </section>
          ${list(
            'Turned away by MaxStartups',
            episodesToShow(summary.episodes).map((each) => episodeText(each)),
          )}
          ${advice(document)}
          ${list(
            'Patterns',
            findings.patterns.map(({ says }) => says),
          )}
          ${list(
            'Let in after failing',
            findings.letIn.map((each) => {
              return `${when(each.at)} ${each.user} from ${each.address} after ${counted(each.failures, 'failure')}${fewText(each, findings)}`
            }),
          )}
          ${list(
            'Turned away though innocent',
            findings.innocents.map((each) => `${each.address}: ${innocentText(each, summary)}`),
          )}
          ${
            busy.length > 0 &&
            html`<section aria-labelledby="who">
              <h2 id="who">Who</h2>
              ${table(
                ['address', 'failed', 'logins', 'names', 'first', 'last', ''],
                busy
                  .slice(0, MOST)
                  .map((each) => [
                    each.address,
                    number(each.failures),
                    number(each.accepted),
                    number(each.usersTried),
                    when(each.first),
                    when(each.last),
                    about(each),
                  ]),
              )}
              ${busy.length > MOST && html`<p class="quiet">and ${number(busy.length - MOST)} more; --json has them all.</p>`}
            </section>`
          }
          ${list(
            'Networks',
            findings.networks.map((each) => {
              return `${each.network}: ${counted(each.addresses, 'address', 'addresses')}, ${number(each.failures)} failed, ${number(each.drops)} dropped`
            }),
          )}
          ${list('What the numbers mean', [...findings.cautions, timeText(summary), ...input.notes].filter(Boolean))}
          ${list(
            'Not read',
            input.unread.map(({ name, says }) => `${name}: ${says}`),
          )}
        </main>
        <footer><p class="meta">Read by sshmedic ${version}.</p></footer>
      </body>
    </html>`
  return markup(page) + '\n'
}

const ownStyle = html`<style>
  .plot .episode {
    fill: var(--fail);
    opacity: 0.14;
  }
  .plot .failures path {
    fill: var(--warn);
  }
  .plot .drops path {
    fill: var(--fail);
  }
  .plot .accepted path {
    fill: var(--ok);
  }
  .scroll {
    overflow-x: auto;
  }
</style>`

function plotSection({ summary }: LogDocument): Html | null {
  const picture = plot(summary.timeline ?? [], summary.episodes)
  return (
    picture &&
    html`<section aria-labelledby="time">
      <h2 id="time">When</h2>
      ${picture}
    </section>`
  )
}

function advice({ findings }: LogDocument): Content {
  if (findings.advice.length === 0) return null
  return html`<section class="next" aria-labelledby="do">
    <h2 id="do">What to do</h2>
    <ol>
      ${findings.advice.map(
        ({ says, commands = [] }) =>
          html`<li>${says} ${commands.map((command) => html`<pre class="command">${command}</pre>`)}</li>`,
      )}
    </ol>
  </section>`
}

function list(title: string, says: readonly string[]): Content {
  if (says.length === 0) return null
  return html`<section>
    <h2>${title}</h2>
    <ul>
      ${says.slice(0, MOST).map((each) => html`<li>${each}</li>`)}
    </ul>
    ${says.length > MOST && html`<p class="quiet">and ${number(says.length - MOST)} more; --json has them all.</p>`}
  </section>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  const isNumber = (i: number) => rows.every((row) => /^[\d,]*$/.test(row[i] ?? ''))
  const kind = head.map((_, i) => (isNumber(i) ? 'number' : ''))
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${head.map((each, i) => html`<th scope="col" class="${kind[i]}">${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((each, i) => (i === 0 ? html`<th scope="row">${each}</th>` : html`<td class="${kind[i]}">${each}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
