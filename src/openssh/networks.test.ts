import assert from 'node:assert/strict'
import { BlockList, isIP, SocketAddress } from 'node:net'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { blockOf, canonicalAddress, customerNetwork, inNetwork, inRange, isAddress, isPrivate } from './networks.ts'

const sparse = fc
  .array(fc.constantFrom('0', '1', 'ffff', 'db8'), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.join(':'))
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  sparse,
  fc.ipV4().map((quad) => `::${quad}`),
)
const family = (text: string) => (text.includes(':') ? 'ipv6' : 'ipv4')

describe('addresses', () => {
  test('one spelling for an address', () => {
    assert.equal(canonicalAddress('2001:0DB8::0:1'), '2001:db8::1')
    assert.equal(canonicalAddress('fe80::1%eth0'), 'fe80::1')
    assert.equal(canonicalAddress('::ffff:192.0.2.1'), '192.0.2.1')
    assert.equal(canonicalAddress('::ffff:c000:201'), '192.0.2.1')
    assert.equal(canonicalAddress('::192.0.2.1'), '::192.0.2.1')
    assert.equal(canonicalAddress('::2'), '::2')
    for (const bad of ['', 'web', '999.1.1.1', '::g', '10.7', '1.2.3.4%eth0', '010.0.0.1', 'fe80::1%', 'fe80::1%$(id)'])
      assert.equal(canonicalAddress(bad), undefined, bad)
  })

  test("what Node's own reader takes for an address is one, and nothing else is", () => {
    const text = fc.string({ unit: fc.constantFrom(...'0129af:.%/-'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(address, text), (each) =>
        assert.equal(isAddress(each.replace(/%.*$/s, '')), isIP(each.replace(/%.*$/s, '')) !== 0),
      ),
      { numRuns: 5000 },
    )
  })

  test('a spelling is of the same address, and the spelling of a spelling is itself', () => {
    fc.assert(
      fc.property(address, (each) => {
        const canonical = canonicalAddress(each)!
        assert.equal(canonicalAddress(canonical), canonical)
        const known = new SocketAddress({ address: each, family: family(each) }).address
        assert.equal(canonical, known.replace(/^::ffff:(?=\d+\.)/, ''))
      }),
    )
  })

  test('an address is private where the library finds it so', () => {
    const ranges = ['private', 'loopback', 'linkLocal', 'carrierGradeNat', 'uniqueLocal']
    const near = fc.oneof(
      fc.tuple(fc.constantFrom(9, 10, 11, 100, 127, 169, 172, 192), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constantFrom(192), fc.constantFrom(168), fc.nat(255), fc.nat(255)),
    )
    const six = fc.tuple(fc.constantFrom('fc00', 'fd12', 'fe80', 'febf', 'fec0', '2001', 'fe00', 'ff02'), fc.nat(9))
    fc.assert(
      fc.property(
        fc.oneof(
          near.map((bytes) => bytes.join('.')),
          six.map(([a, b]) => `${a}::${b}`),
        ),
        (each) => assert.equal(isPrivate(each), ranges.includes(ipaddr.parse(each).range())),
      ),
    )
    assert.equal(isPrivate('::1'), true)
  })
})

describe('networks', () => {
  test("an address lies in a network where Node's BlockList finds it", () => {
    const near = fc.tuple(address, fc.nat(128), address, fc.boolean()).map(([net, bits, other, same]) => ({
      network: `${net}/${Math.min(bits, isIP(net) === 4 ? 32 : 128)}`,
      asked: same ? net : other,
    }))
    fc.assert(
      fc.property(near, ({ network, asked }) => {
        const [net = '', bits = ''] = network.split('/')
        const list = new BlockList()
        list.addSubnet(net, Number(bits), family(net))
        assert.equal(inNetwork(asked, network), family(net) === family(asked) && list.check(asked, family(asked)))
      }),
    )
  })

  test('a mask may be bits or an address, and what is neither is no network', () => {
    assert.equal(inNetwork('192.0.2.77', '192.0.2.0/255.255.255.0'), true)
    assert.equal(inNetwork('192.0.3.77', '192.0.2.0/255.255.255.0'), false)
    assert.equal(inNetwork('2001:db8::5', '2001:DB8::/32'), true)
    assert.equal(inNetwork('192.0.2.77', '192.0.2.77'), true)
    for (const bad of ['10.0.0.0/33', '10.0.0.0/x', '::/129', 'web', '10.0.0.0/::', ''])
      assert.equal(inNetwork('10.0.0.1', bad), undefined, bad)
  })

  test('a range holds its ends and what lies between', () => {
    const three = fc.oneof(fc.tuple(fc.ipV4(), fc.ipV4(), fc.ipV4()), fc.tuple(fc.ipV6(), fc.ipV6(), fc.ipV6()))
    fc.assert(
      fc.property(three, ([asked, a, b]) => {
        const [first, last] = inRange(a, a, b) ? [a, b] : [b, a]
        const list = new BlockList()
        list.addRange(first, last, family(a))
        const within = list.check(asked, family(a))
        assert.equal(inRange(asked, first, last), within)
        assert.equal(inRange(first, first, last) && inRange(last, first, last), true)
      }),
    )
    assert.equal(inRange('10.0.0.1', '::', '::9'), false)
    assert.equal(inRange('10.0.0.1', '10.0.0.0', 'web'), undefined)
  })

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
})

describe('what one customer is given', () => {
  /** By the library alone, as slow as it is. */
  function bySlowWay(address: string): string | undefined {
    try {
      const parsed = ipaddr.parse(address)
      if (parsed.kind() !== 'ipv6') return undefined
      const groups = (parsed as { parts: number[] }).parts.slice(0, 3).map((group) => group.toString(16))
      return `${groups.join(':').replace(/(?:(?:^|:)0)+$/, '')}::/48`
    } catch {
      return undefined
    }
  }

  const group = fc.constantFrom('0', '1', 'db8', 'ffff', '2001', '0a', 'fe80', '10')

  test('an IPv6 address is of the network that the library says', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => assert.equal(customerNetwork(address), bySlowWay(address))),
      { numRuns: 300 },
    )
  })

  test('so it is wherever the zeros are left out, and what is no address has none', () => {
    const pieces = fc.array(fc.oneof({ weight: 6, arbitrary: group }, fc.constantFrom('', 'g', '12345')), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(pieces, (words) => {
        const address = words.join(':')
        if (address.includes(':')) assert.equal(customerNetwork(address), bySlowWay(address))
      }),
      { numRuns: 3000 },
    )
  })

  test('a dotted quad is of its /24, a name of none', () => {
    assert.equal(customerNetwork('203.0.113.77'), '203.0.113.0/24')
    for (const none of ['', 'UNKNOWN', 'host.example', '1.2.3', '1.2.3.4.5', '1.2.3.x'])
      assert.equal(customerNetwork(none), undefined)
  })
})
