import { known } from '../../../core/probe.ts'
import type { Sign } from '../../../core/types.ts'

export const homeStorage = {
  id: 'home-storage',
  stage: 'auth',
  beside: true,
  usual: { open: 0.99, encrypted: 0.003, 'not-mounted': 0.002, 'needs-ticket': 0.005 },
  passes: 'open',
  // Keys may stand outside of the home, and then it matters to nobody.
  shuts: false,
  values: ['open', 'encrypted', 'not-mounted', 'needs-ticket'],
  from: ['home-storage'],
  read: (facts) => known(facts, 'home-storage')?.state,
  says: {
    open: 'the home is there before its user logs in',
    encrypted: 'the home is encrypted, and shut until its user has logged in by password',
    'not-mounted': 'the file system of the home is not mounted',
    'needs-ticket': 'the home lies on NFS with Kerberos: without a ticket of the user nobody reads it, sshd neither',
  },
  detail(facts) {
    const fact = known(facts, 'home-storage')
    if (!fact || fact.state === 'open') return undefined
    return [fact.at ?? fact.home, ...(fact.by === undefined ? [] : [`(${fact.by})`])].join(' ')
  },
} satisfies Sign<'open' | 'encrypted' | 'not-mounted' | 'needs-ticket'>
