import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Visitor, parseSync } from 'rolldown/utils'

const ROOT = resolve(import.meta.dirname, '../..')

/** A text of the source that a person may read: what stands between quotes, with X where a value is filled in. */
export interface SourceText {
  file: string
  line: number
  text: string
}

/** Every text of several words in these files, comments and imports left out; globs are relative to the repository. */
export function textsOf(globs: readonly string[]): SourceText[] {
  return globSync([...globs], { cwd: ROOT })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const code = readFileSync(resolve(ROOT, file), 'utf8')
      return literalsOf(code, file).map(({ at, text }) => ({ file, line: code.slice(0, at).split('\n').length, text }))
    })
}

function literalsOf(code: string, file: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = []
  const add = (at: number, text: string): void => {
    if (/\S \S/.test(text)) found.push({ at, text })
  }
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') add(node.start, node.value)
    },
    TemplateLiteral(node) {
      add(node.start, node.quasis.map(({ value }) => value.cooked ?? value.raw).join('X'))
    },
  }).visit(parseSync(file, code).program)
  return found
}
