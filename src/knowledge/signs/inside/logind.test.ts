import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { logind } from './logind.ts'

readings(logind, [
  ['nothing asked', {}, '-'],
  ['it answers', sheet({ logind: { unit: 'active', state: 'S', answers: true, seconds: 0, asked: true } }), 'answers'],
  ['no program to ping with', sheet({ logind: { unit: 'active', state: 'S', asked: true } }), 'answers'],
  ['stopped', sheet({ logind: { unit: 'active', state: 'T', asked: true } }), 'hangs'],
  ['silent', sheet({ logind: { unit: 'active', state: 'S', answers: false, seconds: 3, asked: true } }), 'hangs'],
  ['gone', sheet({ logind: { unit: 'failed', answers: false, asked: true } }), 'not-running'],
  ['nobody asks it', sheet({ logind: { unit: 'failed', answers: false, asked: false } }), '-'],
])
