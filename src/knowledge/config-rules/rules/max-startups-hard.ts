import { soundStartups } from '../sound-startups.ts'
import type { Rule } from '../view.ts'
import { MOST_FULL_BY_DESCRIPTORS } from '../../../openssh/startups/recommend.ts'
import { parseMaxStartups } from '../../../openssh/max-startups.ts'

export const maxStartupsHard: Rule = {
  id: 'max-startups-hard',
  keywords: ['maxstartups'],
  side: 'reachability',
  sources: ['sshd.c should_drop_connection', 'openssh.md 1.1'],
  peers: ['ssh-audit throttling'],
  check(c) {
    const setting = parseMaxStartups(c.one('maxstartups'))
    if (!setting || !c.set('maxstartups')) return undefined
    const { start, rate, full } = setting
    if (rate !== 100 && start !== full) return undefined
    const most = rate === 100 ? Math.min(start, full) : full
    // Beyond it the descriptors are the limit, of which another rule speaks.
    if (most > MOST_FULL_BY_DESCRIPTORS) return undefined
    return {
      severity: most <= 20 ? 'major' : 'minor',
      says: `MaxStartups ${c.one('maxstartups')} is a hard limit: with ${most} connections not yet logged in, nobody else gets in.`,
      reason: `A few silent strangers are enough to shut everybody out; with random early drop some still get in.`,
      recommend: soundStartups(setting),
    }
  },
}
