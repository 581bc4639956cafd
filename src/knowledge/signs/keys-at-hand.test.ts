import { pasted, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import type { KeyFile } from '../../core/types.ts'
import { keysAtHand } from './keys-at-hand.ts'

const key = (state: KeyFile['state'], named = false): KeyFile => ({ path: '/home/me/.ssh/id_ed25519', named, state })
const keys = (agent: 'none' | 'empty' | 'keys' | 'unreachable', ...files: KeyFile[]) =>
  sheet({ 'key-files': { files, agent } })

readings(keysAtHand, [
  ['nothing asked', {}, '-'],
  ['a key at a usual path', keys('none', key('present')), 'some'],
  ['a key in the agent', keys('keys', key('missing')), 'some'],
  ['a key that is locked', keys('none', key('passphrase')), 'some'],
  ['a key that was named and is not there', keys('none', key('missing', true)), 'some'],
  ['no file and no agent', keys('none', key('missing'), key('missing')), 'none'],
  ['no file, and an agent without keys', keys('empty', key('missing')), 'none'],
  [
    'pasted: ssh -v looks for keys and offers none',
    sheet({ 'client-text': pasted('debug1: Trying private key: /home/me/.ssh/id_rsa') }),
    'none',
  ],
  [
    'pasted: it offers one',
    sheet({
      'client-text': pasted(
        'debug1: Offering public key: /home/me/.ssh/id_rsa RSA SHA256:abc',
        'debug1: Trying private key: /home/me/.ssh/id_ed25519',
      ),
    }),
    '-',
  ],
  ['not one path to look at', keys('unreachable'), 'none'],
])
