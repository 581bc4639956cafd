import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { homeStorage } from './home-storage.ts'

readings(homeStorage, [
  ['nothing asked', {}, '-'],
  ['a home like any', sheet({ 'home-storage': { home: '/home/alice', state: 'open' } }), 'open'],
  [
    'an encrypted one',
    sheet({ 'home-storage': { home: '/home/alice', state: 'encrypted', by: 'eCryptfs' } }),
    'encrypted',
  ],
  ['not mounted', sheet({ 'home-storage': { home: '/home/alice', state: 'not-mounted' } }), 'not-mounted'],
  ['NFS with Kerberos', sheet({ 'home-storage': { home: '/home/alice', state: 'needs-ticket' } }), 'needs-ticket'],
])
