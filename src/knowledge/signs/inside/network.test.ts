import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts, FactSheet } from '../../../core/types.ts'
import { ban, firewall } from './network.ts'

const seen = (facts: Partial<Facts>): FactSheet =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { at: '', seen: 'inside', via: 'ops@h', value }]))
const rule = (text: string, more: Partial<Facts['firewall']> = {}): FactSheet =>
  seen({ firewall: { tools: [], verdict: 'drops', rule: text, ...more } })

test('a rule that asks who sends is told from one that closes the port', () => {
  for (const text of [
    'inet t input: ip saddr 192.0.2.7 drop',
    'inet t input: ip saddr @bad tcp dport 22 drop',
    'ip filter INPUT: -s 192.0.2.0/24 -j DROP',
    'ip filter INPUT: -p tcp -m set --match-set bad src -j DROP',
    'ip filter INPUT: -m recent --update --seconds 60 --name bad --rsource -j DROP',
    'ip filter INPUT: -m iprange --src-range 192.0.2.1-192.0.2.9 -j DROP',
    'route: unreachable 192.0.2.7',
    'route: blackhole 192.0.2.0/24',
  ])
    assert.equal(firewall.read(rule(text)), 'drops-you', text)
  for (const text of [
    'inet t input: policy drop',
    'inet t input: ip saddr != 192.0.2.0/24 tcp dport 22 drop',
    'inet t input: ip daddr 192.0.2.10 tcp dport 22 drop',
    'ip filter INPUT: ! -s 192.0.2.0/24 -p tcp -m tcp --dport 22 -j DROP',
    'ip filter INPUT: -p tcp -m set ! --match-set ok src -j DROP',
    'ip filter OUTPUT: -d 192.0.2.7/32 -j DROP',
    'route: unreachable default dev lo',
    'route: none to 192.0.2.7',
  ])
    assert.equal(firewall.read(rule(text)), 'drops', text)
})

test('of an answer, whom it goes to is who is meant', () => {
  const read = (text: string) => firewall.read(rule(text, { answers: true }))
  assert.equal(read('ip filter OUTPUT: -d 192.0.2.7/32 -j DROP'), 'drops-you')
  assert.equal(read('inet t output: ip daddr 192.0.2.7 drop'), 'drops-you')
  assert.equal(read('inet t output: ip saddr 192.0.2.10 tcp sport 22 drop'), 'drops')
  assert.equal(read('ip filter OUTPUT: policy drop'), 'drops')
})

test('the evidence names the tool, the rule, and the way back', () => {
  const detail = (text: string, more: Partial<Facts['firewall']>) => firewall.detail(rule(text, more))
  assert.equal(detail('ip filter INPUT: policy drop', { by: 'ufw' }), 'ufw, ip filter INPUT: policy drop')
  assert.equal(detail('inet firewalld filter_IN_x: drop', { by: 'firewalld' }), 'inet firewalld filter_IN_x: drop')
  assert.equal(detail('route: unreachable 192.0.2.7', { by: 'route' }), 'route: unreachable 192.0.2.7')
  assert.equal(
    detail('ip filter OUTPUT: policy drop', { by: 'iptables-legacy', answers: true }),
    'iptables-legacy, ip filter OUTPUT: policy drop (on the way back to you)',
  )
})

const held: Partial<Facts> = {
  bans: {
    tools: [],
    banned: [
      { tool: 'fail2ban', rule: 'recidive', address: '192.0.2.7' },
      { tool: 'fail2ban', rule: 'sshd', address: '192.0.2.7', until: '2026-11-21T13:27:45.000Z' },
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
