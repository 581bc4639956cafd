import { visible } from '../../../core/visible.ts'
import type { StageLine } from '../../../core/types.ts'
import type { Road, Span } from '../../blocks.ts'
import { seconds } from '../../numbers.ts'
import { STATES } from '../states.ts'
import { padEnd, width, wrap } from '../../width.ts'
import type { Line } from './line.ts'
import { gap, indented, widthOf } from './wrapped.ts'
import type { Room } from './wrapped.ts'

/** Names of steps are short; one that is not must not push the rest away, least of all the longest state. */
const NAME = 10
const STATE = '· not reached'.length
/** Below this, what was seen stands beneath the step instead of beside it. */
const SIDE_BY_SIDE = 60

export function roadLines({ steps }: Road, room: Room): Line[] {
  const most = Math.min(NAME, room.across - Math.max(2, room.indent) - 2 - STATE)
  const names = Math.min(most, Math.max(1, ...steps.map(({ name }) => width(visible(name)))))
  const times = Math.max(0, ...steps.map((step) => width(timeOf(step))))
  return steps.flatMap((step) => stepLines(step, { names, times, room }))
}

const timeOf = ({ seconds: value }: StageLine) => (value === undefined ? '' : seconds(value))

function stepLines(step: StageLine, { names, times, room }: { names: number; times: number; room: Room }): Line[] {
  const { across } = room
  const indent = Math.max(2, room.indent)
  const { mark, word, tone } = STATES[step.state]
  const [name = '', ...moreName] = wrap(visible(step.name), names)
  const state = padEnd(`${mark} ${word}`, 6)
  const time = timeOf(step)
  const start: Span[] = [gap(indent), { text: padEnd(name, names) }, gap(2), { text: state, tone }]
  const fits = widthOf(start) + 2 + times <= across
  if (fits && times > 0 && (time !== '' || width(state) <= 6)) {
    start.push(gap(2 + times - width(time)), { text: time, tone: 'quiet' })
  }
  const taken = widthOf(start)
  const beneath = [...moreName, ...(fits ? [] : [time])]
    .filter((text) => text !== '')
    .map((text) => [gap(indent), { text }])
  if (step.says === '') return [start, ...beneath]
  if (across < SIDE_BY_SIDE) return [start, ...beneath, ...indented(step.says, { ...room, indent: indent + 2 })]
  const [first = [], ...more] = indented(step.says, { ...room, indent: taken + 2 })
  return [[...start, gap(2), ...first.slice(1)], ...beneath, ...more]
}
