import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Facts, FactSheet } from '../core/types.ts'
import { nextStep } from './next-step.ts'

const A = '198.51.100.3'
const SIX = '2001:db8::3'

const seen = (facts: Partial<Facts>): FactSheet =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { at: '', seen: 'inside', via: 'ops@h', value }]))
const session = {
  'inside-session': {
    ...{ user: 'ops', uid: 1001, root: true, kernel: '6.1', init: 'systemd' as const, roundTrip: 0.1, clockOffset: 0 },
  },
}
const banned = (...bans: Facts['bans']['banned']): Partial<Facts> => ({ ...session, bans: { tools: [], banned: bans } })
/** A rule in its place, as `family table chain: rule`. */
const at = (words: string, by: string) => {
  const [, family, table, chain, text] = /^(\S+) (\S+) (\S+): (.*)$/.exec(words) ?? assert.fail(words)
  const writer =
    by === 'iptables-legacy' ? by : family === 'inet' || by === 'nft' || table === 'sshguard' ? 'nft' : 'iptables'
  return { by, place: { writer, family: family!, table: table!, chain: chain!, text: text! } } as const
}
const refused = (more: Partial<Facts['firewall']>): Partial<Facts> => ({
  ...session,
  firewall: { tools: [], verdict: 'drops', from: A, ...more },
})

/** What was seen, and the command for it: each tool has its own. */
const ADVICE: [fault: string, Partial<Facts>, command: string | undefined][] = [
  [
    'source-banned',
    banned({ tool: 'fail2ban', holder: { kind: 'jail', name: 'sshd' }, address: A }),
    `fail2ban-client set sshd unbanip ${A}`,
  ],
  [
    'source-banned',
    banned(
      { tool: 'fail2ban', holder: { kind: 'jail', name: 'sshd' }, address: A },
      { tool: 'fail2ban', holder: { kind: 'jail', name: 'recidive' }, address: A },
    ),
    `fail2ban-client unban ${A}`,
  ],
  [
    'source-banned',
    banned({ tool: 'crowdsec', holder: { kind: 'decision', name: 'x' }, address: A }),
    `cscli decisions delete --ip ${A}`,
  ],
  [
    'source-banned',
    banned({
      tool: 'crowdsec',
      holder: { kind: 'decision', name: "manual 'ban' from ''" },
      address: '198.51.100.0/24',
    }),
    'cscli decisions delete --range 198.51.100.0/24',
  ],
  [
    'source-banned',
    banned({ tool: 'sshguard', holder: { kind: 'set', name: 'set sshguard attackers' }, address: A }),
    'systemctl restart sshguard',
  ],
  [
    'source-banned',
    banned({ tool: 'denyhosts', holder: { kind: 'file', name: '/etc/hosts.deny' }, address: A }),
    `grep -rnF ${A} /etc/hosts.deny /var/lib/denyhosts`,
  ],
  [
    'source-banned',
    refused({ ...at(`ip filter INPUT: -s ${A}/32 -j DROP`, 'iptables') }),
    `iptables -t filter -I INPUT -s ${A} -p tcp --dport 22 -j ACCEPT`,
  ],
  [
    'packets-dropped',
    refused({ ...at('ip6 filter INPUT: policy drop', 'iptables-legacy'), from: SIX }),
    `ip6tables-legacy -t filter -I INPUT -s ${SIX} -p tcp --dport 22 -j ACCEPT`,
  ],
  [
    'packets-dropped',
    refused({ ...at('ip filter OUTPUT: policy drop', 'iptables'), answers: true }),
    `iptables -t filter -I OUTPUT -d ${A} -p tcp --sport 22 -j ACCEPT`,
  ],
  [
    'packets-dropped',
    refused({ ...at('inet filter input: policy drop', 'nft') }),
    `nft insert rule inet filter input ip saddr ${A} tcp dport 22 accept`,
  ],
  [
    'packets-dropped',
    refused({ ...at('inet filter output: policy drop', 'nft'), from: SIX, answers: true }),
    `nft insert rule inet filter output ip6 daddr ${SIX} tcp sport 22 accept`,
  ],
  [
    'packets-rejected',
    refused({
      verdict: 'rejects',
      ...at('inet firewalld filter_INPUT_POLICIES: reject with admin-prohibited', 'firewalld'),
      zone: 'public',
    }),
    `firewall-cmd --zone=public --add-rich-rule='rule priority=-1 family=ipv4 source address=${A} port port=22 protocol=tcp accept'`,
  ],
  [
    'packets-dropped',
    refused({ ...at('inet firewalld_policy_drop raw_prerouting: policy drop', 'firewalld') }),
    'firewall-cmd --panic-off',
  ],
  [
    'packets-dropped',
    refused({ ...at('ip filter INPUT: policy drop', 'ufw') }),
    `ufw prepend allow proto tcp from ${A} to any port 22`,
  ],
  ['source-banned', refused({ ...at(`ip filter dynamic: -s ${A}/32 -j DROP`, 'shorewall') }), `shorewall allow ${A}`],
  [
    'packets-dropped',
    refused({ ...at('ip filter net-fw: -j DROP', 'shorewall') }),
    `iptables -t filter -I net-fw -s ${A} -p tcp --dport 22 -j ACCEPT`,
  ],
  // A ban tool's rule whose tool says nothing of it.
  [
    'source-banned',
    refused({ ...at(`ip filter f2b-sshd: -s ${A}/32 -j REJECT --reject-with icmp-port-unreachable`, 'fail2ban') }),
    `iptables -t filter -I f2b-sshd -s ${A} -p tcp --dport 22 -j ACCEPT`,
  ],
  [
    'source-banned',
    refused({ ...at('ip sshguard blacklist: ip saddr @attackers drop', 'sshguard') }),
    `nft insert rule ip sshguard blacklist ip saddr ${A} tcp dport 22 accept`,
  ],
  [
    'source-banned',
    refused({ by: 'route', route: { type: 'unreachable', network: A } }),
    `ip route del unreachable ${A}`,
  ],
  // Nobody knows for whom, or by which rule.
  ['packets-dropped', { ...session, firewall: { tools: ['ufw'], verdict: 'drops', by: 'ufw' } }, undefined],
  ['packets-dropped', refused({ verdict: 'open' }), undefined],
  // A name made to be pasted into a shell.
  ['packets-dropped', refused({ ...at('inet $(id) input: policy drop', 'nft') }), undefined],
]

describe('who keeps an address out', () => {
  for (const [fault, facts, command] of ADVICE) {
    test(`${fault}: ${command ?? 'no command'}`, () => {
      const cause = { id: fault, probability: 0.99 } as never
      const target = { destination: 'alice@h', host: 'h', port: 22, user: 'alice', ssh: [] }
      assert.equal(nextStep([cause], seen(facts), target)?.command, command)
    })
  }
})
