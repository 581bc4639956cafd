/** The drop curve, drawn with characters, and under it where the server is under its load. */

import { occupancy } from './occupancy.ts'
import type { MaxStartups } from '../../openssh/max-startups.ts'
import { dropChance } from '../../openssh/max-startups.ts'
import type { Stationary } from '../../openssh/startups/stationary.ts'
import type { Line } from '../paint.ts'
import { wrap } from '../width.ts'

const EIGHTHS = ' ▁▂▃▄▅▆▇█'
const ROWS = 10
const LABEL = 6

/** How many pending connections the axis shows: what can occur, and one column beyond. */
export const axisEnd = ({ full }: MaxStartups): number => Math.max(1, full)

/** Lines no wider than `columns`. `state` is left out where there is no load. */
export function plot(setting: MaxStartups, state: Stationary | undefined, columns: number): Line[] {
  const end = axisEnd(setting)
  const across = Math.max(10, Math.min(columns - LABEL - 1, 70, Math.max(40, end + 1)))
  const countAt = (column: number) => Math.round((column * end) / (across - 1))
  const heights = Array.from({ length: across }, (_, i) => dropChance(countAt(i), setting) * ROWS)
  const lines: Line[] = [[{ text: ' dropped', style: 'dim' }]]
  for (let row = ROWS - 1; row >= 0; row--) {
    const label = row === ROWS - 1 ? '100 %' : row === ROWS / 2 - 1 ? ' 50 %' : ''
    const bars = heights.map((height) => EIGHTHS[Math.max(0, Math.min(8, Math.round((height - row) * 8)))]).join('')
    lines.push([{ text: label.padStart(LABEL - 1) + ' ' }, { text: '│' + bars, style: 'yellow' }])
  }
  lines.push([{ text: ' '.repeat(LABEL) + '└' + '─'.repeat(across) }])
  lines.push([{ text: ' '.repeat(LABEL + 1) + ticks(end, across) }, { text: '' }])
  lines.push(...caption('connections that have not logged in', columns))
  if (state) lines.push([], ...often(state, across, end), ...caption('where the server is under this load', columns))
  return lines
}

/** How often the server is at each count, as one row of bars. */
function often({ states }: Stationary, across: number, end: number): Line[] {
  const bars = occupancy(states, end, across)
    .map((share) => EIGHTHS[Math.round(share * 8)])
    .join('')
  return [[{ text: 'often '.padStart(LABEL) }, { text: ' ' + bars, style: 'green' }]]
}

const caption = (says: string, columns: number): Line[] =>
  wrap(says, columns - LABEL - 1).map((line) => [{ text: ' '.repeat(LABEL + 1) + line, style: 'dim' }])

function ticks(end: number, across: number): string {
  const step = roundStep(end / Math.max(1, Math.floor(across / 12)))
  let line = ''
  for (let n = 0; n <= end; n += step) {
    const column = Math.round((n * (across - 1)) / end)
    const text = String(n)
    if (column < line.length || column + text.length > across) continue
    line = line.padEnd(column) + text
  }
  return line
}

/** The next of 1, 2, 5, 10, 20, 50, … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? power * 10
}
