import { newReadState, recogniseLine } from '../../sshd-log/line.ts'
import { isYearless, lastYear, withYear } from '../../sshd-log/clock.ts'

export interface FirstTime {
  /** Milliseconds since the epoch. */
  at: number
  /** The line carries no year; the one it was read with. */
  year?: number
}

/**
 * The time of the first of sshd's lines in the beginning of a log. Without a year it is the latest that is not after `notAfter`,
 * by a day: so a log of more than a year is misread, and only a whole reading tells.
 */
export function firstTime(head: Uint8Array, notAfter: number, zone: string): FirstTime | undefined {
  const state = newReadState({ zone })
  const text = new TextDecoder().decode(head)
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const line = recogniseLine(text.slice(from, end < 0 ? text.length : end), state)
    if (line?.at !== undefined) {
      if (!isYearless(line.at)) return { at: line.at }
      const year = lastYear(line.at, notAfter, zone)
      return { at: withYear(line.at, year, zone), year }
    }
    if (end < 0) break
    from = end + 1
  }
  return undefined
}
