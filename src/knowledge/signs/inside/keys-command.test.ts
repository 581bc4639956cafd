import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { keysCommand } from './keys-command.ts'

const seen = (state: 'fine' | 'missing' | 'unsafe') =>
  sheet({ 'keys-command': { keyword: 'AuthorizedKeysCommand', program: '/usr/bin/keys', asUser: 'nobody', state } })

readings(keysCommand, [
  ['nothing asked', {}, '-'],
  ['sshd asks none', sheet({ 'keys-command': { state: 'none' } }), 'none'],
  ['it can be run', seen('fine'), 'usable'],
  ['it is not there', seen('missing'), 'unusable'],
  ['others could change it', seen('unsafe'), 'unusable'],
])
