import type { Cause, Causes, Span, Tone } from '../../blocks.ts'
import { count, percent } from '../../numbers.ts'
import { width } from '../../width.ts'
import type { Line } from './line.ts'
import { atRightEnd, gap, indented, wrapped } from './wrapped.ts'
import type { Room } from './wrapped.ts'

const INDENT = 9
const MOST_EVIDENCE = 4
/** Why a cause is that unlikely is in the JSON; here it would stand between the reader and the next one. */
const WORTH_ARGUING = 0.05
/** Others that come to less than this are no news. */
const WORTH_COUNTING = 0.005

export function causesLines({ causes, others }: Causes, room: Room): Line[] {
  const inner = { ...room, indent: room.indent + INDENT }
  return [
    ...causes.flatMap((cause, i) => causeLines(cause, inner, i === 0 ? 'strong' : undefined)),
    ...(others.count > 0 && others.probability >= WORTH_COUNTING
      ? [[gap(room.indent), percentage(others.probability), { text: count(others.count, 'other') }]]
      : []),
  ]
}

const percentage = (probability: number): Span => ({ text: `  ${percent(probability).padStart(5)}  `, tone: 'strong' })

function causeLines(cause: Cause, room: Room, tone: Tone | undefined): Line[] {
  const [first = [], ...more] = indented(cause.title, room, tone)
  const title = [[gap(room.indent - INDENT), percentage(cause.probability), ...first.slice(1)], ...more]
  return [
    ...atRightEnd(title, cause.id, room.across),
    ...(cause.probability < WORTH_ARGUING && tone === undefined
      ? []
      : cause.evidence.slice(0, MOST_EVIDENCE).flatMap((evidence) => evidenceLines(evidence, room))),
    ...cause.behind
      .slice(0, MOST_EVIDENCE)
      .flatMap(({ id, title, says }) => indented(`Behind it: ${title} (${id}) — ${says}`, room)),
  ]
}

function evidenceLines({ side, weight, says }: Cause['evidence'][number], { indent, across }: Room): Line[] {
  const [first = [], ...more] = wrapped(says, across - indent - 2 - 2 - width(weight))
  const line: Line = [gap(indent), { text: side === 'for' ? '+ ' : '- ' }, ...first]
  return [...atRightEnd([line], weight, across), ...more.map((rest) => [gap(indent + 2), ...rest])]
}
