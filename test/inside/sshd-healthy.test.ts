import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { Unanswered } from '../../src/core/probe.ts'
import acceptQueue from '../../src/probes/inside/accept-queue.ts'
import account from '../../src/probes/inside/account.ts'
import authorizedKeys from '../../src/probes/inside/authorized-keys.ts'
import hostKeys from '../../src/probes/inside/host-keys.ts'
import insideSession from '../../src/probes/inside/inside-session.ts'
import listener from '../../src/probes/inside/listener.ts'
import loginFiles from '../../src/probes/inside/login-files.ts'
import nologin from '../../src/probes/inside/nologin.ts'
import pam from '../../src/probes/inside/pam.ts'
import privsepDirectory from '../../src/probes/inside/privsep-directory.ts'
import serverLog from '../../src/probes/inside/server-log.ts'
import slotHolders from '../../src/probes/inside/slot-holders.ts'
import sshdEffective from '../../src/probes/inside/sshd-effective.ts'
import sshdPrograms from '../../src/probes/inside/sshd-programs.ts'
import sshdUnit from '../../src/probes/inside/sshd-unit.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { type Lab, openLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { APPLETS, ask, EVERYBODY } from './sshd-way-in.ts'

const skip = await skipUnlessHosts()

for (const release of DEFAULT_RELEASES) {
  suite(`a healthy sshd on ${release}, seen from within`, { skip }, () => {
    let lab: Lab
    before(async () => {
      lab = await openLab({ release })
      await lab.machine.must(APPLETS)
      const login = await lab.client.run(['ssh', ...lab.client.sshArgs(), 'true'])
      assert.equal(login.code, 0)
    })
    after(() => lab.stop())

    for (const who of EVERYBODY) {
      const root = who.user !== 'alice'
      test(`as ${who.user} with ${who.shell}`, async () => {
        const session = await ask(insideSession, lab, who)
        assert.equal(session.user, who.user)
        assert.equal(session.root, root)
        assert.equal(session.init, 'systemd')
        assert.match(session.os!, /^debian 1[23]$/)
        assert.ok(Math.abs(session.clockOffset) <= 2)

        const { listeners, sshdPorts } = await ask(listener, lab, who)
        assert.deepEqual(sshdPorts, [22])
        assert.deepEqual(new Set(listeners.map(({ address }) => address)), new Set(['0.0.0.0', '::']))
        for (const each of listeners) {
          assert.equal(each.program, 'sshd')
          assert.deepEqual({ ...each.startups, pending: 0 }, { pending: 0, begin: 10, full: 100 })
          assert.equal(each.frozen, false)
          assert.equal(each.tracedBy, undefined)
        }

        assert.deepEqual((await ask(acceptQueue, lab, who)).backlog, 128)
        assert.equal((await ask(slotHolders, lab, who)).total, 0)

        const unit = await ask(sshdUnit, lab, who)
        assert.deepEqual(
          unit.units.map(({ name, active }) => [name, active]),
          [['ssh.service', 'active']],
        )
        assert.equal(unit.socket?.active, false)

        const keys = await ask(hostKeys, lab, who)
        assert.equal(keys.usable, 3)
        assert.equal(keys.keys.length, 3)
        assert.deepEqual(await ask(privsepDirectory, lab, who), { path: '/run/sshd', state: 'fine' })

        const programs = await ask(sshdPrograms, lab, who)
        assert.equal(programs.listenerReplaced, false)
        assert.deepEqual(new Set(programs.programs.map(({ state }) => state)), new Set(['fine']))
        assert.equal(programs.programs.length, release === 'trixie' ? 3 : 1)

        const { locked, expired, allowed, ...alice } = await ask(account, lab, who)
        assert.deepEqual([alice.exists, alice.uid, alice.shellState, alice.homeState], [true, 1000, 'fine', 'fine'])
        assert.deepEqual([locked, expired], root ? [false, 'no'] : [undefined, undefined])
        if (root) assert.deepEqual(allowed, { verdict: 'allowed' })

        const { files, refused } = await ask(authorizedKeys, lab, who)
        assert.deepEqual(refused, [])
        assert.equal(files[0]?.ours, true)
        assert.equal(files[0]?.keys, 1)

        assert.deepEqual((await ask(nologin, lab, who)).files, [])
        const { suspects, missingModules } = await ask(pam, lab, who)
        assert.deepEqual([suspects, missingModules], [[], []])
        assert.deepEqual((await ask(loginFiles, lab, who)).suspects, [])

        if (root) {
          const effective = await ask(sshdEffective, lab, who)
          assert.equal(effective.ok, true)
          assert.deepEqual(effective.values['maxstartups'], ['10:30:100'])
          assert.equal(effective.changedSinceStart, false)
          const log = await ask(serverLog, lab, who)
          assert.deepEqual(log.toldOfUs, [])
          assert.ok(log.accepted >= 1)
          assert.equal(log.source, 'journal')
        } else {
          await assert.rejects(ask(serverLog, lab, who), Unanswered)
        }
      })
    }
  })
}
