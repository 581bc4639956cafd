import type { Case, Diagnosis } from '../core/types.ts'
import type { CommandLine } from './command-line.ts'
import { toDocument } from '../report/document.ts'

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
    default: {
      const out = process.stdout
      // NO_COLOR (no-color.org) and a pipe switch colour off; --color insists.
      const colour = own.color ?? (out.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb')
      return (await import('../report/terminal.ts')).toTerminal(document, {
        columns: out.columns || columnsOf(process.env.COLUMNS),
        colour,
      })
    }
  }
}

/** Where there is no terminal to ask, whoever starts us may still say how wide it is. */
function columnsOf(text: string | undefined): number {
  return /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 80
}
