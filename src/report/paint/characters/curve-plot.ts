/** A share over a count, drawn with characters, and under it how often the counts occur. */

import type { CurvePlot } from '../../blocks.ts'
import type { Line } from '../terminal/line.ts'
import { gap, indented } from '../terminal/wrapped.ts'
import type { Room } from '../terminal/wrapped.ts'

const EIGHTHS = ' ▁▂▃▄▅▆▇█'
const ROWS = 10
const LABEL = 6
const WIDEST = 70
/** Fewer counts than these are drawn wider than they are. */
const LEAST = 40

export function curvePlotLines({ label, end, axis, at, often }: CurvePlot, room: Room): Line[] {
  const { indent, across } = room
  const wide = Math.max(10, Math.min(across - indent - LABEL - 1, WIDEST, Math.max(LEAST, end + 1)))
  const heights = Array.from({ length: wide }, (_, column) => at(Math.round((column * end) / (wide - 1))) * ROWS)
  const inner = { ...room, indent: indent + LABEL + 1 }
  return [
    ...indented(label, { ...room, indent: indent + 1 }, 'quiet'),
    ...Array.from({ length: ROWS }, (_, i): Line => {
      const row = ROWS - 1 - i
      const share = i === 0 ? '100 %' : row === ROWS / 2 - 1 ? ' 50 %' : ''
      const bars = heights.map((height) => eighths(height - row)).join('')
      return [gap(indent), { text: share.padStart(LABEL - 1) + ' ' }, { text: '│' + bars, tone: 'warn' }]
    }),
    [gap(indent + LABEL), { text: '└' + '─'.repeat(wide) }],
    [gap(inner.indent), { text: ticks(end, wide) }],
    ...indented(axis, inner, 'quiet'),
    ...(often === undefined
      ? []
      : [
          [],
          [
            gap(indent),
            { text: `${often.label} `.padStart(LABEL) },
            { text: ' ' + often.of(wide).map(eighths).join(''), tone: 'good' as const },
          ],
          ...indented(often.caption, inner, 'quiet'),
        ]),
  ]
}

const eighths = (part: number) => EIGHTHS[Math.max(0, Math.min(8, Math.round(part * 8)))] ?? ''

function ticks(end: number, wide: number): string {
  const step = roundStep(end / Math.max(1, Math.floor(wide / 12)))
  let line = ''
  for (let n = 0; n <= end; n += step) {
    const column = Math.round((n * (wide - 1)) / end)
    const text = String(n)
    if (column < line.length || column + text.length > wide) continue
    line = line.padEnd(column) + text
  }
  return line
}

/** The next of 1, 2, 5, 10, 20, 50, … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? power * 10
}
