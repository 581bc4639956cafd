/** `sshmedic logs` as a person reads it in a terminal. */

import { episodesToShow } from '../../knowledge/log-findings/episodes.ts'
import { visible } from '../../core/visible.ts'
import { paint } from '../paint.ts'
import type { Line, Style } from '../paint.ts'
import { padEnd, width, wrap } from '../width.ts'
import { chart } from './chart.ts'
import type { LogDocument } from './document.ts'
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
  until,
  when,
} from './words.ts'

export interface LogsTerminalOptions {
  columns: number
  colour: boolean
  /** The terminal can show more than ASCII. */
  unicode: boolean
}

const WIDEST = 100
const NARROWEST = 40
/** `--json` has them all. */
const MOST = 10

/** Ends with a newline. Only a command to copy is wider than the terminal. */
export function logsToTerminal(document: LogDocument, { columns, colour, unicode }: LogsTerminalOptions): string {
  const across = Number.isFinite(columns) ? Math.max(NARROWEST, Math.min(WIDEST, Math.floor(columns))) : 80
  const { summary, findings, input } = document
  const bad = findings.verdict === 'turning-away' || findings.verdict === 'let-in'
  const sections: Line[][] = [
    text(readText(document), across, 'dim'),
    text(findings.says, across, findings.verdict === 'quiet' ? 'bold' : bad ? 'red' : 'bold'),
    summary.recognised === 0 ? [] : totalLines(document, across),
    chart(summary.timeline ?? [], summary.episodes, across, unicode),
    section(
      'Turned away by MaxStartups',
      episodesToShow(summary.episodes).map((episode) => episodeText(episode)),
      across,
    ),
    sourceLines(document, across),
    section(
      'Networks',
      findings.networks.map((each) => {
        const drops = each.drops > 0 ? `, ${number(each.drops)} dropped` : ''
        return `${each.network}: ${counted(each.addresses, 'address', 'addresses')}, ${number(each.failures)} failed${drops}`
      }),
      across,
      5,
    ),
    section(
      'Patterns',
      findings.patterns.map(({ says }) => says),
      across,
    ),
    section(
      'Let in after failing',
      findings.letIn.map((each) => {
        return `${when(each.at)} ${each.user} from ${each.address} after ${counted(each.failures, 'failure')}${fewText(each, findings)}`
      }),
      across,
    ),
    section(
      'Turned away though innocent',
      findings.innocents.map((each) => `${each.address}: ${innocentText(each, summary)}`),
      across,
    ),
    adviceLines(document, across),
    section(
      'What the numbers mean',
      [...findings.cautions, timeText(summary), ...input.notes].filter(Boolean),
      across,
      Infinity,
    ),
    section(
      'Not read',
      input.unread.map(({ name, says }) => `${name}: ${says}`),
      across,
      Infinity,
    ),
  ]
  const lines = sections.filter((each) => each.length > 0).flatMap((each) => [...each, []])
  return plain(paint(lines.slice(0, -1), colour), unicode)
}

/** Our own typography where the terminal knows ASCII only; a stranger's letters become question marks. */
export function plain(painted: string, unicode: boolean): string {
  if (unicode) return painted
  return painted
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('≤', '<=')
    .replaceAll('≥', '>=')
    .replace(/[^\n\x1b\x20-\x7e]/gu, '?')
}

function text(says: string, across: number, style?: Style): Line[] {
  return wrap(visible(says, 2000), across).map((line) => [{ text: line, ...(style && { style }) }])
}

/** A title and what stands under it, the first `most` of it. */
function section(title: string, says: readonly string[], across: number, most = MOST): Line[] {
  if (says.length === 0) return []
  const shown = says.slice(0, most)
  const rest = says.length - shown.length
  return [
    [{ text: title, style: 'bold' }],
    ...shown.flatMap((each) => hanging(each, across)),
    ...(rest > 0 ? [[{ text: `  and ${number(rest)} more (--json has them all)`, style: 'dim' as const }]] : []),
  ]
}

