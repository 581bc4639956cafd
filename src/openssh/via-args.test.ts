import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viaArgs } from './via-args.ts'

test('keys, configuration and jumps count for a second login; who and where the target is does not', () => {
  const typed = ['-i', 'key', '-F', 'conf', '-4', '-l', 'alice', '-p', '2200', '-o', 'HostName=10.0.0.1', '-J', 'gate']
  assert.deepEqual(viaArgs(typed, 'ops@other', 'web1'), ['-i', 'key', '-F', 'conf', '-4', '-p', '2200', '-J', 'gate'])
  assert.deepEqual(viaArgs(['-p', '2200'], 'ssh://ops@web1:22', 'web1'), [])
  assert.deepEqual(viaArgs(['-oHostName=10.0.0.1'], 'ops@web1', 'alice@web1'), ['-o', 'HostName=10.0.0.1'])
  assert.deepEqual(viaArgs(['-o', 'User=alice'], 'ops@web1', 'web1'), [])
})

test('a jump that is the way in needs no jump to itself', () => {
  assert.deepEqual(viaArgs(['-J', 'ops@gate:2222'], 'ops@gate', 'alice@web1'), [])
  assert.deepEqual(viaArgs(['-J', 'first,[2001:db8::1]:22'], 'ops@2001:db8::1', 'alice@web1'), [])
  assert.deepEqual(viaArgs(['-o', 'ProxyJump gate'], 'root@gate', 'alice@web1'), [])
  assert.deepEqual(viaArgs(['-J', 'gate'], 'ops@web1', 'alice@web1'), ['-J', 'gate'])
})

test('what names one certain place names the target’s', () => {
  const fixed = ['-o', 'ProxyCommand=nc -X connect web1 22']
  assert.deepEqual(viaArgs(fixed, 'ops@gate', 'alice@web1'), [])
  assert.deepEqual(viaArgs(fixed, 'ops@web1', 'alice@web1'), fixed)
  for (const any of [
    'ProxyCommand=nc -x proxy %h %p',
    'ProxyCommand=none',
    'ControlPath=~/.ssh/%r@%h',
    'ControlPath=none',
  ])
    assert.deepEqual(viaArgs(['-o', any], 'ops@gate', 'alice@web1'), ['-o', any])
  assert.deepEqual(viaArgs(['-S', '/run/alice'], 'ops@web1', 'alice@web1'), [])
  assert.deepEqual(viaArgs(['-S', '/run/alice'], 'alice@web1', 'alice@web1'), ['-S', '/run/alice'])
})
