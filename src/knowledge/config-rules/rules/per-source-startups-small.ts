import type { Rule } from '../view.ts'

export const perSourceStartupsSmall: Rule = {
  id: 'per-source-startups-small',
  keywords: ['persourcemaxstartups'],
  side: 'reachability',
  sources: ['srclimit.c', 'openssh.md 2.1'],
  peers: ['ssh-audit throttling'],
  check(c) {
    const most = c.number('persourcemaxstartups')
    if (!(most <= 20)) return undefined
    return {
      severity: most <= 3 ? 'minor' : 'note',
      says: `PerSourceMaxStartups ${most}: one address may have ${most === 1 ? 'one connection' : `${most} connections`} under way that ${most === 1 ? 'has' : 'have'} not logged in.`,
      reason:
        'Everybody behind one NAT shares an address, and automation (CI, Ansible, monitoring) opens many at once; against strangers from many addresses it does little.',
      ...(most <= 3 && { recommend: { keyword: 'PerSourceMaxStartups', value: '10' } }),
    }
  },
}