const hanging = (says: string, across: number): Line[] =>
  wrap(visible(says, 2000), across - 4).map((line, i) => [{ text: (i === 0 ? '  ' : '    ') + line }])

function totalLines({ summary }: LogDocument, across: number): Line[] {
  const rows = totals(summary)
  const wide = Math.max(...rows.map(({ n }) => number(n).length))
  const name = Math.max(...rows.map(({ name }) => name.length))
  return rows.flatMap(({ name: what, n, exact, more }): Line[] => {
    const line: Line = [{ text: `${number(n).padStart(wide)}  `, style: 'bold' }, { text: padEnd(what, name) }]
    const says = n > 0 ? `${exact}${more === '' ? '' : `, ${more}`}` : ''
    if (wide + name + 4 + width(says) <= across) return [[...line, { text: `  ${says}`, style: 'dim' }]]
    const below = wrap(says, across - wide - 4).map((each): Line => {
      return [{ text: ' '.repeat(wide + 4) + each, style: 'dim' }]
    })
    return [line, ...below]
  })
}

/** Who did how much, as a table; below 70 columns without the times. */
function sourceLines(document: LogDocument, across: number): Line[] {
  const { findings, summary } = document
  const busy = findings.sources.filter(
    (source) => source.failures + source.drops + source.perSource + source.penalties > 0,
  )
  if (busy.length === 0) return []
  const tried = new Map(summary.failures.byAddress.slice(0, 50).map(({ address, users }) => [address, users]))
  const about = aboutSource(document)
  const shown = busy.slice(0, MOST)
  const addresses = shown.map(({ address }) => visible(address, 45))
  const name = Math.max(7, ...addresses.map((address) => width(address)))
  const head = `  ${padEnd('address', name)}  ${'failed'.padStart(8)}  ${'logins'.padStart(7)}  `
  const timed = across >= name + 62
  const rows = shown.flatMap((source, i): Line[] => {
    const numbers = `${number(source.failures).padStart(8)}  ${number(source.accepted).padStart(7)}`
    const times = source.first === null ? '' : `${when(source.first)} – ${until(source.last, source.first)}`
    const users = tried.get(source.address) ?? []
    const what = [about(source), usersText(users)].filter((each) => each !== '').join('; ')
    return [
      [
        { text: `  ${padEnd(addresses[i]!, name)}  ${numbers}` },
        ...(timed ? [{ text: `  ${times}`, style: 'dim' as const }] : []),
      ],
      ...(what === '' ? [] : wrap(what, across - 6).map((line): Line => [{ text: `      ${line}`, style: 'dim' }])),
    ]
  })
  const more = busy.length - shown.length
  return [
    [{ text: 'Who', style: 'bold' }],
    [{ text: head + (timed ? 'first – last' : ''), style: 'dim' }],
    ...rows,
    ...(more > 0 ? [[{ text: `  and ${number(more)} more (--json has them all)`, style: 'dim' as const }]] : []),
  ]
}

const SHOWN_USERS = 6

function usersText(users: readonly string[]): string {
  if (users.length === 0) return ''
  const shown = users.slice(0, SHOWN_USERS).map((user) => (user === '' ? '(empty)' : visible(user, 30)))
  const rest = users.length - shown.length
  return `as ${shown.join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`
}

function adviceLines({ findings }: LogDocument, across: number): Line[] {
  if (findings.advice.length === 0) return []
  return [
    [{ text: 'What to do', style: 'bold' }],
    ...findings.advice.flatMap(({ says, commands = [] }, i) => [
      ...wrap(visible(`${i + 1}. ${says}`, 2000), across - 5).map((line, j): Line => [
        { text: (j === 0 ? '  ' : '     ') + line },
      ]),
      ...commands.map((command): Line => [{ text: `       ${visible(command, 500)}` }]),
    ]),
  ]
}
