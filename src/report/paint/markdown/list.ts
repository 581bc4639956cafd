import type { Block, Item, List } from '../../blocks.ts'
import { inline } from './inline.ts'
import { enough, moreMarkdown } from './table.ts'
import { code } from './text.ts'

type PaintBlock = (block: Block) => string[]

export function listMarkdown({ items, mark, brief, total = items.length }: List, paint: PaintBlock): string[] {
  const shown = items.slice(0, enough(brief))
  const marked = shown.map((item, i) => itemMarkdown(item, mark === 'number' ? `${i + 1}. ` : '- ', paint))
  return [marked.join('\n'), ...moreMarkdown(total - shown.length)]
}

function itemMarkdown({ says, id, from = [], because, beneath = [] }: Item, mark: string, paint: PaintBlock): string {
  const words = [
    inline(says),
    ...(id === undefined ? [] : [`(${code(id)})`]),
    ...from.map((each) => `(${code(each)})`),
  ].filter((part) => part !== '' && part !== '()')
  // An item must not begin with a blank line: what stands beneath would be none of it.
  const line = `${words.join(' ') || '–'}${because === undefined ? '' : `: ${inline(because)}`}`
  const inner = [line, ...beneath.flatMap(paint)].join('\n\n')
  return mark + inner.replaceAll('\n', `\n${' '.repeat(mark.length)}`).replace(/ +$/gm, '')
}
