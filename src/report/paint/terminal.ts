/** A page as a person reads it in a terminal. */

import { visible } from '../../core/visible.ts'
import type { Page, Section } from '../blocks.ts'
import { ascii } from './ascii.ts'
import type { Screen } from './screen.ts'
import { blockLines } from './terminal/block.ts'
import { bytesOf } from './terminal/line.ts'
import type { Line } from './terminal/line.ts'
import { gap, indented } from './terminal/wrapped.ts'
import type { Room } from './terminal/wrapped.ts'
import { padEnd, width } from '../width.ts'

const WIDEST = 100
/** Of what stands in two columns, each of which somebody reads. */
const WIDEST_OF_TWO = 200
const NARROWEST = 28
/** Where nobody knows. */
const USUAL = 80
/** Below this a title stands above its blocks instead of beside them. */
const SIDE_BY_SIDE = 60
const MARGIN = 15

/** Ends with a newline. Only a command to copy is ever wider than the terminal. */
export function paintTerminal(page: Page, { columns, colour, utf8 }: Screen): string {
  const across = Number.isFinite(columns) ? Math.max(NARROWEST, Math.min(WIDEST, Math.floor(columns))) : USUAL
  const whole = Number.isFinite(columns) ? Math.max(across, Math.min(WIDEST_OF_TWO, Math.floor(columns))) : USUAL
  const lines: Line[] = []
  for (const section of page.sections) {
    if (section.appendix) continue
    const own = sectionLines(section, { indent: 0, across, whole, utf8 })
    if (own.length === 0) continue
    if (lines.length > 0 && !section.joined) lines.push([])
    for (const line of own) lines.push(line)
  }
  const text = bytesOf(lines, colour)
  return utf8 ? text : ascii(text)
}

function sectionLines(section: Section, room: Room): Line[] {
  const { title, tone = 'strong', stands = 'above', blocks } = section
  if (title === undefined || stands === 'nowhere') return blocks.flatMap((block) => blockLines(block, room))
  if (stands === 'beside') return besideLines(section, room)
  return [...indented(title, room, tone), ...blocks.flatMap((block) => blockLines(block, { ...room, indent: 2 }))]
}

/** A command stands apart from the words that lead to it. */
function besideLines({ title = '', tone = 'strong', blocks }: Section, room: Room): Line[] {
  const label = visible(title)
  const beside = room.across >= SIDE_BY_SIDE && width(label) <= MARGIN - 4
  const lines = blocks.flatMap((block) =>
    block.kind === 'command'
      ? [[], ...blockLines(block, { ...room, indent: 4 })]
      : blockLines(block, { ...room, indent: beside ? MARGIN : 4 }),
  )
  const [first = [], ...more] = lines
  if (!beside) return [...indented(title, { ...room, indent: 2 }, tone), ...lines]
  return [[gap(2), { text: padEnd(label, MARGIN - 2), tone }, ...first.slice(1)], ...more]
}
