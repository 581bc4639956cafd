import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseNeighbour, parseRoute } from './ip-json.ts'

test('routes as iproute2 prints them', () => {
  const plain = '[{"dst":"203.0.113.9","gateway":"192.0.2.1","dev":"eth0","prefsrc":"192.0.2.2","flags":[],"cache":[]}]'
  assert.deepEqual(parseRoute(plain), { source: '192.0.2.2', device: 'eth0', gateway: '192.0.2.1', mtu: undefined })
  assert.equal(parseRoute('[{"dst":"1.2.3.4","dev":"e","metrics":[{"mtu":1280}]}]')?.mtu, 1280)
  assert.equal(
    parseRoute('[{"dst":"1.2.3.4","via":{"family":"inet6","host":"fe80::1"},"dev":"e"}]')?.gateway,
    'fe80::1',
  )
  for (const bad of ['', '[]', '{}', 'null', '[1]', 'RTNETLINK']) assert.equal(parseRoute(bad), undefined)
})

test('neighbours by state', () => {
  const text = '[{"dst":"192.0.2.1","dev":"eth0","state":["DELAY"]},{"dst":"fd00::1","dev":"eth0","state":["FAILED"]}]'
  assert.equal(parseNeighbour(text, '192.0.2.1', 'eth0'), 'reachable')
  assert.equal(parseNeighbour(text, 'fd00::1', 'eth0'), 'failed')
  assert.equal(parseNeighbour(text, '192.0.2.1', 'eth1'), undefined)
  assert.equal(parseNeighbour('[{"dst":"a","state":["toString"]}]', 'a', undefined), undefined)
})

test('any JSON and any text are read without an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      parseRoute(text)
      assert.equal(parseNeighbour(text, 'nobody', undefined), undefined)
    }),
  )
})
