import type { Headline } from '../../blocks.ts'
import type { Line } from './line.ts'
import { atRightEnd, indented } from './wrapped.ts'
import type { Room } from './wrapped.ts'

export function headlineLines({ subject, cost, says, tone }: Headline, room: Room): Line[] {
  const answer = indented(says, room, tone)
  if (cost === undefined) return answer
  return [...atRightEnd(indented(subject, room), cost, room.across), [], ...answer]
}
