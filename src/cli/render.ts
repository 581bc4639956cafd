import type { Case, Diagnosis } from '../core/types.ts'
import type { CommandLine } from './command-line.ts'
import { toDocument } from '../report/document.ts'
import { screenOf } from './screen.ts'

/** The same document in the form asked for. Renderers are loaded when used: a terminal needs no HTML. */
export async function render(case_: Case, diagnosis: Diagnosis, own: CommandLine['own']): Promise<string> {
  const document = toDocument(case_, diagnosis)
  switch (own.format) {
    case 'json':
      return (await import('../report/json.ts')).toJson(document)
    case 'markdown':
      return (await import('../report/markdown.ts')).toMarkdown(document)
    case 'html':
      return (await import('../report/html.ts')).toHtml(document)
    default:
      return (await import('../report/terminal.ts')).toTerminal(
        document,
        screenOf(process.stdout, process.env, own.color),
      )
  }
}
