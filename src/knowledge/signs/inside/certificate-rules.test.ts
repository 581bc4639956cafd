import { config, sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import type { Facts } from '../../../core/types.ts'
import { certificateRules } from './certificate-rules.ts'

type File = Facts['certificates']['files'][number]
const file = (over: Partial<File> = {}): File => ({
  path: '/home/me/.ssh/id-cert.pub',
  type: 'ssh-ed25519-cert-v01@openssh.com',
  keyId: 'me',
  principals: ['ubuntu'],
  validAfter: 0,
  authority: 'SHA256:ours',
  ...over,
})
const seen = (rules: Partial<Facts['certificate-rules']>, ...files: File[]) =>
  sheet({
    'ssh-config': config({ user: 'ubuntu' }),
    'inside-session': {
      ...{ user: 'ops', uid: 1001, root: true, kernel: '6.1', init: 'systemd', clientAddress: '192.0.2.7' },
      ...{ roundTrip: 0.1, clockOffset: 0 },
    },
    certificates: { at: 100, files },
    'certificate-rules': { authorities: ['SHA256:ours'], from: '/etc/ssh/ca.pub', ...rules },
  })

readings(certificateRules, [
  ['nothing asked', {}, '-'],
  ['no certificate', seen({}), '-'],
  ['one that opens', seen({}, file()), 'trusted'],
  ['a server that takes none', seen({ authorities: [] }, file()), 'no-authority'],
  ['a file of authorities that we may not read', seen({ authorities: [], unread: true }, file()), '-'],
  ['signed by another', seen({}, file({ authority: 'SHA256:old' })), 'authority-unknown'],
  ['for another user', seen({}, file({ principals: ['deploy'] })), 'principal-missing'],
  [
    'a file of principals decides, not the name of the user',
    seen({ principalsFile: '/etc/ssh/p/ubuntu', principals: ['deploy'] }, file({ principals: ['deploy'] })),
    'trusted',
  ],
  [
    'a file without one of its names',
    seen({ principalsFile: '/etc/ssh/p/ubuntu', principals: ['deploy'] }, file()),
    'principal-missing',
  ],
  ['a program that may know more', seen({ asksProgram: true }, file({ principals: ['deploy'] })), '-'],
  ['bound to other addresses', seen({}, file({ sources: ['198.51.100.0/24'] })), 'source-barred'],
  ['bound to our own', seen({}, file({ sources: ['192.0.2.0/24'] })), 'trusted'],
])
