/** The case as a report to put into an incident: readable as it is, and rendered. */

import { visible } from '../core/visible.ts'
import type { Next } from '../core/types.ts'
import { hideSecrets } from './document.ts'
import type { Document } from './document.ts'
import { safeJson } from './json.ts'
import { code, fenced, prose } from './markdown-text.ts'
import { count, factor, percent, seconds } from './numbers.ts'
import { STATES, addressOf, notesOf, observedAt, sentence, shownCauses, shownEvidence, sideOf } from './words.ts'

/** The report as Markdown; ends with a newline. */
export function toMarkdown(document: Document): string {
  const doc = hideSecrets(document)
  return (
    [
      `# SSH to ${code(addressOf(doc.target))}: ${doc.verdict}`,
      `**${prose(sentence(doc))}**`,
      observed(doc),
      road(doc),
      ...causes(doc),
      ...bullets(
        'Ruled out',
        doc.ruledOut.map(({ id, title, says }) => `${prose(title)} (${code(id)}): ${prose(says)}`),
      ),
      ...bullets(
        'Notes',
        notesOf(doc).map((note) => prose(note)),
      ),
      ...advice('To be surer', doc.surer),
      ...advice('Next', doc.next),
      facts(doc),
    ].join('\n\n') + '\n'
  )
}

function observed(doc: Document): string {
  const when = observedAt(doc)
  const spent = `${count(doc.spent.connections, 'connection')} in ${seconds(doc.spent.seconds)}`
  return `Observed ${when === undefined ? '' : `${prose(when)} `}by sshmedic ${prose(doc.version)} with ${spent}.`
}

/** A row's cells have been through `prose` or `code`, or are ours. */
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

function road({ road }: Document): string {
  const rows = road.map(({ name, state, says, seconds: value }) =>
    row(
      prose(name),
      `${STATES[state].mark} ${STATES[state].word}`,
      value === undefined ? '' : seconds(value),
      prose(says),
    ),
  )
  return [
    '## The road\n',
    row('Step', 'State', 'Time', 'What was seen'),
    row('---', '---', '--:', '---'),
    ...rows,
  ].join('\n')
}

function causes(doc: Document): string[] {
  if (doc.causes.length === 0) return []
  const { shown, others, rest } = shownCauses(doc.causes)
  const rows = shown.map(({ probability, title, id, stage }) =>
    row(percent(probability).replace('<', '&lt;').replace('>', '&gt;'), prose(title), code(id), stage),
  )
  if (others > 0) rows.push(row(percent(rest).replace('<', '&lt;'), count(others, 'other'), '', ''))
  const table = [row('Probability', 'Cause', 'Id', 'Stage'), row('--:', '---', '---', '---'), ...rows].join('\n')
  return [`## Causes\n\n${table}`, ...shown.flatMap(evidence)]
}

function evidence({ title, because, becauseOf }: Document['causes'][number]): string[] {
  const lines = [
    ...shownEvidence(because).map((one) => {
      const side = sideOf(one) === '+' ? 'for' : 'against'
      return `- ${side}, ${factor(one.bits)}: ${prose(one.says)} (${code(`${one.sign}=${one.value}`)})`
    }),
    ...becauseOf.map(({ id, title, says }) => `- behind it: ${prose(title)} (${code(id)}): ${prose(says)}`),
  ]
  return lines.length === 0 ? [] : [`### Evidence: ${prose(title)}`, lines.join('\n')]
}

function bullets(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${item}`).join('\n')]
}

function advice(title: string, next: Next | null): string[] {
  if (next === null) return []
  const between = (next.between ?? []).map((id) => code(id))
  return [
    `## ${title}`,
    prose(next.says) + (between.length > 1 ? ` (tells apart: ${between.join(', ')})` : ''),
    ...(next.command ? [fenced(visible(next.command, Infinity), 'sh')] : []),
  ]
}

/** The blank lines let Markdown go on inside the element; JSON's lines never begin with a fence. */
function facts({ facts }: Document): string {
  const summary = `<summary>The facts (${facts.length})</summary>`
  return `<details>\n${summary}\n\n${fenced(safeJson(facts), 'json')}\n\n</details>`
}
