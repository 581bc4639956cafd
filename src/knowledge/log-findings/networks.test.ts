import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { networkOf, networksOf } from './networks.ts'
import type { Source } from './types.ts'

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
    fc.property(fc.ipV6(), (address) => assert.equal(networkOf(address), bySlowWay(address))),
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
      if (address.includes(':')) assert.equal(networkOf(address), bySlowWay(address))
    }),
    { numRuns: 3000 },
  )
})

test('a dotted quad is of its /24, a name of none', () => {
  assert.equal(networkOf('203.0.113.77'), '203.0.113.0/24')
  for (const none of ['', 'UNKNOWN', 'host.example', '1.2.3', '1.2.3.4.5', '1.2.3.x'])
    assert.equal(networkOf(none), undefined)
})

test('networks are those of which networkOf says so of two addresses', () => {
  const octet = fc.constantFrom('0', '1', '10', '01', '001', '255', '1000', '')
  const address = fc.oneof(
    { weight: 5, arbitrary: fc.array(octet, { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.')) },
    fc.constantFrom('2001:db8::1', '2001:db8::2', '2001:db8:1::1', 'host.example.net', '::1', '1.2.3.4.example'),
  )
  const source = (name: string): Source => {
    const nothing = { accepted: 0, drops: 0, perSource: 0, penalties: 0, usersTried: 0, first: null, last: null }
    return { address: name, failures: 1, ...nothing }
  }
  fc.assert(
    fc.property(fc.uniqueArray(address, { minLength: 5, maxLength: 60 }), (addresses) => {
      const counts = Map.groupBy(addresses, (each) => networkOf(each))
      counts.delete(undefined)
      const expected = [...counts].filter(([, all]) => all.length > 1).map(([network, all]) => [network, all.length])
      const found = networksOf(addresses.map((each) => source(each)))
      assert.deepEqual(found.map(({ network, addresses: n }) => [network, n]).sort(), expected.sort())
      for (const each of found) assert.equal(each.failures, each.addresses)
    }),
    { numRuns: 500 },
  )
})
