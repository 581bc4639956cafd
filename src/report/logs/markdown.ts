/** `sshmedic logs` for a ticket. */

import { episodesToShow } from '../../knowledge/log-findings/episodes.ts'
import { code, fenced, prose } from '../markdown-text.ts'
import { visible } from '../../core/visible.ts'
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
  when,
} from './words.ts'

const MOST = 25

/** Ends with a newline. */
export function logsToMarkdown(document: LogDocument): string {
  const about = aboutSource(document)
  const { summary, findings, input } = document
  const busy = findings.sources.filter((each) => each.failures + each.drops + each.perSource + each.penalties > 0)
  const parts = [
    `## ${prose(findings.says, 2000)}`,
    prose(readText(document), 2000),
    table(
      ['', 'number', 'exact?', ''],
      totals(summary).map(({ name, n, exact, more }) => [name, number(n), n > 0 ? exact : '', more]),
    ),
    list(
      'Turned away by MaxStartups',
      episodesToShow(summary.episodes).map((each) => prose(episodeText(each))),
    ),
    titled(
      'Who',
      table(
        ['address', 'failed', 'logins', 'names tried', 'first (UTC)', 'last (UTC)', ''],
        busy
          .slice(0, MOST)
          .map((each) => [
            code(each.address),
            number(each.failures),
            number(each.accepted),
            number(each.usersTried),
            when(each.first),
            when(each.last),
            about(each),
          ]),
      ),
      busy.length - MOST,
    ),
    list(
      'Networks',
      findings.networks.map(
        (each) =>
          `${code(each.network)}: ${counted(each.addresses, 'address', 'addresses')}, ${number(each.failures)} failed, ${number(each.drops)} dropped`,
      ),
    ),
    list(
      'Patterns',
      findings.patterns.map(({ says }) => prose(says, 1000)),
    ),
    list(
      'Let in after failing',
      findings.letIn.map((each) => {
        return `${when(each.at)} ${code(each.user)} from ${code(each.address)} after ${counted(each.failures, 'failure')}${fewText(each, findings)}`
      }),
    ),
    list(
      'Turned away though innocent',
      findings.innocents.map((each) => `${code(each.address)}: ${innocentText(each, summary)}`),
    ),
    titled(
      'What to do',
      findings.advice
        .map(({ says, commands }, i) => {
          const copy = commands
            ? `\n\n${fenced(commands.map((command) => visible(command, 1000)).join('\n'), 'sh')}`
            : ''
          return `${i + 1}. ${prose(says, 2000)}${copy.replaceAll('\n', '\n   ').replace(/ +$/gm, '')}`
        })
        .join('\n'),
    ),
    list(
      'What the numbers mean',
      [...findings.cautions, timeText(summary), ...input.notes].filter(Boolean).map((each) => prose(each, 1000)),
    ),
    list(
      'Not read',
      input.unread.map(({ name, says }) => `${code(name)}: ${prose(says)}`),
    ),
  ]
  return parts.filter((part) => part !== '').join('\n\n') + '\n'
}

function titled(title: string, body: string, more = 0): string {
  if (body === '') return ''
  return `### ${title}\n\n${body}${more > 0 ? `\n\nand ${number(more)} more` : ''}`
}

function list(title: string, says: readonly string[]): string {
  return titled(
    title,
    says
      .slice(0, MOST)
      .map((each) => `- ${each}`)
      .join('\n'),
    says.length - MOST,
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row))].join('\n')
}
