import type { Item, List } from '../../blocks.ts'
import { grouped } from '../../../core/grouped.ts'
import type { Line } from './line.ts'
import { gap, hanging, indented, spansOf, widthOf } from './wrapped.ts'
import type { PaintBlock, Room } from './wrapped.ts'

export function listLines(
  { items, mark, brief = Infinity, total = items.length }: List,
  room: Room,
  paint: PaintBlock,
): Line[] {
  const marked = (i: number) => (mark === 'number' ? `${i + 1}. ` : mark === 'dash' ? '- ' : '')
  const shown = items.slice(0, brief)
  return [
    ...shown.flatMap((item, i) => itemLines(item, marked(i), room, paint)),
    ...moreLines(total - shown.length, room),
  ]
}

/** What is left out is counted. */
export const moreLines = (left: number, room: Room): Line[] =>
  left > 0 ? hanging(`and ${grouped(left)} more (--json has them all)`, room, { tone: 'quiet' }) : []

function itemLines(
  { says, because, from = [], beneath = [] }: Item,
  mark: string,
  room: Room,
  paint: PaintBlock,
): Line[] {
  const text = because === undefined ? says : [...spansOf(says), { text: ` — ${because}` }]
  const lines = hanging(text, room, { mark })
  const inner = { ...room, indent: room.indent + mark.length + 2 }
  return [...withFrom(lines, from, inner), ...beneath.flatMap((block) => paint(block, inner))]
}

/** Behind the last word as far as there is room, else beneath. */
function withFrom(lines: readonly Line[], from: readonly string[], inner: Room): Line[] {
  return from.reduce<Line[]>(
    (lines, each) => {
      const behind = [...(lines.at(-1) ?? []), gap(2), ...spansOf(each, 'quiet')]
      return widthOf(behind) <= inner.across
        ? [...lines.slice(0, -1), behind]
        : [...lines, ...indented(each, inner, 'quiet')]
    },
    [...lines],
  )
}
