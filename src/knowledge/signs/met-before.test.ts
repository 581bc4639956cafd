import { sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { metBefore } from './met-before.ts'

const looked = (found: boolean) =>
  sheet({ 'known-hosts': { names: ['web7'], files: ['/home/me/.ssh/known_hosts'], found } })

readings(metBefore, [
  ['nothing asked', {}, '-'],
  ['its key is there', looked(true), 'yes'],
  ['it is not', looked(false), 'no'],
])
