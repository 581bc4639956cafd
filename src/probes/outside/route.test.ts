import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import type { ProbeContext } from '../../core/probe.ts'
import route from './route.ts'

const usable = process.platform === 'linux' && spawnSync('ip', ['-j', 'route', 'get', '127.0.0.1']).status === 0
const skip = usable ? false : 'no ip program that speaks JSON'
const ask = (host: string) =>
  route.run({
    target: { destination: host, host, port: 22, ssh: [] },
    facts: {},
    signal: new AbortController().signal,
  } as unknown as ProbeContext)

test('the way to ourselves', { skip }, async () => {
  assert.deepEqual(await ask('127.0.0.1'), {
    address: '127.0.0.1',
    source: '127.0.0.1',
    device: 'lo',
    mtu: 65536,
    neighbour: undefined,
    says: 'packets to 127.0.0.1 leave within this machine on lo from 127.0.0.1 in at most 65536 bytes',
  })
})

// A network of our own, so that the answer is known.
const lonely = spawnSync('unshare', ['-nm', 'true']).status === 0
const skipLonely = skip || (lonely ? false : 'needs root and network namespaces: routes that fail were NOT tried')

function elsewhere(setup: string, host: string): { says: string; [key: string]: unknown } {
  const script = `
import route from '${new URL('./route.ts', import.meta.url).href}'
const value = await route.run({ target: { host: '${host}' }, facts: {}, signal: new AbortController().signal })
console.log(JSON.stringify(value))`
  const args = [
    '-nm',
    'sh',
    '-c',
    `set -e; mount -t sysfs sysfs /sys; ${setup}; exec "$0" --input-type=module-typescript -e "$1"`,
  ]
  const ran = spawnSync('unshare', [...args, process.execPath, script], { encoding: 'utf8', timeout: 20_000 })
  return JSON.parse(ran.stdout)
}

test('an address nothing leads to is a finding', { skip: skipLonely }, () => {
  assert.deepEqual(elsewhere('true', '203.0.113.7'), {
    address: '203.0.113.7',
    says: 'this machine has no route to 203.0.113.7: RTNETLINK answers: Network is unreachable',
  })
})

test('a neighbour, a gateway that is gone, a route with an MTU of its own', { skip: skipLonely }, () => {
  const net =
    'ip link add va type veth peer name vb; ip link set va mtu 1400; ip link set va up; ip link set vb up; ' +
    'ip addr add 198.51.100.1/24 dev va; ip route add 203.0.113.0/24 via 198.51.100.2 dev va mtu 1280'
  const direct = elsewhere(net, '198.51.100.9')
  assert.deepEqual(direct, {
    address: '198.51.100.9',
    source: '198.51.100.1',
    device: 'va',
    mtu: 1400,
    neighbour: 'none',
    says: 'packets to 198.51.100.9 leave directly on va from 198.51.100.1 in at most 1400 bytes',
  })
  const failed = elsewhere(`${net}; ip neigh replace 198.51.100.2 dev va nud failed`, '203.0.113.7')
  assert.deepEqual([failed['neighbour'], failed['mtu']], ['failed', 1280])
  assert.match(
    failed.says,
    /via 198\.51\.100\.2 .*, but its gateway 198\.51\.100\.2 does not answer on the local network$/,
  )
  const alive = elsewhere(
    `${net}; ip neigh replace 198.51.100.9 dev va lladdr 02:00:00:00:00:01 nud reachable`,
    '198.51.100.9',
  )
  assert.equal(alive['neighbour'], 'reachable')
})

test('it applies where an address is known', () => {
  const target = { destination: 'web', host: 'web', port: 22, ssh: [] }
  assert.equal(route.applies({}, target), false)
  assert.equal(route.applies({}, { ...target, host: '2001:db8::1' }), true)
})
