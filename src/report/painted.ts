import type { Page } from './blocks.ts'
import type { Screen } from './paint/screen.ts'

/** The forms a page can be painted in; JSON has more than a page and stands beside. */
type PaintedAs = 'terminal' | 'markdown' | 'html'

/** The page in the form asked for. Painters are loaded when used: a terminal needs no HTML. */
export async function painted(page: Page, as: PaintedAs, screen: Screen): Promise<string> {
  switch (as) {
    case 'markdown':
      return (await import('./paint/markdown.ts')).paintMarkdown(page)
    case 'html':
      return (await import('./paint/html.ts')).paintHtml(page)
    case 'terminal':
      return (await import('./paint/terminal.ts')).paintTerminal(page, screen)
  }
}
