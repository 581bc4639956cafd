import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readHomeStorage } from './home-storage.ts'

const ROOT = '/ ext4 rw,relatime'
const read = (parts: Record<string, readonly string[]>) =>
  readHomeStorage(
    Object.entries({ mounts: [ROOT], home: ['exit 0'], ...parts })
      .map(([name, lines]) => `@${name}\n${lines.join('\n')}\n`)
      .join(''),
    'alice',
    '/home/alice',
  )

test('a home like any is open', () => {
  assert.deepEqual(read({}), { home: '/home/alice', state: 'open' })
  assert.equal(read({ fstab: ['/ ext4 defaults', 'none swap sw', '/srv ext4 defaults'] }).state, 'open')
})

test('an encrypted home is shut until its file system is there', () => {
  assert.deepEqual(read({ ecryptfs: ['/home/alice'] }), {
    home: '/home/alice',
    state: 'encrypted',
    by: 'eCryptfs',
    at: '/home/alice',
  })
  assert.equal(read({ ecryptfs: ['/home/alice'], mounts: [ROOT, '/home/alice ecryptfs rw'] }).state, 'open')
  assert.equal(read({ ecryptfs: ['/home/alice/Private'] }).state, 'open', 'a folder in it bars nobody from the rest')
  assert.equal(read({ homed: ['image', '      State: inactive'] }).by, 'systemd-homed')
  assert.equal(read({ homed: ['image', '      State: active'] }).state, 'open')
  assert.equal(read({ fscrypt: ['"/home/alice" is encrypted with fscrypt.', 'Unlocked: No'] }).by, 'fscrypt')
  assert.equal(
    read({ pammount: ['<volume user="*" fstype="crypt" path="/dev/vg/%(USER)" mountpoint="~" />'] }).by,
    'pam_mount',
  )
})

test('what fstab lists around the home and the kernel has not is not mounted', () => {
  assert.deepEqual(read({ fstab: ['/home nfs defaults'] }), {
    home: '/home/alice',
    state: 'not-mounted',
    by: 'fstab',
    at: '/home',
  })
  assert.equal(read({ fstab: ['/home nfs defaults'], mounts: [ROOT, '/home nfs rw'] }).state, 'open')
  assert.equal(read({ fstab: ['/home/ali nfs defaults'] }).state, 'open', "another's name begins alike")
  assert.equal(read({ mounts: [ROOT, '/home autofs rw'], home: ['exit 2'] }).by, 'autofs')
  assert.equal(read({ mounts: [ROOT, '/home autofs rw', '/home/alice nfs4 rw,sec=sys'] }).state, 'open')
})

test('NFS with Kerberos wants a ticket of the user', () => {
  assert.equal(read({ mounts: [ROOT, '/home nfs4 rw,vers=4.2,sec=krb5p,addr=192.0.2.1'] }).state, 'needs-ticket')
  assert.equal(read({ mounts: [ROOT, '/home nfs4 rw,vers=4.2,sec=sys'] }).state, 'open')
})

test('blanks in a name stand in the table as octal numbers', () => {
  const text = '@mounts\n/ ext4 rw\n@fstab\n/home/a\\040b nfs rw\n@home\nexit 2\n'
  assert.equal(readHomeStorage(text, 'a b', '/home/a b').state, 'not-mounted')
})

test('whatever is printed, it is read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      readHomeStorage(text, 'alice', '/home/alice')
      readHomeStorage(`@mounts\n${text}\n@fstab\n${text}\n@pammount\n${text}`, 'alice', '/home/alice')
    }),
  )
})
