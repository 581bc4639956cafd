/** The timeline as a picture: failed, dropped and accepted connections over time. */

import { bucketsOf, spread } from '../../knowledge/log-findings/timeline.ts'
import type { Bucket } from '../../knowledge/log-findings/timeline.ts'
import type { Episode, TimelineMinute } from '../../sshd-log/types.ts'
import { html } from '../html-template.ts'
import type { Html } from '../html-template.ts'
import { spell } from './chart.ts'
import { number, when } from './words.ts'

const [WIDE, LANE, LEFT, RIGHT] = [720, 78, 64, 8] as const
const LANES = [
  { of: 'failures', label: 'failed' },
  { of: 'drops', label: 'dropped' },
  { of: 'accepted', label: 'logins' },
] as const

/** One lane each, to its own scale; throttling episodes are shaded. Null where nothing has a time. */
export function plot(minutes: readonly TimelineMinute[], episodes: readonly Episode[]): Html | null {
  const timeline = bucketsOf(spread(minutes, episodes), 240)
  if (!timeline) return null
  const { buckets, seconds } = timeline
  const lanes = LANES.map((lane) => ({ ...lane, most: mostOf(buckets, lane.of) })).filter(({ most }) => most > 0)
  const high = lanes.length * LANE + 30
  const begin = buckets[0]!.at
  const span = buckets.length * seconds * 1000
  const x = (at: number) => round(LEFT + ((at - begin) / span) * (WIDE - LEFT - RIGHT))
  const step = (WIDE - LEFT - RIGHT) / buckets.length
  const said = lanes.map(({ label, most }) => `${label}: at most ${number(most)} in ${spell(seconds)}`).join('; ')
  const ticks = [0, 0.25, 0.5, 0.75].map((part) => begin + Math.floor((part * span) / 60_000) * 60_000)
  return html`<svg class="plot" viewBox="0 0 ${WIDE} ${high}" role="img" aria-label="${said}">
      ${episodes.slice(0, 500).map((episode) => {
        const [from, to] = [Date.parse(episode.start ?? ''), Date.parse(episode.end ?? episode.start ?? '')]
        if (!(to >= from) || from < begin) return null
        return html`<rect
          class="episode"
          x="${x(from)}"
          width="${Math.max(1.5, x(to) - x(from))}"
          y="0"
          height="${high - 30}"
        />`
      })}
      ${lanes.map(({ of, label, most }, i) => {
        const foot = (i + 1) * LANE
        const y = (value: number) => round(foot - (value / most) * (LANE - 18))
        return html`<g class="${of}">
          <path
            d="${buckets.map((each, j) => bar(LEFT + j * step, step, foot, each[of] === 0 ? foot : Math.min(y(each[of]), foot - 1))).join('')}"
          />
          <line class="axis" x1="${LEFT}" x2="${WIDE - RIGHT}" y1="${foot}" y2="${foot}" />
          <text x="${LEFT - 6}" y="${foot - LANE / 2 + 8}" text-anchor="end">${label}</text>
          <text x="${LEFT - 6}" y="${foot - LANE + 22}" text-anchor="end">${number(most)}</text>
        </g>`
      })}
      ${ticks.map((at) => html`<text x="${x(at)}" y="${high - 14}">${when(new Date(at).toISOString()).slice(0, 16)}</text>`)}
    </svg>
    <p class="quiet">
      Each lane to its own scale, one bar is ${spell(seconds)}; times in
      UTC.${episodes.length > 0 && ' Shaded: sshd was turning people away; an episode’s drops are spread evenly over it.'}
    </p>`
}

const mostOf = (buckets: readonly Bucket[], of: 'failures' | 'drops' | 'accepted') =>
  Math.ceil(buckets.reduce((most, each) => Math.max(most, each[of]), 0))

const bar = (x: number, wide: number, foot: number, y: number): string =>
  y === foot ? '' : `M${round(x)},${foot}V${y}H${round(x + Math.max(0.6, wide * 0.9))}V${foot}Z`

const round = (value: number) => Math.round(value * 10) / 10
