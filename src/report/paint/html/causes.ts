import type { Cause, Causes } from '../../blocks.ts'
import { count, percent } from '../../numbers.ts'
import { html } from './template.ts'
import type { Html } from './template.ts'

export function causesHtml({ causes, others }: Causes): Html {
  return html`<ol class="causes">
      ${causes.map(causeItem)}
    </ol>
    ${
      others.count > 0 &&
      html`<p class="quiet others">${count(others.count, 'other')} with ${percent(others.probability)} together.</p>`
    }`
}

function causeItem({ id, title, probability, evidence, behind }: Cause): Html {
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
      ${behind.map(
        (mechanism) =>
          html`<p class="behind">
            Behind it: ${mechanism.title} <span class="id">${mechanism.id}</span><br />
            <span class="quiet">${mechanism.says}</span>
          </p>`,
      )}
    </article>
  </li> `
}

function evidenceTable(title: string, evidence: Cause['evidence']): Html {
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
      ${evidence.map(
        ({ side, weight, says }) =>
          html`<tr class="${side}">
            <td>${side}</td>
            <td class="number">${weight}</td>
            <td>${says}</td>
          </tr> `,
      )}
    </tbody>
  </table>`
}
