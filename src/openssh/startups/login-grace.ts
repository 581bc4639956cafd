import type { EditStep } from '../../core/remedy.ts'
import { editTold } from '../../core/steps.ts'

/**
 * What LoginGraceTime is advised to be, in seconds. Connections that never log in hold a slot of MaxStartups until it is over
 * (openssh.md 8); below 20 people who type a password or a token are cut off (openssh.md 4.3 #38).
 */
export const SOUND_GRACE = { least: 20, most: 30 } as const

/** `20–30 s`. */
export const SOUND_GRACE_TEXT = `${SOUND_GRACE.least}–${SOUND_GRACE.most} s`

/** The line, as it is written where a release or a load asks for nothing else. */
export const graceLine = (seconds: number = SOUND_GRACE.most) => ({ keyword: 'LoginGraceTime', value: String(seconds) })

/** To lower it, the cheapest way to free slots. @param why half a sentence, with its full stop */
export const lowerGrace = (why = 'silent connections then give their slots back sooner.'): EditStep =>
  editTold(graceLine(), `Lower LoginGraceTime to ${SOUND_GRACE_TEXT}: ${why}`)
