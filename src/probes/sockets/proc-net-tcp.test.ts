import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalAddress } from '../../openssh/networks.ts'
import { parseProcNetTcp } from './proc-net-tcp.ts'

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
   1: 0A02A8C0:D431 077100CB:0016 01 00000000:00000000 02:000005D6 00000000  1000        0 2 2 0 20 4 30 10 -1
`
const TCP6 = `   0: B80D0120000000000000000002000000:D431 B80D0120000000000000000001000000:0016 01 0:0
   1: 0000000000000000FFFF00000A02A8C0:D432 0000000000000000FFFF0000077100CB:0016 01 0:0
`

test('IPv4, IPv6 and IPv4 within IPv6', () => {
  const [listening, ssh] = parseProcNetTcp(TCP, 'LE')
  assert.deepEqual([listening?.state, listening?.local], [10, { address: '127.0.0.1', port: 8080 }])
  assert.deepEqual(ssh, {
    local: { address: '192.168.2.10', port: 54321 },
    remote: { address: '203.0.113.7', port: 22 },
    state: 1,
  })
  const [six, mapped] = parseProcNetTcp(TCP6, 'LE')
  assert.deepEqual([six?.local.address, six?.remote.address], ['2001:db8::2', '2001:db8::1'])
  assert.deepEqual([mapped?.local.address, mapped?.remote.address], ['192.168.2.10', '203.0.113.7'])
})

test('the other byte order', () => {
  assert.equal(parseProcNetTcp('0: CB007107:0016 C0A8020A:0017 01', 'BE')[0]?.local.address, '203.0.113.7')
})

test('any text: only whole lines count, and every address is one', () => {
  const field = fc.oneof(fc.string(), fc.stringMatching(/^([0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4}$/), fc.constant('01'))
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { maxLength: 5 })),
      fc.constantFrom('LE' as const, 'BE' as const),
      (rows, order) => {
        for (const { local, remote, state } of parseProcNetTcp(rows.map((r) => r.join(' ')).join('\n'), order)) {
          for (const { address, port } of [local, remote]) {
            assert.equal(canonicalAddress(address), address)
            assert.ok(port >= 0 && port <= 65535)
          }
          assert.ok(state >= 0 && state <= 255)
        }
      },
    ),
  )
})
