import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readKeysCommand } from './keys-command.ts'

const FOLDERS = [
  'drwxr-xr-x 2 0 0 4096 Nov 20 10:00 /usr/bin',
  'drwxr-xr-x 9 0 0 4096 Nov 20 10:00 /usr',
  'drwxr-xr-x 18 0 0 4096 Nov 20 10:00 /',
]
const read = (file: string, user = ['65534', '65534'], folders = FOLDERS) =>
  readKeysCommand(`@user\n${user.join('\n')}\n@chain\n${[file, ...folders].join('\n')}\n`)

test('sshd runs a program of root that nobody else can change, as a user that may run it', () => {
  assert.deepEqual(read('-rwxr-xr-x 1 0 0 900 Nov 20 10:00 /usr/bin/keys'), { state: 'fine' })
  assert.deepEqual(read('-rwxrwxr-x 1 0 0 900 Nov 20 10:00 /usr/bin/keys'), { state: 'unsafe', path: '/usr/bin/keys' })
  assert.deepEqual(read('-rwxr-xr-x 1 1001 0 900 Nov 20 10:00 /usr/bin/keys'), {
    state: 'unsafe',
    path: '/usr/bin/keys',
  })
  assert.deepEqual(read('-rwx------ 1 0 0 900 Nov 20 10:00 /usr/bin/keys'), { state: 'not-executable' })
  assert.deepEqual(
    read('-rwxr-xr-x 1 0 0 900 Nov 20 10:00 /opt/keys', undefined, [
      'drwxrwxrwx 2 0 0 4096 Nov 20 10:00 /opt',
      FOLDERS[2]!,
    ]),
    { state: 'unsafe', path: '/opt' },
  )
})

test('no program, or nobody to run it as', () => {
  assert.deepEqual(readKeysCommand('@user\n65534\n65534\n@chain\nmissing\n'), { state: 'missing' })
  assert.deepEqual(read('-rwxr-xr-x 1 0 0 900 Nov 20 10:00 /usr/bin/keys', []), { state: 'user-missing' })
})

test('whatever is printed, it is read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (noise) => void readKeysCommand(`@user\n0\n0\n@chain\n${noise}`)),
  )
})
