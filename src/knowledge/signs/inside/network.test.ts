import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts, FactSheet } from '../../../core/types.ts'
import { ban, firewall } from './network.ts'

const seen = (facts: Partial<Facts>): FactSheet =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { at: '', seen: 'inside', via: 'ops@h', value }]))
const place = (words: string, writer: 'nft' | 'iptables' = 'iptables') => {
  const [, family, table, chain, text] = /^(\S+) (\S+) (\S+): (.*)$/.exec(words) ?? assert.fail(words)
  return { place: { writer, family: family!, table: table!, chain: chain!, text: text! } }
}
const dropped = (more: Partial<Facts['firewall']>): FactSheet =>
  seen({ firewall: { tools: [], verdict: 'drops', ...more } })

test('a rule that asks who sends is told from one that closes the port', () => {
  assert.equal(firewall.read(dropped({ you: true })), 'drops-you')
  assert.equal(firewall.read(dropped({ verdict: 'rejects', you: true })), 'rejects-you')
  assert.equal(firewall.read(dropped({})), 'drops')
  assert.equal(firewall.read(dropped({ verdict: 'rejects' })), 'rejects')
})

test('the evidence names the tool, the rule, and the way back', () => {
  const detail = (more: Partial<Facts['firewall']>) => firewall.detail(dropped(more))
  assert.equal(detail({ ...place('ip filter INPUT: policy drop'), by: 'ufw' }), 'ufw, ip filter INPUT: policy drop')
  assert.equal(
    detail({ ...place('inet firewalld filter_IN_x: drop', 'nft'), by: 'firewalld' }),
    'inet firewalld filter_IN_x: drop',
  )
  assert.equal(
    detail({ route: { type: 'unreachable', network: '192.0.2.7' }, by: 'route' }),
    'route: unreachable 192.0.2.7',
  )
  assert.equal(
    detail({ ...place('ip filter OUTPUT: policy drop'), by: 'iptables-legacy', answers: true }),
    'iptables-legacy, ip filter OUTPUT: policy drop (on the way back to you)',
  )
})

const held: Partial<Facts> = {
  bans: {
    tools: [],
    banned: [
      { tool: 'fail2ban', holder: { kind: 'jail', name: 'recidive' }, address: '192.0.2.7' },
      {
        tool: 'fail2ban',
        holder: { kind: 'jail', name: 'sshd' },
        address: '192.0.2.7',
        until: '2026-11-21T13:27:45.000Z',
      },
    ],
  },
}
const open: Partial<Facts> = { firewall: { tools: ['nft'], verdict: 'open' } }
const wrappers = (verdict: Facts['tcp-wrappers']['verdict'], linked = true): Partial<Facts> => ({
  'tcp-wrappers': { linked, verdict },
})

test('a ban counts where something carries it out for this port', () => {
  assert.equal(ban.read(seen({ bans: { tools: [], banned: [] } })), 'none')
  assert.equal(ban.read(seen(held)), 'banned')
  assert.equal(ban.read(seen({ ...held, firewall: { tools: [], verdict: 'unknown' } })), 'banned')
  assert.equal(ban.read(seen({ ...held, ...open, ...wrappers('denies') })), 'banned')
  assert.equal(ban.read(seen({ ...held, ...open, ...wrappers('no-rules') })), 'none')
  assert.equal(ban.read(seen({ ...held, ...open, ...wrappers('denies', false) })), 'none')
  assert.equal(ban.read(seen({ ...held, ...open })), 'none')
  assert.equal(ban.detail(seen(held)), 'fail2ban recidive has 192.0.2.7; so has fail2ban sshd')
})
