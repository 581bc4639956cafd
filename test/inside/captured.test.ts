import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { banHolder } from '../../src/knowledge/phrases/ban-holder.ts'
import { readBans } from '../../src/probes/inside/bans.ts'
import { readContainers } from '../../src/probes/inside/containers.ts'
import { readFirewall } from '../../src/probes/inside/firewall.ts'
import { placeOf } from './place-of.ts'

// What the probes' own scripts printed on Debian 12 beside programs that the tests' machines have not: firewalld, Shorewall, CrowdSec with its
// bouncer, sshguard, ipset, each by its version, with rules in force. Of the lab's addresses only the networks were renamed: the
// client is 192.0.2.70 (2001:db8:0:2::70), the server 192.0.2.10; the verdicts below are what the kernel there did.
const captured = (name: string): string => readFileSync(join(import.meta.dirname, 'captured', `${name}.txt`), 'utf8')

const CLIENT = '192.0.2.70'
const SIX = '2001:db8:0:2::70'
const ELSEWHERE = '203.0.113.9'

const FIREWALLS: [name: string, from: string, verdict: string, by?: string, rule?: string][] = [
  [
    'firewalld-1.3.3-drop',
    CLIENT,
    'drops',
    'firewalld',
    'inet firewalld filter_INPUT_ZONES: ip saddr 192.0.2.64/26 goto filter_IN_drop',
  ],
  ['firewalld-1.3.3-drop', ELSEWHERE, 'open'],
  ['firewalld-1.3.3-drop', SIX, 'open'],
  [
    'iptables-legacy-1.8.9-ipset-7.17',
    CLIENT,
    'drops',
    'iptables-legacy',
    'ip filter INPUT: -m set --match-set all src,dst -j DROP',
  ],
  ['iptables-legacy-1.8.9-ipset-7.17', '192.0.2.71', 'open'],
  ['iptables-legacy-1.8.9-ipset-7.17', SIX, 'drops', 'iptables-legacy', 'ip6 filter OUTPUT: policy drop'],
  ['shorewall-5.2.8-dynamic', CLIENT, 'rejects', 'shorewall', 'ip filter dynamic: -s 192.0.2.70/32 -j reject'],
  ['shorewall-5.2.8-dynamic', ELSEWHERE, 'open'],
  ['crowdsec-1.4.6-nft', CLIENT, 'drops', 'crowdsec', 'ip crowdsec crowdsec-chain: ip saddr @crowdsec-blacklists drop'],
  ['crowdsec-1.4.6-nft', ELSEWHERE, 'open'],
  [
    'crowdsec-1.4.6-iptables',
    '192.0.2.77',
    'drops',
    'crowdsec',
    'ip filter INPUT: -m set --match-set crowdsec-blacklists src -j DROP',
  ],
  ['crowdsec-1.4.6-iptables', ELSEWHERE, 'open'],
  ['sshguard-2.4.2-nft-sets', CLIENT, 'drops', 'sshguard', 'ip sshguard blacklist: ip saddr @attackers drop'],
  ['sshguard-2.4.2-nft-sets', SIX, 'drops', 'sshguard', 'ip6 sshguard blacklist: ip6 saddr @attackers drop'],
  ['sshguard-2.4.2-nft-sets', '192.0.2.71', 'open'],
]

describe('firewalls of programs that are not here, as they were', () => {
  for (const [name, from, verdict, by, rule] of FIREWALLS) {
    test(`${name}, from ${from}: ${verdict}`, () => {
      const fact = readFirewall(captured(`${name}.firewall`), { port: 22, from })
      assert.deepEqual([fact?.verdict, fact?.by, fact && placeOf(fact)], [verdict, by, rule])
    })
  }

  test('says which zone it was, and that it is the answer that is dropped', () => {
    const drop = readFirewall(captured('firewalld-1.3.3-drop.firewall'), { port: 22, from: CLIENT })
    assert.equal(drop?.zone, 'drop')
    const legacy = captured('iptables-legacy-1.8.9-ipset-7.17.firewall')
    assert.equal(readFirewall(legacy, { port: 22, from: SIX })?.answers, true)
  })

  test('a rule for another port is none for this one', () => {
    const legacy = captured('iptables-legacy-1.8.9-ipset-7.17.firewall')
    assert.equal(readFirewall(legacy, { port: 2222, from: CLIENT })?.verdict, 'open')
  })
})

