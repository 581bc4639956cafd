import type { Rule } from '../view.ts'

export const perSourceNetWide: Rule = {
  id: 'per-source-net-wide',
  keywords: ['persourcenetblocksize'],
  side: 'reachability',
  sources: ['srclimit.c', 'openssh.md 2.1'],
  check(c) {
    const [four, six] = c.one('persourcenetblocksize').split(':').map(Number)
    if (!c.set('persourcenetblocksize') || !((four ?? 32) < 24 || (six ?? 128) < 48)) return undefined
    return {
      severity: 'minor',
      says: `PerSourceNetBlockSize ${c.one('persourcenetblocksize')} counts whole networks as one source.`,
      reason: 'One stranger then counts against all its neighbours, for limits and for penalties.',
    }
  },
}
