import type { Rule } from '../view.ts'

export const perSourcePenaltiesDefault: Rule = {
  id: 'per-source-penalties-default',
  keywords: ['persourcepenalties', 'persourcepenaltyexemptlist'],
  side: 'reachability',
  sources: ['srclimit.c', 'openssh.md 2.2'],
  check(c) {
    if (!c.since(9, 8) || c.is('persourcepenalties', 'no', '') || !c.is('persourcepenaltyexemptlist', 'none'))
      return undefined
    return {
      severity: 'note',
      says: 'PerSourcePenalties are on and nobody is exempt.',
      reason:
        'Some fifteen quick connections without a login within seconds (health checks, scanners, ssh-keyscan) or four failed passwords get an address, and all behind the same NAT, refused for a while. Name your monitoring in PerSourcePenaltyExemptList.',
    }
  },
}
