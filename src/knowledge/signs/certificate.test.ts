import { config, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import type { Facts } from '../../core/types.ts'
import { certificate } from './certificate.ts'

const NOW = 1_770_000_000
const HOUR = 3600
type File = Facts['certificates']['files'][number]

const file = (over: Partial<File> = {}): File => ({
  path: '/home/me/.ssh/id-cert.pub',
  type: 'ssh-ed25519-cert-v01@openssh.com',
  keyId: 'me',
  principals: ['ubuntu'],
  validAfter: NOW - HOUR,
  validBefore: NOW + HOUR,
  authority: 'SHA256:x',
  ...over,
})
const seen = (...files: File[]) => sheet({ 'ssh-config': config({ user: 'ubuntu' }), certificates: { at: NOW, files } })

readings(certificate, [
  ['nothing asked', {}, '-'],
  ['no certificate', seen(), 'none'],
  ['one for this user', seen(file()), 'in-order'],
  ['one without an end', seen(file({ validBefore: undefined })), 'in-order'],
  ['one for others', seen(file({ principals: ['deploy'] })), 'other-users'],
  ['one for nobody', seen(file({ principals: [] })), 'other-users'],
  ['one that has ended', seen(file({ validBefore: NOW })), 'expired'],
  ['one that has not begun', seen(file({ validAfter: NOW + 60 })), 'not-yet'],
  ['an old one beside a good one', seen(file({ validBefore: NOW - HOUR }), file()), 'in-order'],
])
