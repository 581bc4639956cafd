import { describe, test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBans } from '../../src/probes/inside/bans.ts'
import { readBlockedTasks } from '../../src/probes/inside/blocked-tasks.ts'
import { readBoot } from '../../src/probes/inside/boot.ts'
import { readContainers } from '../../src/probes/inside/containers.ts'
import { readDescriptors } from '../../src/probes/inside/descriptors.ts'
import { readDisk } from '../../src/probes/inside/disk.ts'
import { readFirewall } from '../../src/probes/inside/firewall.ts'
import { readNftJson } from '../../src/probes/firewall/nft-json.ts'
import { judge } from '../../src/probes/firewall/ruleset.ts'
import { readLogDaemon } from '../../src/probes/inside/log-daemon.ts'
import { readMemory } from '../../src/probes/inside/memory.ts'
import { readOomKills } from '../../src/probes/inside/oom-kills.ts'
import { readPressure } from '../../src/probes/inside/pressure.ts'
import { readProcessLimit } from '../../src/probes/inside/process-limit.ts'
import { readResolver } from '../../src/probes/inside/resolver.ts'
import { readMandatoryAccess } from '../../src/probes/inside/selinux-apparmor.ts'
import { readTcpWrappers } from '../../src/probes/inside/tcp-wrappers.ts'

const PARSERS: Record<string, (text: string) => unknown> = {
  bans: (text) => readBans(text, '192.0.2.1'),
  blockedTasks: readBlockedTasks,
  boot: readBoot,
  containers: readContainers,
  descriptors: readDescriptors,
  disk: readDisk,
  firewall: (text) => readFirewall(text, { port: 22, from: '192.0.2.1' }),
  logDaemon: readLogDaemon,
  memory: readMemory,
  oomKills: readOomKills,
  pressure: readPressure,
  processLimit: (text) => readProcessLimit(text, 1000, 'alice'),
  resolver: readResolver,
  mandatory: readMandatoryAccess,
  tcpWrappers: (text) => readTcpWrappers(text, '192.0.2.1'),
}

// Words of the real outputs, so that chance gets behind the first gate.
const WORDS =
  `@uptime @meminfo @groups @kernel @looked @first @second @contained @nft @nft-code @iptables- @uid @jails @crowdsec @rules @ipset
  @mounts @space @inodes @fstab @home @limits @open @system @lookup @servers @times @state @jobs @packages @stat-before @stat-after
  @groups-before @groups-after @load @psi @look-first @look-second @socket @addresses @route @deny @deny-there @programs group
  memory.max cpu.max cpu.stat pids.max max MemTotal: MemAvailable: 1 0 100 -1 1e9 99999999999999999999 / /var/log readable
  [12.5] Killed process (x) blocked for more than *filter :INPUT DROP -A INPUT -j -s ! --dport 22 {"nftables":[ {"rule": ] } , : |
  ALL EXCEPT sshd: btime uptime init cpu cpu0 tmpfs rw 12.50 jail 192.0.2.1 = 9999-12-31 00:00:00 journal
  systemd-journal S T frozen moves constructor __proto__ -A :constructor`.split(/\s+/)
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\n', ' ', '\n')),
    {
      maxLength: 80,
    },
  )
  .map((words) => words.join(fc.sample(fc.constantFrom(' ', '\n', ''), 1)[0]))

describe("what the host's probes read", () => {
  for (const [name, read] of Object.entries(PARSERS)) {
    test(`${name} takes any text, and gives plain JSON`, () => {
      fc.assert(
        fc.property(text, (output) => {
          const value = read(output)
          assert.deepEqual(JSON.parse(JSON.stringify(value ?? null)), value ?? null)
        }),
        { numRuns: 300 },
      )
    })
  }

  test('any JSON for a ruleset', () => {
    const expression = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(null, 22, 'tcp', '10.0.0.1', '@s', true, 'saddr', 'dport', '==', 'new', 'syn'),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(
            ...'match left right op payload meta ct key protocol field set elem val prefix addr len range concat & vmap data jump target drop accept limit fib result toString valueOf'.split(
              ' ',
            ),
          ),
          tie('any'),
          { maxKeys: 4 },
        ),
      ),
    })).any
    fc.assert(
      fc.property(fc.array(fc.array(expression, { maxLength: 4 }), { maxLength: 5 }), (rules) => {
        const where = { family: 'ip', table: 't' }
        const nftables = [
          { chain: { ...where, name: 'c', hook: 'input', prio: 0, policy: 'drop' } },
          { set: { ...where, name: 's', elem: rules[0] ?? [] } },
          ...rules.map((expr) => ({ rule: { ...where, chain: 'c', expr } })),
        ]
        const tables = readNftJson(JSON.stringify({ nftables }))
        assert.ok(tables)
        judge(tables, { family: 4, port: 22, from: '10.0.0.1', to: ['10.0.0.2'], device: 'eth0' })
      }),
    )
  })

  test('what SELinux only notes is no denial, nor what another program was denied', () => {
    const avc = (comm: string, permissive: number) =>
      `type=AVC msg=audit(1795275872.123:456): avc:  denied  { read } for  pid=7 comm="${comm}" name="sshd" dev="dm-0" ino=3 scontext=system_u:system_r:sshd_t:s0 tcontext=unconfined_u:object_r:user_home_t:s0 tclass=file permissive=${permissive}`
    const lines = [avc('sshd', 1), avc('httpd', 0), avc('sshd-session', 0)]
    const fact = readMandatoryAccess(`@enforce\n1\n@audit\n${lines.join('\n')}\n`)
    assert.deepEqual([fact.selinux, fact.denials.length], ['enforcing', 1])
    assert.match(fact.denials[0]!, /comm="sshd-session"/)
  })

  test('a text that nests without end, and chains in a circle', () => {
    assert.equal(readNftJson('['.repeat(1e6)), undefined)
    const jumps = Array.from({ length: 30 }, () => ({
      rule: { family: 'ip', table: 't', chain: 'c', expr: [{ match: {} }, { jump: { target: 'c' } }] },
    }))
    const tables = readNftJson(
      JSON.stringify({ nftables: [{ chain: { family: 'ip', table: 't', name: 'c', hook: 'input' } }, ...jumps] }),
    )
    assert.equal(judge(tables!, { family: 4, port: 22, to: [] }).verdict, 'unknown')
  })
})
