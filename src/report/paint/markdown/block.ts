import { visible } from '../../../core/visible.ts'
import type { Block, Command, CurvePlot, Facts, Headline, Road, SpanPlot, TimePlot } from '../../blocks.ts'
import { safeJson } from '../../json.ts'
import { seconds } from '../../numbers.ts'
import { curvePlotLines } from '../characters/curve-plot.ts'
import { timePlotLines } from '../characters/time-plot.ts'
import { spanWords } from '../span-words.ts'
import { STATES } from '../states.ts'
import { bytesOf } from '../terminal/line.ts'
import { annotatedTable } from '../annotated-table.ts'
import { causesMarkdown } from './causes.ts'
import { inline } from './inline.ts'
import { listMarkdown } from './list.ts'
import { rows, tableMarkdown } from './table.ts'
import { code, fenced } from './text.ts'

/** Any block as paragraphs. */
export function blockMarkdown(block: Block): string[] {
  switch (block.kind) {
    case 'headline':
      return headlineMarkdown(block)
    case 'paragraph':
    case 'note':
      return [inline(block.says)]
    case 'road':
      return [roadMarkdown(block)]
    case 'table':
      return tableMarkdown(block)
    case 'list':
      return listMarkdown(block, blockMarkdown)
    case 'causes':
      return causesMarkdown(block)
    case 'command':
      return [commandMarkdown(block)]
    case 'plot':
      return [block.form === 'spans' ? spansMarkdown(block) : drawn(block)]
    case 'annotated':
      return tableMarkdown(annotatedTable(block))
    case 'facts':
      return [factsMarkdown(block)]
  }
}

function headlineMarkdown({ subject, verdict, says, lead, cost }: Headline): string[] {
  return [
    `# ${code(subject)}${verdict ? `: ${inline(verdict.word)}` : ''}`,
    ...(says.trim() === '' ? [] : [`**${inline(says)}**`]),
    ...(lead ? [inline(lead)] : []),
    ...(cost ? [inline(cost)] : []),
  ]
}

function roadMarkdown({ steps }: Road): string {
  const body = steps.map(({ name, state, says, seconds: value }) => [
    inline(name),
    `${STATES[state].mark} ${STATES[state].word}`,
    value === undefined ? '' : seconds(value),
    inline(says),
  ])
  return rows(['Step', 'State', 'Time', 'What was seen'], body, [false, false, true])
}

/** Why stands above as comments, so that it is copied along. */
function commandMarkdown({ lines, language, because = [] }: Command): string {
  const shown = [...because.map((why) => `# ${why}`), ...lines].map((line) => visible(line, Infinity))
  return fenced(shown.join('\n'), language)
}

/** As wide as a ticket shows without scrolling. */
const ROOM = { indent: 0, across: 80, utf8: true }

function drawn(plot: TimePlot | CurvePlot): string {
  const lines = plot.form === 'time' ? timePlotLines(plot, ROOM) : curvePlotLines(plot, ROOM)
  return fenced(bytesOf(lines, false).trimEnd())
}

function spansMarkdown({ rows: spans }: SpanPlot): string {
  const body = spans.map(({ title, detail, spans }) => [inline(title), inline(detail), inline(spanWords(spans))])
  return rows(['Look', 'At', 'Took'], body)
}

/** The blank lines let Markdown go on inside the element; JSON's lines never begin with a fence. */
function factsMarkdown({ facts }: Facts): string {
  const whole = facts.map(({ title: _title, ...fact }) => fact)
  const summary = `<summary>The facts (${facts.length})</summary>`
  return `<details>\n${summary}\n\n${fenced(safeJson(whole), 'json')}\n\n</details>`
}
