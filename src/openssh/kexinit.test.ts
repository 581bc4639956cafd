import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildKexinit, buildPacket, parseKexinit, readPacket, unmatchableKexinit } from './kexinit.ts'
import type { KexLists } from './kexinit.ts'

const name = fc.stringMatching(/^[a-z0-9@.-]{1,30}$/)
const names = fc.array(name, { maxLength: 8 })
const lists: fc.Arbitrary<KexLists> = fc.record({
  kex: names,
  hostKey: names,
  ciphersToServer: names,
  ciphersToClient: names,
  macsToServer: names,
  macsToClient: names,
  compressionToServer: names,
  compressionToClient: names,
})

test('packets come back, whatever follows them', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 2000 }),
      fc.uint8Array({ maxLength: 40 }),
      (payload, after) => {
        const packet = buildPacket(payload, Uint8Array.of(7, 8))
        assert.equal(packet.length % 8, 0)
        assert.ok((packet[4] ?? 0) >= 4)
        const read = readPacket(Buffer.concat([packet, after]))
        assert.ok(read.state === 'packet')
        assert.deepEqual([...read.payload], [...payload])
        assert.equal(read.size, packet.length)
        for (const cut of [0, 3, 4, packet.length - 1])
          assert.equal(readPacket(packet.subarray(0, cut)).state, 'need-more')
      },
    ),
  )
})

test('KEXINIT comes back', () => {
  fc.assert(
    fc.property(lists, fc.uint8Array({ minLength: 16, maxLength: 16 }), (them, cookie) => {
      const payload = buildKexinit(them, cookie)
      assert.deepEqual({ ...parseKexinit(payload) }, { ...them })
      assert.deepEqual([...payload.subarray(1, 17)], [...cookie])
      for (let cut = 0; cut < payload.length; cut += 7) assert.equal(parseKexinit(payload.subarray(0, cut)), null)
    }),
  )
})

test('strangers are told', () => {
  const why = (text: string) => readPacket(Buffer.from(text, 'latin1')).state
  assert.equal(why('HTTP/1.1 400'), 'not-ssh')
  assert.equal(why('\0\0\0\x04\0'), 'not-ssh')
  assert.equal(why('\0\0\0\x0d\x04'), 'not-ssh')
  assert.equal(why('\0\0\0\x0c\x03'), 'not-ssh')
  assert.equal(why('\0\0\0\x0c\x0b'), 'not-ssh')
  assert.equal(why('\0\0\0\x0c'), 'need-more')
  assert.equal(why('\0\0\x88\xb9'), 'not-ssh')
})

test('any bytes: never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
      readPacket(junk)
      parseKexinit(junk)
      parseKexinit(Uint8Array.of(20, ...junk))
    }),
  )
})

test('an unmatchable KEXINIT is as large as asked, well formed, and agrees with nobody', () => {
  fc.assert(
    fc.property(fc.nat({ max: 34000 }), (size) => {
      const packet = unmatchableKexinit(size)
      assert.ok(packet.length >= size && packet.length <= Math.max(size, 600) + 64)
      const read = readPacket(packet)
      assert.ok(read.state === 'packet' && read.size === packet.length)
      const parsed = parseKexinit(read.payload)
      assert.ok(parsed)
      for (const list of [parsed.kex, parsed.hostKey, parsed.ciphersToServer, parsed.macsToClient])
        assert.ok(list.length > 0 && list.every((one) => one.endsWith('.invalid') && one.length <= 64))
      assert.ok(!read.payload.subarray(-5).some((byte) => byte !== 0))
    }),
  )
  for (let size = 0; size < 4000; size++) assert.ok(unmatchableKexinit(size).length >= size, String(size))
  assert.equal(readPacket(unmatchableKexinit(1e9)).state, 'packet')
})
