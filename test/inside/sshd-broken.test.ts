import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { Unanswered } from '../../src/core/probe.ts'
import acceptQueue from '../../src/probes/inside/accept-queue.ts'
import account from '../../src/probes/inside/account.ts'
import hostKeys from '../../src/probes/inside/host-keys.ts'
import listener from '../../src/probes/inside/listener.ts'
import privsepDirectory from '../../src/probes/inside/privsep-directory.ts'
import serverLog from '../../src/probes/inside/server-log.ts'
import slotHolders from '../../src/probes/inside/slot-holders.ts'
import sshdEffective from '../../src/probes/inside/sshd-effective.ts'
import sshdPrograms from '../../src/probes/inside/sshd-programs.ts'
import sshdUnit from '../../src/probes/inside/sshd-unit.ts'
import { hostKeysUnusable } from '../../lab/faults/host-keys-unusable.ts'
import { logDaemonHung } from '../../lab/faults/log-daemon-hung.ts'
import { maxstartupsSaturated } from '../../lab/faults/maxstartups-saturated.ts'
import { privsepDirectoryMissing } from '../../lab/faults/privsep-directory-missing.ts'
import { configureSshd } from '../../lab/breaking/sshd-config.ts'
import { upgradedNotRestarted } from '../../lab/faults/upgraded-not-restarted.ts'
import type { BrokenFault } from '../../lab/types.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { type Lab, openLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { ask, contextOf } from './sshd-way-in.ts'
import { beginning, loginOf, NEW_SSHD, NOBODY, ROOT, SEEING, SUDO, whileBroken } from './sshd-breaking.ts'

const skip = await skipUnlessHosts()

