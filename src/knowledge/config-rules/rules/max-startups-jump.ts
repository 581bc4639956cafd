import { soundStartups } from '../sound-startups.ts'
import type { Rule } from '../view.ts'
import { DEFAULT_MAX_STARTUPS, parseMaxStartups } from '../../../openssh/max-startups.ts'
import { compare } from '../../../openssh/startups/compare.ts'

export const maxStartupsJump: Rule = {
  id: 'max-startups-jump',
  keywords: ['maxstartups'],
  side: 'reachability',
  sources: ['sshd.c should_drop_connection', 'openssh.md 8'],
  check(c) {
    const setting = parseMaxStartups(c.one('maxstartups'))
    if (!setting || setting.rate <= 30 || setting.rate === 100 || setting.start === setting.full) return undefined
    const { start, rate } = setting
    const { worse, ranges } = compare(setting, DEFAULT_MAX_STARTUPS)
    const from =
      worse === 'from'
        ? ` It is worse than the default 10:30:100 from about ${Math.round(ranges[0]!.from)} pending on.`
        : ''
    return {
      severity: 'minor',
      says: `MaxStartups ${c.one('maxstartups')} leaps to ${rate} % dropped with the ${start}th pending connection.`,
      reason: `Keep rate low and raise start and full: a leap only drops more.${from}`,
      recommend: soundStartups(setting),
    }
  },
}
