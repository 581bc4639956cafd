import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Facts } from '../../src/core/types.ts'
import bans from '../../src/probes/inside/bans.ts'
import firewall from '../../src/probes/inside/firewall.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { type Lab, withLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { contextOn } from './machine-access.ts'
import { placeOf } from './place-of.ts'

const skip = await skipUnlessHosts()

/** nft wants a line of its own for each block; a set of values stays on its line. */
function laidOut(text: string): string {
  const blocks: boolean[] = []
  return text.replace(/[{}]/g, (bracket, at: number) => {
    if (bracket === '}') return blocks.pop() ? '\n}\n' : '}'
    const block = /(?:table \w+ \w+|chain \w+|(?:set|map) \w+) $/.test(text.slice(0, at))
    blocks.push(block)
    return block ? '{\n' : '{'
  })
}

const base = (rules: string, extra = ''): string =>
  `table inet t { ${extra} chain input { type filter hook input priority 0; policy accept; ${rules} } }`

const nftRules = (client: string): [rules: string, verdict: string, reaches?: boolean][] => [
  [base('tcp dport 22 drop'), 'drops', false],
  [base('tcp dport { 80, 443 } drop'), 'open', true],
  [base('tcp dport 1-100 reject with tcp reset'), 'rejects', false],
  [base(`ip saddr 10.0.0.0/8 tcp dport ssh drop`), 'drops', false],
  [base(`ip saddr != 10.77.0.0/16 tcp dport 22 drop`), 'open', true],
  [base('ct state established,related accept; iif lo accept; tcp dport 22 accept; drop'), 'open', true],
  [
    base(
      'ct state vmap { established : accept, related : accept, invalid : drop }; iifname "lo" accept; tcp dport { 80 } accept; reject with icmpx type admin-prohibited',
    ),
    'rejects',
    false,
  ],
  [
    base('ip saddr @bad drop', `set bad { type ipv4_addr; flags interval; elements = { 10.77.0.0-10.77.255.255 } }`),
    'drops',
    false,
  ],
  [
    base(
      'ip saddr @bad drop',
      `set bad { type ipv4_addr; flags interval,timeout; elements = { 192.168.0.0/16, ${client} timeout 1h } }`,
    ),
    'drops',
    false,
  ],
  [
    base('ip saddr . tcp dport @bad drop', `set bad { type ipv4_addr . inet_service; elements = { ${client} . 22 } }`),
    'drops',
    false,
  ],
  [
    base('tcp dport vmap { 22 : jump ssh, 80 : accept }', `chain ssh { ip saddr ${client} return; drop }`),
    'open',
    true,
  ],
  [base('jump a', `chain a { goto b; } chain b { tcp dport 22 counter drop }`), 'drops', false],
  [base('tcp dport 22 ct state new limit rate 3/minute accept; tcp dport 22 ct state new drop'), 'limits'],
  [base('tcp dport 22 ct state new limit rate over 3/minute drop'), 'limits'],
  [
    base(
      'tcp dport 22 ct state new add @m { ip saddr limit rate over 3/minute } drop',
      'set m { type ipv4_addr; size 65535; flags dynamic; }',
    ),
    'limits',
  ],
  [base('tcp dport 22 ct state new meter mm { ip saddr limit rate over 3/minute } drop'), 'limits'],
  [
    base(
      'tcp dport 22 ct state new add @m { ip saddr ct count over 4 } reject',
      'set m { type ipv4_addr; size 65535; flags dynamic; }',
    ),
    'limits',
  ],
  [base('tcp dport 22 numgen random mod 10 < 3 drop'), 'limits'],
  [base('ip length gt 620 drop'), 'open', true],
  [base('@th,160,32 0x5353482d drop'), 'unknown'],
  [base('tcp flags & (syn|ack) == syn tcp dport 22 drop'), 'drops', false],
  [base('tcp flags & (fin|syn|rst|ack) != syn ct state new drop'), 'open', true],
  [base('tcp flags syn tcp dport 22 drop'), 'drops', false],
  [base('tcp flags ! syn ct state new drop'), 'open', true],
  [base('tcp flags ! ack tcp dport 22 drop'), 'drops', false],
  [base('ip frag-off & 0x1fff != 0 drop; ip ttl < 5 drop; tcp option maxseg size 1-500 drop'), 'open', true],
  [base('exthdr frag exists drop; rt type 0 drop'), 'open', true],
  [
    base('ip saddr vmap @m', 'map m { type ipv4_addr : verdict; flags interval; elements = { 10.77.0.0/16 : drop } }'),
    'drops',
    false,
  ],
  [
    base(
      'iifname . tcp dport @s drop',
      'set s { type ifname . inet_service; elements = { "eth0" . 22, "eth1" . 80 } }',
    ),
    'drops',
    false,
  ],
  [base('iifname { "eth1", "wg0" } tcp dport 22 drop'), 'open', true],
  [base('meta l4proto tcp th dport 22 drop'), 'drops', false],
  [base('fib daddr type != local drop'), 'open', true],
  [base('fib saddr . iif oif missing drop'), 'open', true],
  [base('ip daddr 10.77.0.0/16 tcp dport 22 drop'), 'drops', false],
  [base('iifname "eth*" tcp dport 22 drop'), 'drops', false],
  [base('iif eth0 tcp dport 22 drop'), 'drops', false],
  [base('ip6 saddr ::/0 drop; meta nfproto ipv6 drop; ip protocol icmp drop; udp dport 22 drop'), 'open', true],
  [base('tcp dport 22 log prefix "x" limit rate 1/second'), 'open', true],
  [
    'table ip a { chain p { type nat hook prerouting priority dstnat; tcp dport 22 redirect to :2222 } }',
    'unknown',
    false,
  ],
  ['table ip a { chain p { type nat hook prerouting priority dstnat; tcp dport 8022 redirect to :22 } }', 'open', true],
  [
    'table ip a { chain p { type filter hook prerouting priority raw; tcp dport 22 accept } chain i { type filter hook input priority 10; policy drop; } }',
    'drops',
    false,
  ],
  ['table netdev n { chain i { type filter hook ingress device eth0 priority 0; tcp dport 22 drop } }', 'drops', false],
  [base('meta mark 0x1 drop; ct status dnat drop'), 'open', true],
  [base('tcp sport 1-1023 drop'), 'open', true],
  [base('oifname "eth0" drop'), 'open', true],
  [base('oifname != "eth1" tcp dport 22 drop'), 'drops', false],
  [base('tcp dport 22 ip dscp 0x2e drop'), 'unknown', true],
  // What is dropped on the way back is as good as dropped.
  [
    'table inet t { chain o { type filter hook output priority 0; policy drop; ip daddr 192.0.2.1 accept; } }',
    'drops',
    false,
  ],
  [
    `table inet t { chain o { type filter hook output priority 0; policy drop; ct state established accept; } }`,
    'open',
    true,
  ],
  [
    `table inet t { chain o { type filter hook output priority 0; policy accept; tcp sport 22 ip daddr ${client} reject; } }`,
    'drops',
    false,
  ],
  [
    `table inet t { chain o { type filter hook output priority 0; policy accept; tcp dport 22 drop; iifname "eth0" drop; tcp dport { 25, 80 } drop; udp dport 53 drop } }`,
    'open',
    true,
  ],
  ['table ip n { chain p { type nat hook postrouting priority srcnat; oifname "eth0" masquerade } }', 'open', true],
  [base('tcp dport != 22 drop'), 'open', true],
  [base('ip saddr { 10.77.1.0/24, 10.77.2.5 } tcp dport 22 drop'), 'open', true],
]
const iptablesRules = (client: string): [rules: string, verdict: string, reaches?: boolean][] => [
  ['-A INPUT -p tcp -m tcp --dport 22 -j DROP', 'drops', false],
  [`-A INPUT -s ${client} -p tcp -m multiport --dports 22,80 -j REJECT --reject-with tcp-reset`, 'rejects', false],
  [
    '-A INPUT -p tcp --dport 22 -m conntrack --ctstate NEW -m recent --set\n-A INPUT -p tcp --dport 22 -m conntrack --ctstate NEW -m recent --update --seconds 60 --hitcount 4 -j DROP',
    'limits',
  ],
  ['-A INPUT -p tcp --syn --dport 22 -m connlimit --connlimit-above 3 -j REJECT', 'limits'],
  [
    '-A INPUT -p tcp --dport 22 -m hashlimit --hashlimit-above 4/min --hashlimit-mode srcip --hashlimit-name x -j DROP',
    'limits',
  ],
  ['-A INPUT ! -s 10.77.0.0/16 -p tcp --dport 22 -j DROP', 'open', true],
  [
    '-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp -m comment --comment "a -j b" --dport 22 -j ACCEPT\n-A INPUT -j REJECT',
    'open',
    true,
  ],
  ['-A INPUT -m iprange --src-range 10.77.0.0-10.77.255.255 -j DROP', 'drops', false],
  ['-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j DROP', 'drops', false],
  ['-A INPUT -p tcp -m string --string SSH- --algo bm -j REJECT', 'unknown'],
  ['-A OUTPUT -m conntrack --ctstate INVALID -j DROP\n-A OUTPUT -p tcp --sport 22 -j DROP', 'drops', false],
  ['-A OUTPUT -p tcp --dport 25 -j DROP\n-A OUTPUT ! -o lo -p udp -j DROP', 'open', true],
  ['-A INPUT -f -j DROP\n-A INPUT -p tcp -m length --length 1000:1500 -j DROP', 'open', true],
  ['-A INPUT -p tcp -m tcp --tcp-flags SYN,RST SYN -m tcpmss --mss 1:500 -j DROP', 'open', true],
  ['-A INPUT -m conntrack --ctstate NEW --ctproto 6 --ctorigdstport 22 -j DROP', 'drops', false],
  [`:allowed - [0:0]\n-A INPUT -s ${client} -j allowed\n-A allowed -j DROP`, 'drops', false],
  ['-A INPUT -i eth1 -p tcp --dport 22 -j DROP\n-A INPUT -p tcp -m multiport --ports 80,443 -j DROP', 'open', true],
  // A list nobody is on, and one we are on.
  ['-A INPUT -m recent --rcheck --seconds 600 --name banned --rsource -j DROP', 'open', true],
  ['-A INPUT -m recent --update --seconds 600 --name bannedtoo --rsource -j DROP', 'drops', false],
]