for (const release of DEFAULT_RELEASES) {
  suite(`sshd broken on ${release}, seen from within`, { skip }, () => {
    let lab: Lab
    before(async () => {
      lab = await openLab({ release })
    })
    after(() => lab.stop())

    test('the slots are held, and by whom', async () => {
      for (const variant of ['full', 'partial'])
        await whileBroken(lab, maxstartupsSaturated, variant, NEW_SSHD, async () => {
          const session = lab.client.run(['ssh', ...lab.client.sshArgs('root'), 'sleep 4'])
          await lab.machine.exec('sleep 0.7')
          for (const who of SEEING) {
            const { pending, total, mine } = await ask(slotHolders, lab, who)
            assert.ok(pending.every(({ address }) => lab.at.attacker.includes(address)))
            assert.equal(
              pending.reduce((sum, { count }) => sum + count, 0),
              total,
            )
            assert.ok(total >= 5)
            assert.equal(mine, 0)
            const { startups } = (await ask(listener, lab, who)).listeners[0]!
            assert.equal(startups?.pending, total)
          }
          assert.ok((await ask(slotHolders, lab, NOBODY)).total >= 5)
          await session
        })
    })

    test('sessions that are logged in hold no slot', async () => {
      const session = lab.client.run(['ssh', ...lab.client.sshArgs('ops'), 'sleep 3'])
      const held = await lab.client.hold(2)
      await lab.machine.exec('sleep 0.7')
      for (const who of [...SEEING, NOBODY]) {
        const { pending, total, loggedIn, mine } = await ask(slotHolders, lab, who)
        assert.deepEqual({ total, loggedIn, mine }, { total: 2, loggedIn: 1, mine: 2 })
        assert.deepEqual(
          pending.map(({ address, count }) => [address, count]),
          [[lab.client.address, 2]],
        )
      }
      await held.close()
      await session
    })

    test('a listener that is stopped, and its queue', async () => {
      const pid = lab.machine.listenerPid()
      process.kill(pid, 'SIGSTOP')
      const held = await lab.client.hold(3)
      for (const who of [...SEEING, NOBODY]) {
        assert.equal((await ask(listener, lab, who)).listeners[0]!.state, 'T')
        const queue = await ask(acceptQueue, lab, who)
        assert.deepEqual([queue.waiting, queue.backlog], [3, 128])
        assert.equal((await ask(slotHolders, lab, who)).total, 0)
      }
      process.kill(pid, 'SIGCONT')
      await held.close()
    })

    test('nothing listens, another program listens, sshd listens elsewhere', async () => {
      await configureSshd(lab.machine, ['Port 2222'])
      for (const who of [...SEEING, NOBODY]) {
        const { listeners, sshdPorts } = await ask(listener, lab, who)
        assert.deepEqual([listeners, sshdPorts], [[], [2222]])
        const elsewhere = (await ask(listener, lab, who, { port: 2222 })).listeners
        assert.equal(elsewhere[0]?.program, 'sshd')
        const www = (await ask(listener, lab, who, { port: 80 })).listeners
        assert.equal(www[0]?.program, who === NOBODY ? undefined : 'www')
        await assert.rejects(ask(acceptQueue, lab, who), Unanswered)
      }
      await lab.machine.must('systemctl stop ssh.service')
      assert.deepEqual((await ask(listener, lab, SUDO)).sshdPorts, [])
      assert.equal((await ask(sshdUnit, lab, NOBODY)).units[0]!.active, 'inactive')
      await lab.machine.must(NEW_SSHD)
    })

    test('socket activation', async () => {
      await lab.machine.must('systemctl disable --now ssh.service; systemctl enable --now ssh.socket')
      for (const who of SEEING) {
        const { listeners, sshdPorts } = await ask(listener, lab, who)
        assert.deepEqual([listeners[0]?.program, sshdPorts], ['systemd', [22]])
        const { socket, units } = await ask(sshdUnit, lab, who)
        assert.deepEqual([socket?.active, socket?.accept, units[0]?.active], [true, false, 'inactive'])
        assert.ok((await ask(acceptQueue, lab, who)).backlog > 128)
        // The directory comes with the service; that it is not there yet is no fault.
        await assert.rejects(ask(privsepDirectory, lab, who), Unanswered)
      }
      assert.equal((await loginOf(lab)).code, 0)
      assert.equal((await ask(listener, lab, SUDO)).listeners[0]!.program, 'sshd')
      assert.equal((await ask(privsepDirectory, lab, NOBODY)).state, 'fine')
      await lab.machine.must(
        'systemctl disable --now ssh.socket; systemctl stop ssh.service; systemctl enable --now ssh.service',
      )
    })

    test('a second sshd with a configuration of its own', async () => {
      await lab.machine.must(
        'cp /etc/ssh/sshd_config /etc/ssh/other_config; sed -i "1i AllowUsers ops\\nMaxStartups 3:50:9" /etc/ssh/other_config',
      )
      await lab.machine.must('/usr/sbin/sshd -f /etc/ssh/other_config -p 2022 -o PidFile=/run/other.pid')
      for (const who of SEEING) {
        const other = await ask(sshdEffective, lab, who, { port: 2022 })
        assert.deepEqual(other.values['maxstartups'], ['3:50:9'])
        assert.equal((await ask(account, lab, who, { port: 2022 })).allowed?.verdict, 'denied')
        assert.equal((await ask(account, lab, who)).allowed?.verdict, 'allowed')
        assert.deepEqual((await ask(listener, lab, who, { port: 2022 })).sshdPorts, [22, 2022])
      }
      await lab.machine.must('kill $(cat /run/other.pid); rm /etc/ssh/other_config')
    })

    test('a configuration with a wrong line, and one changed since', async () => {
      await lab.machine.must(
        'sleep 2; echo "PasswordAuthentication noPubkeyAuthentication yes" > /etc/ssh/sshd_config.d/00-fault.conf',
      )
      for (const who of [...SEEING, NOBODY]) {
        const value = await ask(sshdEffective, lab, who)
        assert.equal(value.ok, false)
        assert.match(value.refusal!.says, /00-fault\.conf.*line 1.*unsupported option/)
        assert.equal(value.changedSinceStart, true)
      }
      await lab.machine.must(
        'echo "LogLevel INFO" > /etc/ssh/sshd_config.d/00-fault.conf; sleep 2; systemctl reload ssh.service; sleep 0.5',
      )
      const value = await ask(sshdEffective, lab, SUDO)
      assert.deepEqual([value.ok, value.changedSinceStart], [true, false], 'read anew by the reload')
      await lab.machine.must(NEW_SSHD)
    })

    test('host keys gone, too open, empty', async () => {
      const back = 'mv /etc/ssh/old/* /etc/ssh/; rmdir /etc/ssh/old'
      const keep = 'mkdir -p /root/keys; cp -p /etc/ssh/ssh_host_*_key /root/keys/'
      await lab.machine.must(keep)
      for (const [variant, state, mend] of [
        ['gone', 'missing', back],
        ['too-open', 'too-open', 'chmod 600 /etc/ssh/ssh_host_*_key'],
        ['empty', 'empty', 'cp -p /root/keys/* /etc/ssh/'],
      ] as const)
        await whileBroken(lab, hostKeysUnusable as BrokenFault, variant, mend, async () => {
          for (const who of [...SEEING, NOBODY]) {
            const { keys, usable } = await ask(hostKeys, lab, who)
            assert.equal(usable, 0)
            assert.deepEqual(new Set(keys.map((key) => key.state)), new Set([state]))
          }
          const effective = await ask(sshdEffective, lab, ROOT)
          assert.equal(effective.ok, false)
          assert.match(effective.refusal!.says, /no hostkeys available/)
        })
    })

    test('the directory of the children is gone, or not theirs', async () => {
      await whileBroken(
        lab,
        privsepDirectoryMissing,
        'removed',
        'mkdir -p /run/sshd; chmod 755 /run/sshd',
        async () => {
          const facts = beginning()
          await loginOf(lab)
          for (const who of [...SEEING, NOBODY])
            assert.deepEqual(await ask(privsepDirectory, lab, who), { path: '/run/sshd', state: 'missing' })
          assert.deepEqual((await ask(serverLog, lab, SUDO, { facts })).toldOfUs, ['privsep-directory-unusable'])
        },
      )
      await lab.machine.must('chmod 777 /run/sshd')
      assert.equal((await ask(privsepDirectory, lab, NOBODY)).state, 'wrong-owner-or-mode')
      await lab.machine.must('chmod 755 /run/sshd')
    })

    test('a program of sshd is missing, or a library of it', async () => {
      if (release === 'trixie') {
        await lab.machine.must('mv /usr/lib/openssh/sshd-auth /usr/lib/openssh/sshd-auth.dpkg-tmp')
        for (const who of [...SEEING, NOBODY]) {
          const { programs } = await ask(sshdPrograms, lab, who)
          assert.deepEqual(
            programs.filter(({ state }) => state !== 'fine'),
            [{ path: '/usr/lib/openssh/sshd-auth', state: 'missing' }],
          )
        }
        await lab.machine.must('mv /usr/lib/openssh/sshd-auth.dpkg-tmp /usr/lib/openssh/sshd-auth')
      }
      await lab.machine.must('cd /usr/lib/*-linux-gnu && mv libwrap.so.0 libwrap.so.0.dpkg-tmp')
      for (const who of SEEING) {
        const { programs } = await ask(sshdPrograms, lab, who)
        const sick = programs.filter(({ state }) => state === 'broken')
        assert.ok(sick.length > 0)
        assert.match(sick[0]!.says!, /libwrap\.so\.0/)
      }
      await lab.machine.must('cd /usr/lib/*-linux-gnu && mv libwrap.so.0.dpkg-tmp libwrap.so.0')
    })

    test('the log daemon hangs, and nothing here does', async () => {
      await whileBroken(
        lab,
        logDaemonHung,
        'journald-stopped',
        `kill -CONT $(pidof systemd-journald); sleep 0.5; ${NEW_SSHD}`,
        async () => {
          assert.equal((await ask(serverLog, lab, ROOT)).source, 'journal')
          // sudo writes a line of its own first, and hangs; who cannot become root still sees the most.
          for (const who of [ROOT, NOBODY]) {
            assert.equal((await ask(listener, lab, who)).listeners[0]!.program, 'sshd')
            assert.equal((await ask(account, lab, who)).exists, true)
          }
        },
      )
    })

    test('what others do is not held against us', async () => {
      const facts = beginning()
      await configureSshd(lab.machine, ['AllowUsers ops root'])
      const since = beginning()
      await loginOf(lab)
      const context = contextOf(lab, ROOT, { facts: since, login: 'ops' })
      const other = await serverLog.run({ ...context, from: lab.at.attacker[0]! })
      assert.deepEqual(other.toldOfUs, [])
      assert.deepEqual((await ask(serverLog, lab, ROOT, { facts })).toldOfUs, ['user-excluded'])
      await lab.machine.must(NEW_SSHD)
    })

    // The last: a machine after it is another one.
    if (upgradedNotRestarted.releases.some((each) => each === release))
      test('an upgraded sshd whose listener is the old one', async () => {
        // Who is not root has the times of files to go by, to the second.
        await lab.machine.must('sleep 2')
        assert.equal((await ask(sshdPrograms, lab, SUDO)).listenerReplaced, false)
        await upgradedNotRestarted.break(lab)
        for (const who of [...SEEING, NOBODY]) {
          const { listenerReplaced } = await ask(sshdPrograms, lab, who)
          assert.equal(listenerReplaced, true)
        }
      })
  })
}
