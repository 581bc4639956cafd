import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOwnAddress } from './own-address.ts'

const interfaces = { lo: [{ address: '127.0.0.1' }], eth0: [{ address: '203.0.113.7' }, { address: '2001:db8::7' }] }

test('an address of this machine is one by which it meets itself', () => {
  for (const own of [
    '127.0.0.1',
    '127.0.1.1',
    '::1',
    '0.0.0.0',
    '::',
    '::ffff:127.0.0.1',
    '203.0.113.7',
    '2001:db8:0::7',
  ])
    assert.ok(isOwnAddress(own, interfaces), own)
  for (const other of ['203.0.113.8', '2001:db8::8', '10.0.0.1', 'localhost', '', '128.0.0.1'])
    assert.ok(!isOwnAddress(other, interfaces), other)
})
