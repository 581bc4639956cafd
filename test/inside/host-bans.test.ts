import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FactSheet } from '../../src/core/types.ts'
import { ban } from '../../src/knowledge/signs/inside/network.ts'
import bans from '../../src/probes/inside/bans.ts'
import firewall from '../../src/probes/inside/firewall.ts'
import tcpWrappers from '../../src/probes/inside/tcp-wrappers.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { type Lab, withLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { contextOn } from './machine-access.ts'

const skip = await skipUnlessHosts()

/** fail2ban's ways to keep somebody out, and whose rule the firewall's probe then names. */
const ACTIONS: [action: string, by: string | undefined, verdict: string][] = [
  ['iptables-multiport', 'fail2ban', 'rejects'],
  ['iptables-xt_recent-echo', 'fail2ban', 'rejects'],
  ['nftables[blocktype=drop]', 'fail2ban', 'drops'],
  ['ufw', 'ufw', 'rejects'],
  ['route', 'route', 'drops'],
  ['hostsdeny', undefined, 'open'],
]

const jail = (action: string, port = 'ssh'): string => `[DEFAULT]
backend = systemd
banaction = ${action}
[sshd]
enabled = true
port = ${port}
bantime = 1h
`

async function startFail2ban({ machine, client }: Lab, config: string): Promise<void> {
  await machine.must(
    `cat > /etc/fail2ban/jail.d/zz.local; systemctl restart fail2ban
     until fail2ban-client status sshd >/dev/null 2>&1; do sleep 0.2; done
     fail2ban-client set sshd banip ${client.address}; fail2ban-client set sshd banip 203.0.113.7`,
    { stdin: config, timeoutMs: 30_000 },
  )
}

const stopFail2ban = ({ machine }: Lab): Promise<string> =>
  machine.must('systemctl stop fail2ban; rm -f /var/lib/fail2ban/*; nft flush ruleset', { timeoutMs: 30_000 })

/** What the sign reads on the machine. */
async function signOf(lab: Lab, from?: string): Promise<unknown> {
  const context = () => contextOn(lab, 'root', from === undefined ? {} : { from })
  const facts: Record<string, unknown> = {}
  for (const probe of [bans, firewall, tcpWrappers])
    facts[probe.id] = { at: '', seen: 'inside', via: 'root', value: await probe.run(context()) }
  return ban.read(facts as FactSheet)
}

/** Asks until the ban is carried out: fail2ban says `banned` first. */
async function verdictOf(lab: Lab, wanted: string): Promise<{ verdict: string; by?: string }> {
  for (let tries = 0; ; tries++) {
    const fact = await firewall.run(contextOn(lab))
    if (fact.verdict === wanted || tries > 40) return fact
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

for (const release of DEFAULT_RELEASES) {
  describe(`the ban tools of ${release} from within`, { skip }, () => {
    test('fail2ban, whichever way it keeps somebody out', () =>
      withLab({ release }, async (lab) => {
        const { machine, client } = lab
        for (const [action, by, verdict] of ACTIONS) {
          if (action === 'ufw') await machine.must('ufw allow 22/tcp; ufw --force enable', { timeoutMs: 30_000 })
          await startFail2ban(lab, jail(action))
          const refused = await verdictOf(lab, verdict)
          assert.deepEqual([refused.verdict, refused.by], [verdict, by], action)
          if (action === 'hostsdeny')
            await machine.must(`until grep -q ${client.address} /etc/hosts.deny; do sleep 0.1; done`)
          const { banned, tools } = await bans.run(contextOn(lab))
          assert.deepEqual(tools, [{ name: 'fail2ban', running: true }], action)
          assert.deepEqual(
            banned.map(({ holder, address }) => [holder.name, address]),
            [['sshd', client.address]],
            action,
          )
          assert.ok(Date.parse(banned[0]!.until!) > Date.now() + 3_000_000, action)
          assert.equal(await signOf(lab), 'banned', action)
          assert.equal(await signOf(lab, '198.51.100.9'), 'none', action)
          await stopFail2ban(lab)
          if (action === 'ufw') await machine.must('ufw --force reset', { timeoutMs: 30_000 })
        }
      }))

    test('a ban from another port keeps nobody from this one', () =>
      withLab({ release }, async (lab) => {
        await startFail2ban(lab, jail('nftables-multiport', '80,443'))
        assert.equal((await bans.run(contextOn(lab))).banned.length, 1)
        assert.equal((await firewall.run(contextOn(lab))).verdict, 'open')
        assert.equal(await signOf(lab), 'none')
      }))
  })
}
