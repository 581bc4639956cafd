import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactSheet, Target } from '../core/types.ts'
import { readClientLog } from '../client-log/client-log.ts'
import { otherMachine } from './other-machine.ts'

const KEY = `SHA256:${'a'.repeat(43)}`
const ANOTHER = `SHA256:${'b'.repeat(43)}`
const at = { at: '2026-11-21T00:00:00.000Z' }

/** A target that was looked up and, where it got so far, showed its host key, beside a machine seen from within. */
function facts(
  target: { address?: string; key?: string; met?: string },
  within: { addresses?: string[]; hostKeys?: string[] },
  wayInHost = '10.0.0.5',
): FactSheet {
  const connecting = target.met === undefined ? '' : `debug1: Connecting to web1 [${target.met}] port 22.\n`
  const showing = target.key === undefined ? '' : `debug1: Server host key: ssh-ed25519 ${target.key}\n`
  const log = readClientLog(connecting + showing)
  const addresses = target.address === undefined ? [] : [{ address: target.address, family: 4 as const }]
  const session = { user: 'ops', uid: 1000, root: true, kernel: '6', init: 'systemd' as const, roundTrip: 0.1 }
  return {
    'name-lookup': { seen: 'network', via: 'network', ...at, value: { name: 'web1', addresses, seconds: 0.01 } },
    login: { seen: 'network', via: 'network', ...at, value: { log, stepAt: {}, seconds: 1, exit: 255 } },
    'inside-session': {
      seen: 'inside',
      via: 'ops',
      ...at,
      value: { ...session, clockOffset: 0, hostname: 'db7', wayInHost, ...within },
    },
  } as FactSheet
}

const target: Target = { destination: 'alice@web1', host: 'web1', port: 22, ssh: [] }

test('the target’s host key, or its address, says that it is the same machine', () => {
  assert.equal(otherMachine(facts({ key: KEY }, { hostKeys: [ANOTHER, KEY] }), target), undefined)
  const second = facts({ key: KEY, address: '192.0.2.7' }, { hostKeys: [ANOTHER], addresses: ['192.0.2.7'] })
  assert.equal(otherMachine(second, target), undefined, 'another sshd on it, with keys of its own')
  assert.equal(otherMachine(facts({ address: '192.0.2.7' }, { addresses: ['192.0.2.7'] }), target), undefined)
})

test('another host key at another address is another machine, or something stands between', () => {
  const says = otherMachine(
    facts({ key: KEY, address: '192.0.2.7' }, { hostKeys: [ANOTHER], addresses: ['10.0.0.5'] }),
    target,
  )
  assert.match(says ?? '', /seems to lead to another machine/)
  const another = facts(
    { key: KEY, address: '10.0.0.5', met: '10.0.0.6' },
    { hostKeys: [ANOTHER], addresses: ['10.0.0.5'] },
  )
  assert.match(otherMachine(another, target) ?? '', /another machine/, 'one name, two machines')
  assert.ok(says?.includes(KEY) && says.includes('db7 (10.0.0.5)') && /load balancer/.test(says))
})

test('without a host key a strange address is a doubt only, and none where the way in has the target’s own name', () => {
  const strange = (host?: string) => facts({ address: '192.0.2.7' }, { hostKeys: [KEY], addresses: ['10.0.0.5'] }, host)
  assert.match(otherMachine(strange(), target) ?? '', /^Whether the way in .* could not be told.*Behind NAT/)
  assert.equal(otherMachine(strange('web1'), target), undefined)
})

test('what is not known is no doubt', () => {
  assert.equal(otherMachine({}, target), undefined)
  assert.equal(otherMachine(facts({}, {}), target), undefined)
  assert.equal(otherMachine(facts({ key: KEY, address: '192.0.2.7' }, {}), target), undefined)
  assert.equal(
    otherMachine(facts({ address: '127.0.0.1' }, { addresses: ['10.0.0.5'] }), target),
    undefined,
    'a tunnel',
  )
})
