import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fingerprintOf } from './fingerprint.ts'

const BLOB = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl'

test('a key has the fingerprint that ssh-keygen gives it, from its bytes or its base64', () => {
  const { stdout } = spawnSync('ssh-keygen', ['-lf', '-'], { input: `ssh-ed25519 ${BLOB}\n`, encoding: 'utf8' })
  const expected = stdout.split(' ')[1]
  assert.match(expected ?? '', /^SHA256:[\w+/]{43}$/)
  assert.equal(fingerprintOf(BLOB), expected)
  assert.equal(fingerprintOf(Buffer.from(BLOB, 'base64')), expected)
})
