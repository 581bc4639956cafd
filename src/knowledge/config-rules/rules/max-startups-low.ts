import { soundStartups } from '../sound-startups.ts'
import type { Rule } from '../view.ts'
import { DEFAULT_MAX_STARTUPS, parseMaxStartups } from '../../../openssh/max-startups.ts'
import { neverWorse } from '../../../openssh/startups/compare.ts'

export const maxStartupsLow: Rule = {
  id: 'max-startups-low',
  keywords: ['maxstartups'],
  side: 'reachability',
  sources: ['sshd.c should_drop_connection', 'openssh.md 8'],
  peers: ['ssh-audit throttling'],
  check(c) {
    const setting = parseMaxStartups(c.one('maxstartups'))
    if (!setting || !c.set('maxstartups') || setting.rate === 100 || setting.start === setting.full) return undefined
    const { start, full } = setting
    if (start >= 10 && full >= 100) return undefined
    const worse = neverWorse(DEFAULT_MAX_STARTUPS, setting)
      ? 'worse than the default 10:30:100 under every load'
      : 'low'
    return {
      severity: start < 10 ? 'major' : 'minor',
      says: `MaxStartups ${c.one('maxstartups')} is ${worse}.`,
      reason: `It drops logins at random from ${start} pending connections on and all of them from ${full} on.`,
      recommend: soundStartups(setting),
    }
  },
}
