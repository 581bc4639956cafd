import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import type { Facts } from '../../../core/types.ts'
import { socketPort } from './socket-unit.ts'

const socket = { name: 'ssh.socket', active: true, accept: false, listens: ['[::]:22'], ports: [22] }
const unit = (over: Partial<Facts['sshd-unit']> = {}) => ({ 'sshd-unit': { units: [], ...over } })
const says = (...port: string[]) => ({ 'sshd-effective': { ok: true, values: { port } } })

readings(socketPort, [
  ['nothing asked', {}, '-'],
  ['no socket unit', sheet(unit()), 'none'],
  ['one that does not listen', sheet({ ...unit({ socket: { ...socket, active: false } }), ...says('2222') }), 'none'],
  ['one whose sshd_config was not read', sheet(unit({ socket })), '-'],
  ['both say 22', sheet({ ...unit({ socket }), ...says('22') }), 'same'],
  ['sshd_config says 2222', sheet({ ...unit({ socket }), ...says('2222') }), 'other'],
  ['sshd_config says both', sheet({ ...unit({ socket }), ...says('22', '2222') }), 'other'],
  ['the unit has one more', sheet({ ...unit({ socket: { ...socket, ports: [22, 2222] } }), ...says('22') }), 'same'],
])
