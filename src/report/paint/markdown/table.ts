import { grouped } from '../../../core/grouped.ts'
import type { Table } from '../../blocks.ts'
import { inline } from './inline.ts'

/** Cells have been through `inline`, or are ours. */
export function rows(
  head: readonly string[],
  body: readonly (readonly string[])[],
  numbers: readonly boolean[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (numbers[i] ? '--:' : '---'))), ...body.map(line)].join('\n')
}

/** What a terminal has beneath a row has a column of its own. */
export function tableMarkdown({ columns, rows: all, brief, total = all.length }: Table): string[] {
  const body = all.slice(0, enough(brief))
  const remarks = body.some(({ beneath = [] }) => beneath.length > 0)
  const head = [...columns.map(({ title }) => inline(title)), ...(remarks ? [''] : [])]
  const cells = body.map(({ cells, beneath = [] }) => [
    ...columns.map((_, i) => inline(cells[i] ?? '')),
    ...(remarks ? [beneath.map(({ says }) => inline(says)).join('; ')] : []),
  ])
  const numbers = columns.map(({ number }) => number === true)
  return [rows(head, cells, numbers), ...moreMarkdown(total - body.length)]
}

const TICKET = 25

/** A ticket is read as a whole: of what is long it shows more than a terminal and less than a page. */
export const enough = (brief = Infinity): number => Math.max(TICKET, brief)

/** What is left out is counted. */
export const moreMarkdown = (left: number): string[] =>
  left > 0 ? [`and ${grouped(left)} more; --json has them all.`] : []
