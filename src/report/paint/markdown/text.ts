/**
 * A stranger's words inside Markdown. They cannot begin a list, a table cell, a link, a mention or a tag, in
 * CommonMark as in GitHub's dialect: that one makes links of bare addresses even where the `@` is escaped, so
 * words with one stand in code.
 */

import { visible } from '../../../core/visible.ts'

/** More than this of one paragraph nobody reads in a ticket. */
const LONGEST = 2000

/** What GitHub would make a link, a mention, an issue or a formula of. */
const LINKS_ITSELF = /@|:\/\/|www\.|^(?:mailto|xmpp):|#\d|\$|\bGH-\d/i

/** One line of text for a paragraph, a list item or a table cell; `first` unless words stand before it on its line. */
export function prose(text: string, first = true): string {
  const words = visible(text, LONGEST)
    .split(' ')
    .filter((word) => word !== '')
  return words.map((word, i) => (LINKS_ITSELF.test(word) ? code(word) : plain(word, first && i === 0))).join(' ')
}

/** The same as a code span; a pipe, which would end a table cell even here, is shown by its number. */
export function code(text: string): string {
  const shown = visible(text, LONGEST).replaceAll('|', '\\x7c')
  const fence = '`'.repeat(longestRun(shown, /`+/g) + 1)
  const space = /^[ `]|[ `]$/.test(shown) ? ' ' : ''
  return shown.trim() === '' ? '' : `${fence}${space}${shown}${space}${fence}`
}

/** Lines as they are, between fences longer than any they contain. `lines` must be free of control characters. */
export function fenced(lines: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines, /`+/g) + 1))
  return `${fence}${language}\n${lines}\n${fence}`
}

function plain(word: string, first: boolean): string {
  const escaped = word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\\', '&#92;')
    .replaceAll('|', '&#124;')
    .replace(/[`*_[\]~^]/g, '\\$&')
  return first ? escaped.replace(/^(\d+)([.)])$/, '$1\\$2').replace(/^[-+=#:]/, '\\$&') : escaped
}

const longestRun = (text: string, run: RegExp) => Math.max(0, ...(text.match(run) ?? []).map(({ length }) => length))
