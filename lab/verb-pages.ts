/**
 * `npm run verbs`: what is written down of the verbs, made anew from them: README's tables and the manual page. Nobody edits these;
 * a test fails where one is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readmeTables } from './verb-tables.ts'
import { manualPage } from './manual-page.ts'

const ROOT = resolve(import.meta.dirname, '..')

const BEGIN = '<!-- Made by `npm run verbs` from src/cli/verbs. Do not edit: run it again. -->'
const END = '<!-- The end of what is made. -->'

/** Every page by its path, with the text it should have; the table's columns are as wide as the formatter makes them. */
export function pages(): ReadonlyMap<string, string> {
  const readme = textOf('README.md')
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin)
    throw new Error(`README.md has lost the lines between which the verbs stand:\n${BEGIN}\n${END}`)
  const tables = `${readme.slice(0, begin)}${BEGIN}\n\n${readmeTables()}\n${readme.slice(end)}`
  return new Map([
    ['README.md', tables],
    ['man/sshmedic.1', manualPage(dateOf(textOf('man/sshmedic.1')))],
  ])
}

/** A page keeps the day on which its words last changed. */
const dateOf = (page: string): string => /^\.Dd (.+)$/m.exec(page)?.[1] ?? ''

const textOf = (path: string): string => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '')

/** The same but for the widths of a table. */
export const normal = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')

/** Those that are not what the verbs say. */
export function stalePages(): string[] {
  return [...pages()].filter(([path, text]) => normal(textOf(path)) !== normal(text)).map(([path]) => path)
}

if (import.meta.main) {
  const stale = stalePages()
  const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date())
  const made = pages()
  for (const path of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), path.startsWith('man/') ? manualPage(today) : made.get(path)!)
  }
  console.log(stale.length === 0 ? 'Every page says what the verbs say.' : `Made anew: ${stale.join(', ')}`)
}
