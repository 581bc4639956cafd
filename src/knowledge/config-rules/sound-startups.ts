import type { Setting } from '../../core/remedy.ts'
import type { MaxStartups } from '../../openssh/max-startups.ts'
import { startupsLine } from '../../openssh/startups/advised.ts'
import { MOST_FULL_BY_DESCRIPTORS } from '../../openssh/startups/recommend.ts'

/** As many as a listener has descriptors for with room to spare, and it begins to drop at the half of them at the latest. */
const MOST = { start: MOST_FULL_BY_DESCRIPTORS / 2, full: MOST_FULL_BY_DESCRIPTORS }

/**
 * The MaxStartups that every rule of the audit advises instead of this one: no lower than the default, no higher than the listener has
 * descriptors for, with random early drop between; what of it was sound stays.
 */
export function soundStartups({ start, rate, full }: MaxStartups): Setting {
  const soundFull = Math.min(MOST.full, Math.max(100, full, start === full ? 2 * start : 0))
  return startupsLine({
    start: Math.min(MOST.start, Math.max(10, start), Math.trunc(soundFull / 2)),
    rate: Math.min(30, rate),
    full: soundFull,
  })
}
