import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { networkOf } from './networks.ts'

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