/** Puts the client on a list of the recent match; one that no rule names is none yet. */
const RECENT = 'bannedtoo'

async function check(lab: Lab, rules: string, verdict: string, reaches?: boolean): Promise<Facts['firewall']> {
  const fact = await firewall.run(contextOn(lab, 'ops'))
  assert.equal(fact.verdict, verdict, `${rules}: ${JSON.stringify(fact)}`)
  if (verdict !== 'open') assert.ok(placeOf(fact), rules)
  if (reaches === undefined) return fact
  const connect = `exec 3<>/dev/tcp/${lab.machine.address}/22; read -r l <&3; echo "$l"`
  const said = await lab.client.run(['timeout', reaches ? '5' : '1', 'bash', '-c', connect])
  assert.equal(said.stdout.startsWith('SSH-'), reaches, `the kernel says otherwise: ${rules}`)
  return fact
}

for (const release of DEFAULT_RELEASES) {
  describe(`the firewall of ${release} from within`, { skip }, () => {
    test('says what the kernel then does', () =>
      withLab({ release }, async (lab) => {
        const { machine, client } = lab
        for (const [rules, verdict, reaches] of nftRules(client.address)) {
          await machine.must('nft flush ruleset && nft -f -', { stdin: laidOut(rules) })
          await check(lab, rules, verdict, reaches)
        }
        await machine.must('nft flush ruleset')
        for (const [rules, verdict, reaches] of iptablesRules(client.address)) {
          for (const restore of ['iptables-restore', 'iptables-legacy-restore']) {
            const legacy = restore.includes('legacy')
            const text = `*filter\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n${rules}\nCOMMIT\n`
            await machine.must(restore, { stdin: text })
            if (rules.includes(RECENT)) await machine.must(`echo +${client.address} > /proc/net/xt_recent/${RECENT}`)
            const { by } = await check(lab, `${restore} ${rules}`, verdict, reaches)
            if (verdict !== 'open') assert.equal(by, legacy ? 'iptables-legacy' : 'iptables', rules)
            await machine.must(
              legacy ? `${restore} < /dev/null; iptables-legacy -F; iptables-legacy -X` : 'nft flush ruleset',
            )
          }
        }
        await check(lab, 'none', 'open', true)
      }))

    test('names the limit, the jump that refuses, and the tool whose rule it is', () =>
      withLab({ release }, async (lab) => {
        const { machine, client } = lab
        const decides = async (rules: string): Promise<(string | undefined)[]> => {
          await machine.must('nft flush ruleset && nft -f -', { stdin: laidOut(rules) })
          const fact = await firewall.run(contextOn(lab))
          const { verdict, by, answers } = fact
          return [verdict, by, placeOf(fact), ...(answers ? ['answers'] : [])]
        }
        assert.deepEqual(
          await decides(
            base(
              'limit rate 1/second jump noted; tcp dport 22 limit rate 3/minute accept; drop',
              'chain noted { log; }',
            ),
          ),
          ['limits', 'nft', 'inet t input: tcp dport 22 limit rate 3/minute accept'],
        )
        assert.deepEqual(await decides(base(`ip saddr ${client.address} goto bad`, 'chain bad { counter; reject; }')), [
          'rejects',
          'nft',
          `inet t input: ip saddr ${client.address} goto bad`,
        ])
        assert.deepEqual(
          await decides('table inet t { chain o { type filter hook output priority 0; policy drop; } }'),
          ['drops', 'nft', 'inet t o: policy drop', 'answers'],
        )
        await machine.must('nft flush ruleset')
        await machine.must(`ip route add unreachable ${client.address}; ip route add blackhole 203.0.113.0/24`)
        const fact = await firewall.run(contextOn(lab))
        assert.deepEqual(
          [fact.verdict, fact.by, placeOf(fact)],
          ['drops', 'route', `route: unreachable ${client.address}`],
        )
        assert.equal(
          placeOf(await firewall.run(contextOn(lab, 'root', { from: '203.0.113.7' }))),
          'route: blackhole 203.0.113.0/24',
        )
        assert.equal((await firewall.run(contextOn(lab, 'root', { from: '198.51.100.7' }))).verdict, 'open')
      }))

    test('ufw and fail2ban', () =>
      withLab({ release }, async (lab) => {
        const { machine, client } = lab
        await machine.must('ufw allow 2222/tcp && ufw --force enable', { timeoutMs: 30_000 })
        assert.deepEqual(await firewall.run(contextOn(lab)), {
          tools: ['ufw'],
          verdict: 'drops',
          by: 'ufw',
          place: { writer: 'iptables', family: 'ip', table: 'filter', chain: 'INPUT', text: 'policy drop' },
          from: client.address,
        })
        // ufw's rules for IPv6 begin with one about routing headers.
        const six = contextOn(lab, 'root', { from: client.address6 })
        six.target.host = machine.address6
        assert.deepEqual(
          [(await firewall.run(six)).verdict, placeOf(await firewall.run(six))],
          ['drops', 'ip6 filter INPUT: policy drop'],
        )
        await machine.must('ufw limit 22/tcp')
        assert.equal((await firewall.run(contextOn(lab))).verdict, 'limits')
        await machine.must('ufw allow 22/tcp && ufw delete limit 22/tcp || true; ufw delete limit 22/tcp || true')
        await machine.must('ufw --force disable; nft flush ruleset')
        const jail = '[DEFAULT]\nbackend = systemd\nbanaction = nftables\n[sshd]\nenabled = true\nbantime = 1h\n'
        await machine.must('cat > /etc/fail2ban/jail.d/zz.local && systemctl start fail2ban', { stdin: jail })
        await machine.must(
          `until fail2ban-client status sshd >/dev/null 2>&1; do sleep 0.2; done
           fail2ban-client set sshd banip ${client.address}
           until nft list ruleset | grep -q ${client.address}; do sleep 0.1; done`,
          { timeoutMs: 30_000 },
        )
        const fact = await bans.run(contextOn(lab, 'ops', { sh: ['busybox', 'sh'] }))
        assert.deepEqual(fact.tools, [{ name: 'fail2ban', running: true }])
        const [ban] = fact.banned
        assert.deepEqual([ban?.tool, ban?.holder.name, ban?.address], ['fail2ban', 'sshd', client.address])
        const left = Date.parse(ban!.until!) - Date.now()
        assert.ok(left > 3_000_000 && left <= 3_600_000, ban!.until)
        assert.equal((await firewall.run(contextOn(lab))).verdict, 'rejects')
        assert.deepEqual((await bans.run(contextOn(lab, 'root', { from: '203.0.113.7' }))).banned, [])
        assert.equal((await firewall.run(contextOn(lab, 'root', { from: '203.0.113.7' }))).verdict, 'open')
        assert.equal((await firewall.run(contextOn(lab, 'root', { from: null }))).verdict, 'unknown')
        await assert.rejects(bans.run(contextOn(lab, 'alice')), { name: 'Unanswered' })
        await assert.rejects(bans.run(contextOn(lab, 'root', { from: null })), { name: 'Unanswered' })
      }))
  })
}
