import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Release } from '../openssh/release.ts'
import { buildOf } from './build.ts'
import { effectiveConfig } from './effective.ts'
import { socketPort } from './socket-port.ts'

const SFTP = 'Subsystem sftp /usr/lib/openssh/sftp-server\n'

test('whose build a file was written for', () => {
  const cases: readonly (readonly [text: string, release: readonly [number, number], build: string | undefined])[] = [
    [SFTP, [9, 6], 'ubuntu'],
    [SFTP, [8, 9], 'ubuntu'],
    [SFTP, [9, 2], 'debian'],
    [SFTP, [10, 0], 'debian'],
    [SFTP, [10, 5], 'debian'],
    [`# When systemd socket activation is used (the default), the socket\n${SFTP}`, [10, 0], 'ubuntu'],
    ['# Port and ListenAddress options are not used when sshd is socket-activated,\n#Port 22\n', [9, 0], 'ubuntu'],
    ['Subsystem\tsftp\t/usr/libexec/openssh/sftp-server\n', [8, 7], 'redhat'],
    ['Include /etc/crypto-policies/back-ends/opensshserver.config\n', [8, 7], 'redhat'],
    ['Subsystem sftp /usr/lib/ssh/sftp-server\n', [9, 6], undefined],
    ['Subsystem sftp internal-sftp\n', [9, 6], undefined],
  ]
  for (const [text, [major, minor], build] of cases)
    equal(buildOf(text, { major, minor })?.distribution, build, `${text} in ${major}.${minor}`)
})

test('who decides about the port', () => {
  const says = (text: string, release: Release) =>
    socketPort(
      effectiveConfig({
        main: '/m',
        release,
        files: { readFile: (path) => (path === '/m' ? text : undefined), glob: () => [] },
      }),
    )?.says
  const ubuntu = (minor: number): Release => ({ major: 9, minor, distribution: 'ubuntu' })
  equal(says('Port 2222\n', ubuntu(6))?.includes('sshd-socket-generator'), true)
  equal(says('Port 2222\nPort 22\n', ubuntu(0))?.includes('ListenStream=2222, ListenStream=22'), true)
  equal(says('ListenAddress 10.0.0.1\n', ubuntu(6))?.startsWith('Ubuntu has had'), true)
  equal(says('Port 2222\n', { major: 9, minor: 6 })?.startsWith('If this is Ubuntu'), true)
  for (const text of ['Port 22\n', '', 'Match User a\n  Banner none\n']) equal(says(text, ubuntu(6)), undefined)
  for (const distribution of ['debian', 'redhat'] as const)
    equal(says('Port 2222\n', { major: 10, minor: 0, distribution }), undefined)
  equal(says('Port 2222\n', { major: 8, minor: 9, distribution: 'ubuntu' }), undefined)
})
