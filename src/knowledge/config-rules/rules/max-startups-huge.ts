import type { Rule } from '../view.ts'
import { soundStartups } from '../sound-startups.ts'
import { parseMaxStartups } from '../../../openssh/max-startups.ts'
import { MIB_PER_PENDING, MOST_FULL_BY_DESCRIPTORS } from '../../../openssh/startups/recommend.ts'

export const maxStartupsHuge: Rule = {
  id: 'max-startups-huge',
  keywords: ['maxstartups'],
  side: 'reachability',
  sources: ['openssh.md 1.2, 3.2'],
  check(c) {
    const setting = parseMaxStartups(c.one('maxstartups'))
    const full = setting?.full ?? 0
    if (!setting || full <= MOST_FULL_BY_DESCRIPTORS) return undefined
    return {
      severity: full >= 1000 ? 'minor' : 'note',
      says: `MaxStartups allows ${full} connections that have not logged in.`,
      reason: `That is some ${full * MIB_PER_PENDING} MiB of memory, and from about 1000 on the listener runs out of descriptors: then nobody hears a banner.`,
      recommend: soundStartups(setting),
    }
  },
}
