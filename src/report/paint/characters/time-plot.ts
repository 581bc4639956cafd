/** When it happened, as rows of bars drawn with characters. */

import { grouped } from '../../../core/grouped.ts'
import type { TimePlot } from '../../blocks.ts'
import type { Line } from '../terminal/line.ts'
import { gap, indented } from '../terminal/wrapped.ts'
import type { Room } from '../terminal/wrapped.ts'
import { spell, stamp } from '../../moments.ts'

const BARS = { unicode: ' ▁▂▃▄▅▆▇█', ascii: ' .:-=+*%#' } as const
const LABEL = 9
/** For the scale at a row's end. */
const SCALE = 14
/** Below this the two ends of the axis would run into each other. */
const BOTH_ENDS = 36

/** Rows in which something happened, each to its own scale, said at its end. */
export function timePlotLines({ lanes, steps, caution }: TimePlot, room: Room): Line[] {
  const { indent, across, utf8 } = room
  const { from, seconds, values } = steps(Math.max(2, across - indent - LABEL - SCALE))
  const count = Math.max(0, ...values.map(({ length }) => length))
  const marks = BARS[utf8 ? 'unicode' : 'ascii']
  // Something is never drawn as nothing.
  const bar = (value: number, most: number) => marks[value === 0 ? 0 : Math.max(1, Math.round((value / most) * 8))]
  const [first, last] = [stamp(from), stamp(from + (count - 1) * seconds * 1000)]
  const inner = { ...room, indent: indent + LABEL }
  return [
    ...lanes.flatMap(({ label, tone }, i): Line[] => {
      const lane = values[i] ?? []
      const most = lane.reduce((most, value) => Math.max(most, value), 0)
      if (most === 0) return []
      return [
        [
          gap(indent),
          { text: label.padEnd(LABEL) },
          { text: lane.map((value) => bar(value, most)).join(''), tone },
          { text: ` ${utf8 ? '≤' : 'max'} ${grouped(Math.ceil(most))}`, tone: 'quiet' },
        ],
      ]
    }),
    ...(count >= BOTH_ENDS
      ? [[gap(inner.indent), { text: first + last.padStart(count - first.length), tone: 'quiet' as const }]]
      : indented(first, inner, 'quiet')),
    ...indented(`one mark is ${spell(seconds)}${caution === undefined ? '' : `; ${caution}`}`, inner, 'quiet'),
  ]
}