const BANS: [name: string, from: string, banned: [rule: string, address: string, until: string][]][] = [
  ['crowdsec-1.4.6-nft', CLIENT, [['test', CLIENT, '2026-11-21T19:43:44.000Z']]],
  ['crowdsec-1.4.6-nft', ELSEWHERE, []],
  // The network, and the address once more; what the bouncer made of them is no third.
  [
    'crowdsec-1.4.6-iptables',
    CLIENT,
    [
      ['test', '192.0.2.64/28', '2026-11-21T19:44:14.000Z'],
      ['test', CLIENT, '2026-11-21T19:43:44.000Z'],
    ],
  ],
  ['crowdsec-1.4.6-iptables', '192.0.2.77', [['test', '192.0.2.64/28', '2026-11-21T19:44:14.000Z']]],
  // Blocked for ever once, in its log; the last word is ten minutes.
  ['sshguard-2.4.2-nft-sets', CLIENT, [['set sshguard attackers', CLIENT, '2026-11-21T15:54:38.000Z']]],
  ['sshguard-2.4.2-nft-sets', SIX, [['set sshguard attackers', SIX, '2026-11-21T15:54:38.000Z']]],
  ['sshguard-2.4.2-nft-sets', ELSEWHERE, []],
  ['sshguard-2.4.2-hosts', CLIENT, [['/etc/hosts.allow', CLIENT, '2026-11-21T15:56:14.000Z']]],
  ['sshguard-2.4.2-hosts', SIX, [['/etc/hosts.allow', SIX, '2026-11-21T15:56:14.000Z']]],
  ['sshguard-2.4.2-hosts', ELSEWHERE, []],
]

describe('ban tools that are not here, as they were', () => {
  for (const [name, from, expected] of BANS) {
    test(`${name}, from ${from}: ${expected.map(([rule]) => rule).join(', ') || 'nothing'}`, () => {
      const tool = name.split('-')[0]
      const fact = readBans(captured(`${name}.bans`), from)
      assert.deepEqual(fact?.tools, [{ name: tool, running: true }])
      assert.deepEqual(
        fact?.banned.map((each) => [banHolder(each), each.address, each.until]),
        expected.map(([holder, address, until]) => [`${tool} ${holder}`, address, until]),
      )
    })
  }

  test('nobody knows whom a ban is for where nobody knows who asks', () => {
    assert.equal(readBans(captured('crowdsec-1.4.6-nft.bans')), undefined)
  })

  test('a decision that is simulated, or asks for a captcha, keeps nobody from a port', () => {
    const real = captured('crowdsec-1.4.6-nft.bans')
    const without = real.replace(/^\{"nftables".*$/m, '')
    assert.equal(readBans(without, CLIENT)?.banned.length, 1)
    assert.deepEqual(readBans(without.replace('"simulated": false', '"simulated": true'), CLIENT)?.banned, [])
    assert.deepEqual(readBans(without.replace('"type": "ban"', '"type": "captcha"'), CLIENT)?.banned, [])
  })

  test('a block that is over by its clock has none', () => {
    const later = captured('sshguard-2.4.2-nft-sets.bans').replace(/^@now\n\d+/m, '@now\n1795999999')
    assert.equal(readBans(later, CLIENT)?.banned[0]?.until, undefined)
    const forever = captured('sshguard-2.4.2-nft-sets.bans').replaceAll(/^.* for 600 secs .*\n/gm, '')
    assert.equal(readBans(forever, CLIENT)?.banned[0]?.until, undefined)
  })

  test('every jail of fail2ban that has an address is named, the longest ban first', () => {
    // fail2ban-client 1.0.2, `get JAIL banip --with-time`.
    const text = `@uid\n0\n@now\n1795275872 +0200\n@processes\nfail2ban-server\n@jails\njail sshd
198.51.100.7 \t2026-11-21 14:27:41 + 3604 = 2026-11-21 15:27:45\njail recidive
198.51.100.7 \t2026-11-21 14:27:41 + -1 = 9999-12-31 23:59:59\n@nft
{"nftables": [{"set": {"family": "inet", "name": "addr-set-sshd", "table": "f2b-table", "elem": ["198.51.100.7"]}}]}\n@end\n`
    assert.deepEqual(readBans(text, '198.51.100.7')?.banned, [
      { tool: 'fail2ban', holder: { kind: 'jail', name: 'recidive' }, address: '198.51.100.7' },
      {
        tool: 'fail2ban',
        holder: { kind: 'jail', name: 'sshd' },
        address: '198.51.100.7',
        until: '2026-11-21T13:27:45.000Z',
      },
    ])
    assert.deepEqual(readBans(text, '198.51.100.70')?.banned, [])
  })
})

describe('containers', () => {
  const web = { running: 1, stopped: 2, names: ['web'] }

  test('podman 4 says in its own way that one is up; podman 5 and docker do not', () => {
    // podman 4.3.1 and 5.4.2, docker 20.10.24: ps -a --format '{{.Names}} {{.State}}'.
    const four = '@podman\nweb Up 2 seconds ago\nshort Exited (0) 1 second ago\nnever Created\n@processes\nconmon\n'
    const five = '@podman\nweb running\nshort exited\nnever created\n@processes\nconmon\n'
    assert.deepEqual(readContainers(four), { runtime: 'podman', ...web })
    assert.deepEqual(readContainers(five), { runtime: 'podman', ...web })
    const docker = readContainers('@docker\ndnever created\ndweb created\n@processes\n')
    assert.deepEqual(docker, { runtime: 'docker', running: 0, stopped: 2, names: [] })
  })

  test("a user's own are seen by their keepers alone", () => {
    const fact = readContainers('@podman\n@processes\nconmon\nconmon\n')
    assert.deepEqual(fact, { runtime: 'podman', running: 2, stopped: 0, names: [] })
  })
})
