/** When it happened, as rows of bars. */

import { bucketsOf, spread } from '../../knowledge/log-findings/timeline.ts'
import type { Bucket } from '../../knowledge/log-findings/timeline.ts'
import type { Episode, TimelineMinute } from '../../sshd-log/types.ts'
import { seconds } from '../numbers.ts'
import type { Line, Style } from '../paint.ts'
import { wrap } from '../width.ts'
import { number, when } from './words.ts'

const BLOCKS = { unicode: ' ▁▂▃▄▅▆▇█', ascii: ' .:-=+*%#' } as const
const LABEL = 9
const ROWS = [
  { of: 'failures', label: 'failed', style: 'yellow' },
  { of: 'drops', label: 'dropped', style: 'red' },
  { of: 'accepted', label: 'logins', style: 'green' },
] as const satisfies readonly { of: keyof Bucket; label: string; style: Style }[]

/** Three rows at most, each to its own scale, said at its end; none where nothing has a time. */
export function chart(
  minutes: readonly TimelineMinute[],
  episodes: readonly Episode[],
  columns: number,
  unicode: boolean,
): Line[] {
  const room = Math.max(10, Math.min(columns, 100) - LABEL - 14)
  const timeline = bucketsOf(spread(minutes, episodes), room)
  if (!timeline) return []
  const { buckets, seconds: wide } = timeline
  const rows = ROWS.map((row) => ({ ...row, most: buckets.reduce((most, each) => Math.max(most, each[row.of]), 0) }))
  const marks = BLOCKS[unicode ? 'unicode' : 'ascii']
  // Something is never drawn as nothing.
  const bar = (value: number, most: number) => marks[value === 0 ? 0 : Math.max(1, Math.round((value / most) * 8))]
  const iso = (at: number) => when(new Date(at).toISOString()).slice(0, 16)
  const [first, last] = [iso(buckets[0]!.at), iso(buckets.at(-1)!.at)]
  const ends = buckets.length >= 36 ? first + last.padStart(buckets.length - first.length) : first
  const spreads = episodes.length > 0 ? '; an episode’s drops are spread evenly over it' : ''
  const scale = `one mark is ${spell(wide)}${spreads}`
  return [
    ...rows
      .filter(({ most }) => most > 0)
      .map(({ of, label, style, most }): Line => [
        { text: label.padEnd(LABEL) },
        { text: buckets.map((each) => bar(each[of], most)).join(''), style },
        { text: ` ${unicode ? '≤' : 'max'} ${number(Math.ceil(most))}`, style: 'dim' },
      ]),
    [{ text: ' '.repeat(LABEL) + ends, style: 'dim' }],
    ...wrap(scale, Math.max(20, columns - LABEL)).map((each): Line => [
      { text: ' '.repeat(LABEL) + each, style: 'dim' },
    ]),
  ]
}

/** `1 min`, `2 h`, `1 d`. */
export function spell(wide: number): string {
  if (wide % 86_400 === 0) return `${wide / 86_400} d`
  return wide % 3600 === 0 ? `${wide / 3600} h` : seconds(wide)
}
