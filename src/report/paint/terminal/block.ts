import type { Block, Facts, Plot, SpanPlot } from '../../blocks.ts'
import { count } from '../../numbers.ts'
import { curvePlotLines } from '../characters/curve-plot.ts'
import { timePlotLines } from '../characters/time-plot.ts'
import { spanWords } from '../span-words.ts'
import { annotatedLines } from './annotated.ts'
import { causesLines } from './causes.ts'
import { commandLines } from './command.ts'
import { headlineLines } from './headline.ts'
import type { Line } from './line.ts'
import { listLines } from './list.ts'
import { roadLines } from './road.ts'
import { tableLines } from './table.ts'
import { hanging, indented } from './wrapped.ts'
import type { Room } from './wrapped.ts'

/** Any block as lines; only a command is ever wider than the room. */
export function blockLines(block: Block, room: Room): Line[] {
  switch (block.kind) {
    case 'headline':
      return headlineLines(block, room)
    case 'paragraph':
      return indented(block.says, room, block.tone)
    case 'note':
      return hanging(block.says, room, block)
    case 'road':
      return roadLines(block, room)
    case 'table':
      return tableLines(block, room, blockLines)
    case 'list':
      return listLines(block, room, blockLines)
    case 'causes':
      return causesLines(block, room)
    case 'command':
      return commandLines(block, room)
    case 'plot':
      return plotLines(block, room)
    case 'annotated':
      return annotatedLines(block, room)
    case 'facts':
      return factsLines(block, room)
  }
}

function plotLines(plot: Plot, room: Room): Line[] {
  switch (plot.form) {
    case 'time':
      return timePlotLines(plot, room)
    case 'curve':
      return curvePlotLines(plot, room)
    case 'spans':
      return spanLines(plot, room)
  }
}

const spanLines = ({ rows }: SpanPlot, room: Room): Line[] =>
  rows.flatMap(({ title, detail, spans }) =>
    hanging(`${title}${detail === '' ? '' : ` (${detail})`}: ${spanWords(spans)}`, room),
  )

/** They are long and for programs. */
const factsLines = ({ facts }: Facts, room: Room): Line[] =>
  hanging(`${count(facts.length, 'fact')} (--json has them all)`, room, { tone: 'quiet' })
