import type { Rule } from '../view.ts'

export const channelTimeout: Rule = {
  id: 'channel-timeout',
  keywords: ['channeltimeout'],
  side: 'reachability',
  sources: ['sshd_config(5) ChannelTimeout', 'openssh.md 4.4 #63'],
  check(c) {
    if (!c.set('channeltimeout') || c.is('channeltimeout', 'none', '')) return undefined
    return {
      severity: /(?:session|global)[^ ]*=/.test(c.one('channeltimeout')) ? 'minor' : 'note',
      says: `Idle channels are closed: ChannelTimeout ${c.one('channeltimeout')}.`,
      reason: 'A shell or a tunnel that is idle that long is closed without a message, on both sides.',
    }
  },
}
