import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { customerNetwork } from '../../openssh/networks.ts'
import { networksOf } from './networks.ts'
import type { Source } from './types.ts'

test('networks are those of which customerNetwork says so of two addresses', () => {
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
      const counts = Map.groupBy(addresses, (each) => customerNetwork(each))
      counts.delete(undefined)
      const expected = [...counts].filter(([, all]) => all.length > 1).map(([network, all]) => [network, all.length])
      const found = networksOf(addresses.map((each) => source(each)))
      assert.deepEqual(found.map(({ network, addresses: n }) => [network, n]).sort(), expected.sort())
      for (const each of found) assert.equal(each.failures, each.addresses)
    }),
    { numRuns: 500 },
  )
})
