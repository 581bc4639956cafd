import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Unanswered, type Probe } from '../../src/core/probe.ts'
import type { FactId, Facts } from '../../src/core/types.ts'
import bans from '../../src/probes/inside/bans.ts'
import blockedTasks from '../../src/probes/inside/blocked-tasks.ts'
import boot from '../../src/probes/inside/boot.ts'
import containers from '../../src/probes/inside/containers.ts'
import descriptors from '../../src/probes/inside/descriptors.ts'
import disk from '../../src/probes/inside/disk.ts'
import firewall from '../../src/probes/inside/firewall.ts'
import logDaemon from '../../src/probes/inside/log-daemon.ts'
import memory from '../../src/probes/inside/memory.ts'
import oomKills from '../../src/probes/inside/oom-kills.ts'
import pressure from '../../src/probes/inside/pressure.ts'
import processLimit from '../../src/probes/inside/process-limit.ts'
import resolver from '../../src/probes/inside/resolver.ts'
import mandatory from '../../src/probes/inside/selinux-apparmor.ts'
import tcpWrappers from '../../src/probes/inside/tcp-wrappers.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { setControl } from '../../lab/hosts/cgroups.ts'
import { must } from '../../lab/hosts/command.ts'
import { type Lab, withLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { contextOn, type Who } from './machine-access.ts'

const skip = await skipUnlessHosts()

const ALL: readonly Probe[] = [
  memory,
  pressure,
  blockedTasks,
  oomKills,
  disk,
  descriptors,
  processLimit,
  resolver,
  logDaemon,
  mandatory,
  containers,
  boot,
  tcpWrappers,
  firewall,
  bans,
]

async function ask<K extends FactId>(
  lab: Lab,
  probe: { id: K; run(context: never): Promise<Facts[K]> },
  who?: Who,
  more?: Parameters<typeof contextOn>[2],
): Promise<Facts[K]> {
  return probe.run(contextOn(lab, who, more) as never)
}

/** Whether a connection of the client's gets the server's first line. */
async function reaches({ machine, client }: Lab): Promise<boolean> {
  const said = await client.run([
    'bash',
    '-c',
    `timeout 2 bash -c 'exec 3<>/dev/tcp/${machine.address}/22; read -r l <&3; echo "$l"'`,
  ])
  return said.stdout.startsWith('SSH-')
}

const BROKEN: Record<string, (lab: Lab) => Promise<void>> = {
  async 'no process may be started'(lab) {
    const { machine } = lab
    machine.pidsMax(1, [machine.listenerPid()])
    const fact = await ask(lab, processLimit, 'alice', { sh: ['busybox', 'sh'] })
    assert.ok(
      fact.groups.some(({ current, max }) => max === 1 && current >= 1),
      JSON.stringify(fact),
    )
    machine.pidsMax('max', [machine.listenerPid()])
    assert.deepEqual((await ask(lab, processLimit)).groups, [])
  },
  async 'no descriptor is left'(lab) {
    const listener = lab.machine.listenerPid()
    const open = readdirSync(`/proc/${listener}/fd`).length
    await must(['prlimit', '--pid', String(listener), `--nofile=${open}:20000`])
    assert.deepEqual((await ask(lab, descriptors, 'ops')).listener, { open, limit: open })
    assert.equal((await ask(lab, descriptors, 'alice')).listener, undefined)
    await must(['prlimit', '--pid', String(listener), '--nofile=1024:20000'])
  },
  async 'the processor is rationed'(lab) {
    await lab.machine.must(`systemd-run --quiet timeout 6 sh -c 'while :; do :; done'`)
    lab.machine.cpuQuota(0.05)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const fact = await ask(lab, pressure)
    lab.machine.cpuQuota(0)
    assert.equal(fact.quotaCpus, 0.05)
    assert.ok(fact.throttled! > 0.2, JSON.stringify(fact))
  },
  async 'memory has a limit'(lab) {
    setControl(lab.id, 'memory', 'memory.limit_in_bytes', 200 << 20)
    const fact = await ask(lab, memory, 'alice')
    assert.equal(fact.limitKb, 200 << 10)
    assert.ok(fact.usedKb! > 1000 && fact.usedKb! < 200 << 10, JSON.stringify(fact))
    assert.deepEqual((await ask(lab, oomKills, 'ops')).kills, [])
    await lab.machine.exec(`systemd-run --quiet --wait perl -e 'my @a; for (1 .. 400) { push @a, "x" x (1 << 20) }'`)
    const killed = await ask(lab, oomKills, 'ops')
    assert.match(killed.kills[0]?.process ?? '', /perl/, JSON.stringify(killed))
    assert.ok(killed.kills[0]!.secondsAgo! < 60)
    setControl(lab.id, 'memory', 'memory.limit_in_bytes', -1)
  },
  async 'a disk is full'(lab) {
    await lab.machine
      .must(`mount -t tmpfs -o size=1m full /var/log; dd if=/dev/zero of=/var/log/x bs=64k 2>/dev/null || true
      mount -t tmpfs -o nr_inodes=20 few /var/tmp; touch $(seq -f /var/tmp/%g 40) 2>/dev/null || true`)
    for (const sh of [['dash'], ['busybox', 'sh']]) {
      const { mounts } = await ask(lab, disk, 'alice', { sh })
      const at = (mount: string) => mounts.find((each) => each.mount === mount)
      assert.equal(at('/var/log')?.usedPercent, 100, JSON.stringify(mounts))
      assert.equal(at('/var/tmp')?.inodesUsedPercent, 100, JSON.stringify(mounts))
      assert.ok(at('/')!.usedPercent < 100)
    }
    await lab.machine.must('umount /var/log /var/tmp')
  },
  async 'a disk became read-only'(lab) {
    await lab.machine.must(`mount -t tmpfs data /home && mount -o remount,ro /home`)
    assert.equal((await ask(lab, disk)).mounts.find(({ mount }) => mount === '/home')?.readOnly, false)
    await lab.machine.must(`cp /etc/fstab /etc/fstab.was; echo 'data /home tmpfs defaults 0 0' >> /etc/fstab`)
    assert.equal((await ask(lab, disk)).mounts.find(({ mount }) => mount === '/home')?.readOnly, true)
    await lab.machine.must('mv /etc/fstab.was /etc/fstab; umount /home')
  },
  async 'the log daemon does not read'(lab) {
    await lab.machine.must('kill -STOP $(pidof systemd-journald)')
    for (const who of ['root', 'alice'] as const)
      assert.deepEqual(
        { stuck: 0, ...(await ask(lab, logDaemon, who)) },
        { name: 'systemd-journald', state: 'hangs', stuck: 0 },
      )
    await lab.machine.must('kill -CONT $(pidof systemd-journald)')
    assert.equal((await ask(lab, logDaemon)).state, 'answers')
  },
  async 'the name server is dead'(lab) {
    await lab.machine.must(`cp /etc/resolv.conf /tmp/was; echo 'nameserver ${lab.at.nobody}' > /etc/resolv.conf`)
    const fact = await ask(lab, resolver, 'alice')
    await lab.machine.must('cp /tmp/was /etc/resolv.conf')
    assert.equal(fact.outcome, 'timeout')
    assert.ok(fact.seconds > 4)
    assert.deepEqual(fact.servers, [lab.at.nobody])
  },
  async 'tcp wrappers'(lab) {
    for (const [line, verdict] of [
      [`sshd: ${lab.client.address}`, 'denies'],
      ['ALL: ALL EXCEPT 10.77.', 'allows'],
      ['sshd: .example.net', 'by-name'],
    ] as const) {
      await lab.machine.must(`echo '${line}' > /etc/hosts.deny`)
      const fact = await ask(lab, tcpWrappers, 'alice')
      assert.deepEqual([fact.linked, fact.verdict], [true, verdict], line)
      if (verdict === 'denies') assert.equal(await reaches(lab), false)
      else assert.equal(await reaches(lab), true)
    }
    await lab.machine.must(': > /etc/hosts.deny')
    assert.equal((await ask(lab, tcpWrappers)).verdict, 'no-rules')
  },
  async 'updated since'(lab) {
    await lab.machine.must('touch /var/lib/dpkg/info/openssh-server.list /run/reboot-required')
    const fact = await ask(lab, boot, 'alice', { sh: ['busybox', 'sh'] })
    assert.deepEqual([fact.updatedSince, fact.rebootRequired], [['openssh-server'], true])
    await lab.machine.must('touch -d 2020-01-01 /var/lib/dpkg/info/openssh-server.list; rm /run/reboot-required')
  },
}

for (const release of DEFAULT_RELEASES) {
  describe(`the host of ${release} from within`, { skip }, () => {
    test('healthy, as root, ops and alice, in dash, bash and busybox, and then broken in each way', () =>
      withLab({ release }, async (lab) => {
        for (const [who, sh] of [
          ['root', ['dash']],
          ['ops', ['busybox', 'sh']],
          ['alice', ['bash']],
        ] as const) {
          for (const probe of ALL) {
            const fact = await probe.run(contextOn(lab, who, { sh: [...sh] })).catch((error: unknown) => error)
            if (fact instanceof Unanswered) {
              assert.ok(
                who === 'alice' && /may (?:not )?be read|may read|may ask/.test(fact.message),
                `${probe.id} as ${who}: ${fact.message}`,
              )
              continue
            }
            assert.ok(!(fact instanceof Error), String((fact as Error).stack))
            assert.doesNotThrow(
              () => healthy[probe.id]?.(fact as never),
              `${probe.id} as ${who}: ${JSON.stringify(fact)}`,
            )
          }
        }
        for (const [name, breaks] of Object.entries(BROKEN)) {
          await breaks(lab).catch((error: Error) => {
            throw new Error(`${name}: ${error.message}`, { cause: error })
          })
        }
      }))
  })
}

const healthy: { [K in FactId]?: (fact: Facts[K]) => void } = {
  memory: (fact) => assert.ok(fact.totalKb > fact.availableKb && fact.availableKb > 0 && fact.limitKb === undefined),
  pressure: (fact) => assert.ok(fact.cpus > 0 && fact.idle !== undefined && fact.quotaCpus === undefined),
  'blocked-tasks': (fact) => assert.deepEqual(fact.kernelSays, []),
  'oom-kills': (fact) => assert.deepEqual(fact.kills, []),
  disk: (fact) =>
    assert.ok(
      fact.mounts.some(({ mount }) => mount === '/') && fact.mounts.every((m) => m.usedPercent < 100 && !m.readOnly),
    ),
  descriptors: (fact) =>
    assert.ok(fact.max > fact.used && (!fact.listener || fact.listener.open < fact.listener.limit)),
  'process-limit': (fact) =>
    assert.ok(fact.max > fact.tasks && fact.groups.length === 0 && fact.kernelSays.length === 0),
  resolver: (fact) => assert.ok(fact.outcome === 'not-found' && fact.servers.length === 1),
  'log-daemon': (fact) => assert.equal(fact.state, 'answers'),
  containers: (fact) => assert.equal(fact.runtime, 'none'),
  boot: (fact) => assert.ok(/^\d{4}-/.test(fact.bootedAt) && fact.uptime < 600 && fact.updatedSince?.length === 0),
  'tcp-wrappers': (fact) => assert.deepEqual(fact, { linked: true, verdict: 'no-rules' }),
  firewall: ({ tools, verdict, place }) => assert.deepEqual([tools, verdict, place], [[], 'open', undefined]),
  bans: (fact) => assert.deepEqual([fact.tools, fact.banned], [[], []]),
}
