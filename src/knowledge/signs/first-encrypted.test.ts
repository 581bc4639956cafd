import type { ClientFailure } from '../../core/types.ts'
import { goodLogin, loginTo, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { firstEncrypted } from './first-encrypted.ts'

const ends = (last: Parameters<typeof loginTo>[0], failure?: ClientFailure) => {
  const login = loginTo(last)
  return sheet({ login: { ...login, log: { ...login.log, ...(failure ? { failure } : {}) } } })
}

readings(firstEncrypted, [
  ['nothing asked', {}, '-'],
  ['a login that works', sheet({ login: goodLogin() }), 'answered'],
  ['refused later', ends('methods', 'permission-denied'), 'answered'],
  ['closed right behind the keys', ends('newkeys', 'auth-closed'), 'unanswered'],
  ['reset there', ends('newkeys', 'auth-reset'), 'unanswered'],
  ['the client finds the answer damaged', ends('newkeys', 'kex-corrupt'), '-'],
  ['it stalls there', ends('newkeys'), '-'],
  ['closed before', ends('kexinit', 'kex-closed'), '-'],
])
