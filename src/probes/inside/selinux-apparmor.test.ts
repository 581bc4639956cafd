import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMandatoryAccess } from './selinux-apparmor.ts'

test('a refusal is read: who refused, what, of which label', () => {
  const selinux =
    'type=AVC msg=audit(1767323045.123:61): avc:  denied  { read } for  pid=811 comm="sshd" name="authorized_keys" dev="vda1" ino=131 scontext=system_u:system_r:sshd_t:s0-s0:c0.c1023 tcontext=unconfined_u:object_r:var_t:s0 tclass=file permissive=0'
  const apparmor =
    'type=AVC msg=audit(1767323046.123:62): apparmor="DENIED" operation="open" profile="/usr/sbin/sshd" name="/srv/home/alice/.ssh/authorized_keys" pid=811 comm="sshd" requested_mask="r" denied_mask="r" fsuid=1000 ouid=1000'
  assert.deepEqual(readMandatoryAccess(`@enforce\n1\n@audit\n${selinux}\n${apparmor}\n`).denied, [
    { by: 'selinux', path: 'authorized_keys', asked: 'read', label: 'var_t' },
    { by: 'apparmor', path: '/srv/home/alice/.ssh/authorized_keys', asked: 'r' },
  ])
  assert.deepEqual(readMandatoryAccess('@enforce\n1\n').denied, [])
})

test('a profile that is enforced confines sshd, one that complains does not', () => {
  assert.equal(readMandatoryAccess('@profile\n/usr/sbin/sshd (enforce)\n').confinedBy, '/usr/sbin/sshd')
  assert.equal(readMandatoryAccess('@profile\n/usr/sbin/sshd (complain)\nunconfined\n').confinedBy, undefined)
})
