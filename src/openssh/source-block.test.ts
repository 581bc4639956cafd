import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockOf } from './source-block.ts'

test('addresses of one block are one source, and others are not', () => {
  const same: [string, string, number][] = [
    ['10.77.5.70', '10.77.200.1', 16],
    ['10.77.5.70', '10.77.5.70', 32],
    ['10.77.5.70', '::ffff:10.77.5.70', 32],
    ['192.0.2.129', '192.0.2.255', 25],
    ['2001:db8:7::1', '2001:db8:7:0:ffff::2', 64],
    ['fe80::1%eth0', 'fe80::1', 128],
    ['1.2.3.4', '250.0.0.1', 0],
  ]
  for (const [a, b, bits] of same) assert.equal(blockOf(a, bits), blockOf(b, bits), `${a} ${b} ${bits}`)
  const other: [string, string, number][] = [
    ['10.77.5.70', '10.78.5.70', 16],
    ['10.77.5.70', '10.77.5.71', 32],
    ['192.0.2.127', '192.0.2.128', 25],
    ['2001:db8:7::1', '2001:db8:7:1::1', 64],
    ['0.0.0.0', '::', 0],
  ]
  for (const [a, b, bits] of other) assert.notEqual(blockOf(a, bits), blockOf(b, bits), `${a} ${b} ${bits}`)
  for (const [address, bits] of [
    ['web7', 32],
    ['10.7', 16],
    ['10.77.5.70', 33],
    ['10.77.5.70', Number.NaN],
  ] as const)
    assert.equal(blockOf(address, bits), undefined, address)
})
