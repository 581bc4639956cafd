/** The case as one page that needs nothing else: no script, no request, no font of its own. */

import { pageHead } from './html-head.ts'
import type { Next, RankedCause, Verdict } from '../core/types.ts'
import { hideSecrets } from './document.ts'
import type { Document, DocumentFact } from './document.ts'
import { FACT_TITLES } from './fact-titles.ts'
import { roadSection } from './html-road.ts'
import { style } from './html-style.ts'
import { html, lines, markup } from './html-template.ts'
import type { Content, Html } from './html-template.ts'
import { timingSection } from './html-timing.ts'
import { safeJson } from './json.ts'
import { count, factor, percent, seconds } from './numbers.ts'
import { lanes } from './timing.ts'
import { addressOf, notesOf, observedAt, sentence, shownCauses, shownEvidence, sideOf } from './words.ts'

const COLOURS: Readonly<Record<Verdict, string>> = {
  reachable: 'ok',
  degraded: 'warn',
  unreachable: 'fail',
  unknown: 'warn',
}

/** The report as a self-contained HTML page; ends with a newline. */
export function toHtml(document: Document): string {
  const doc = hideSecrets(document)
  const address = addressOf(doc.target)
  const page = markup(
    html`<!doctype html>
      <html lang="en">
        <head>
          ${pageHead(`${address}: ${doc.verdict}`)} ${style}
        </head>
        <body>
          <header>
            <p class="where">${address}</p>
            <h1>${sentence(doc)}</h1>
            <p class="answer"><span class="verdict ${COLOURS[doc.verdict]}">${doc.verdict}</span>${likeliest(doc)}</p>
          </header>
          <main>
            ${adviceSection('next', 'What to do next', doc.next)} ${roadSection(doc.road)} ${causesSection(doc)}
            ${adviceSection('surer', 'To be surer', doc.surer)} ${timingSection(lanes(doc))}
            ${listSection('ruled-out', 'Ruled out', doc.ruledOut.map(ruledOut))}
            ${listSection('notes', 'Notes', notesOf(doc))} ${factsSection(doc.facts)}
          </main>
          <footer>
            <p class="meta">${seen(doc)}</p>
          </footer>
        </body>
      </html>`,
  )
  return page + '\n'
}

function likeliest({ causes: [first] }: Document): Content {
  return first && html` <b>${percent(first.probability)}</b> ${first.title}`
}

function seen(doc: Document): string {
  const when = observedAt(doc)
  const spent = `${count(doc.spent.connections, 'connection')} in ${seconds(doc.spent.seconds)}`
  return `Observed ${when === undefined ? '' : `${when} `}by sshmedic ${doc.version} with ${spent}.`
}

function adviceSection(id: string, title: string, next: Next | null): Content {
  if (next === null) return null
  const between = next.between ?? []
  return html`<section class="${id}" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <p>${next.says}${between.length > 1 && html` <span class="quiet">(tells apart: ${between.join(', ')})</span>`}</p>
    ${next.command && html`<pre class="command" tabindex="0" aria-label="Command to copy">${next.command}</pre>`}
  </section>`
}

function causesSection({ causes }: Document): Content {
  if (causes.length === 0) return null
  const { shown, others, rest } = shownCauses(causes)
  return html`<section aria-labelledby="causes">
    <h2 id="causes">Causes</h2>
    <ol class="causes">
      ${shown.map(causeItem)}
    </ol>
    ${others > 0 && html`<p class="quiet others">${count(others, 'other')} with ${percent(rest)} together.</p>`}
  </section>`
}

function causeItem({ id, title, probability, because, becauseOf }: RankedCause): Html {
  const evidence = shownEvidence(because)
  const filled = Math.max(0, Math.min(100, Math.round(probability * 100)))
  return html`<li>
    <article class="cause">
      <div class="percent">${percent(probability)}</div>
      <h3>${title} <span class="id">${id}</span></h3>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="rail" width="100" height="4" />
        <rect class="fill" width="${filled}" height="4" />
      </svg>
      ${evidence.length > 0 && evidenceTable(title, evidence)}
      ${becauseOf.map(
        (mechanism) =>
          html`<p class="behind">
            Behind it: ${mechanism.title} <span class="id">${mechanism.id}</span><br />
            <span class="quiet">${mechanism.says}</span>
          </p>`,
      )}
    </article>
  </li> `
}

function evidenceTable(title: string, evidence: RankedCause['because']): Html {
  return html`<table class="weights">
    <caption class="hidden">
      Evidence: ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">Speaks</th>
        <th scope="col" class="number">Weight</th>
        <th scope="col">What was seen</th>
      </tr>
    </thead>
    <tbody>
      ${evidence.map((one) => {
        const side = sideOf(one) === '+' ? 'for' : 'against'
        return html`<tr class="${side}">
          <td>${side}</td>
          <td class="number">${factor(one.bits)}</td>
          <td>${one.says}</td>
        </tr> `
      })}
    </tbody>
  </table>`
}

const ruledOut = ({ id, title, says }: Document['ruledOut'][number]) =>
  html`${title} <span class="id">${id}</span><br /><span class="quiet">${says}</span>`

function listSection(id: string, title: string, items: readonly Content[]): Content {
  if (items.length === 0) return null
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul>
      ${items.map((item) => html`<li>${item}</li> `)}
    </ul>
  </section>`
}

function factsSection(facts: readonly DocumentFact[]): Content {
  if (facts.length === 0) return null
  return html`<section class="facts" aria-labelledby="facts">
    <h2 id="facts">Raw facts</h2>
    ${facts.map(factItem)}
  </section>`
}

function factItem(fact: DocumentFact): Html {
  const title = Object.hasOwn(FACT_TITLES, fact.id) ? FACT_TITLES[fact.id] : fact.id
  const meta = html`<span class="id">${fact.id}</span> <span class="meta">${fact.at}, via ${fact.via}</span>`
  if ('missing' in fact)
    return html`<details>
      <summary>${title} ${meta}</summary>
      <p class="quiet">Not known: ${fact.missing}</p>
    </details> `
  return html`<details>
    <summary>${title} ${meta}</summary>
    <pre tabindex="0">${lines(safeJson(fact.value))}</pre>
  </details> `
}
