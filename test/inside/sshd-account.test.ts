import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import account from '../../src/probes/inside/account.ts'
import authorizedKeys from '../../src/probes/inside/authorized-keys.ts'
import loginFiles from '../../src/probes/inside/login-files.ts'
import nologin from '../../src/probes/inside/nologin.ts'
import pam from '../../src/probes/inside/pam.ts'
import serverLog from '../../src/probes/inside/server-log.ts'
import { accessRuleRefuses } from '../../lab/faults/access-rule-refuses.ts'
import { accountExpired } from '../../lab/faults/account-expired.ts'
import { accountLocked } from '../../lab/faults/account-locked.ts'
import { commandForced } from '../../lab/faults/command-forced.ts'
import { loginHangs } from '../../lab/faults/login-hangs.ts'
import { loginsClosed } from '../../lab/faults/logins-closed.ts'
import { shellExits } from '../../lab/faults/shell-exits.ts'
import { configureSshd } from '../../lab/breaking/sshd-config.ts'
import { strictModesRefuses } from '../../lab/faults/strict-modes-refuses.ts'
import { userNotAllowed } from '../../lab/faults/user-not-allowed.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { type Lab, openLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { ask } from './sshd-way-in.ts'
import { beginning, loginOf, NEW_SSHD, NOBODY, ROOT, SEEING, SUDO, whileBroken } from './sshd-breaking.ts'

const skip = await skipUnlessHosts()

for (const release of DEFAULT_RELEASES) {
  suite(`an account broken on ${release}, seen from within`, { skip }, () => {
    let lab: Lab
    before(async () => {
      lab = await openLab({ release })
    })
    after(() => lab.stop())

    test('the lists of sshd_config exclude the user', async () => {
      const rules = {
        'allow-users': /AllowUsers ops root/,
        'deny-users': /DenyUsers alice/,
        'allow-groups': /AllowGroups sudo root/,
      }
      for (const [variant, rule] of Object.entries(rules))
        await whileBroken(lab, userNotAllowed, variant, NEW_SSHD, async () => {
          const facts = beginning()
          await loginOf(lab)
          // Who is not root may not run sshd -T; the files can be read.
          assert.match((await ask(account, lab, NOBODY)).allowed?.rule ?? '', rule)
          assert.equal((await ask(account, lab, NOBODY, { login: 'root' })).allowed?.verdict, 'allowed')
          for (const who of SEEING) {
            const { allowed } = await ask(account, lab, who)
            assert.equal(allowed?.verdict, 'denied')
            assert.match(allowed.rule!, rule)
            assert.equal((await ask(account, lab, who, { login: 'root' })).allowed?.verdict, 'allowed')
            assert.deepEqual((await ask(serverLog, lab, who, { facts })).toldOfUs, ['user-excluded'])
            assert.equal(
              (await ask(serverLog, lab, who, { facts, login: 'ops' })).toldOfUs?.length,
              1,
              'it is our address',
            )
          }
        })
    })

    test('StrictModes refuses, and the path is the very one', async () => {
      const said = {
        home: ['/home/alice', 'writable-by-group'],
        'ssh-folder': ['/home/alice/.ssh', 'writable-by-all'],
        file: ['/home/alice/.ssh/authorized_keys', 'writable-by-all'],
      } as const
      const mend = `chmod 700 ~alice/.ssh; chmod 600 ~alice/.ssh/authorized_keys; chmod g-w ~alice; chgrp alice ~alice; groupdel deploy 2>/dev/null; ${NEW_SSHD}`
      for (const [variant, [path, says]] of Object.entries(said))
        await whileBroken(lab, strictModesRefuses, variant, mend, async () => {
          const facts = beginning()
          await loginOf(lab)
          for (const who of [...SEEING, NOBODY]) {
            const { refused, files } = await ask(authorizedKeys, lab, who)
            assert.deepEqual(
              refused.map((each) => each.path),
              [path],
            )
            assert.equal(refused[0]!.is, says)
            assert.equal(files[0]?.ours, true)
          }
          const log = await ask(serverLog, lab, ROOT, { facts })
          assert.deepEqual(log.toldOfUs, ['key-file-unsafe'])
          assert.ok(log.says.at(-1)!.endsWith(path), log.says.at(-1))
        })
    })

    test('what sshd accepts, StrictModes here accepts too', async () => {
      // The user's own group, of which nobody else is: Debian's sshd lets it write.
      await lab.machine.must('chmod g+w ~alice ~alice/.ssh ~alice/.ssh/authorized_keys')
      assert.equal((await loginOf(lab)).code, 0)
      for (const who of SEEING) assert.deepEqual((await ask(authorizedKeys, lab, who)).refused, [])
      await lab.machine.must('gpasswd --add ops alice')
      assert.notEqual((await loginOf(lab)).code, 0)
      const refused = (await ask(authorizedKeys, lab, SUDO)).refused.map(({ path }) => path)
      assert.deepEqual(refused, ['/home/alice/.ssh/authorized_keys', '/home/alice/.ssh', '/home/alice'])
      await lab.machine.must('gpasswd --delete ops alice; chmod g-w ~alice ~alice/.ssh ~alice/.ssh/authorized_keys')
      // Another's file, and one the user may not read.
      await lab.machine.must('chown ops ~alice/.ssh/authorized_keys')
      const [foreign] = (await ask(authorizedKeys, lab, ROOT)).refused
      assert.deepEqual([foreign?.is, foreign?.uid], ['of-another-user', 1001])
      await lab.machine.must('chown root:root ~alice/.ssh/authorized_keys')
      assert.equal((await ask(authorizedKeys, lab, SUDO)).files[0]!.state, 'unreadable')
      await lab.machine.must('chown alice:alice ~alice/.ssh/authorized_keys')
      assert.equal((await loginOf(lab)).code, 0)
    })

    test('another key, options in front of ours, no file', async () => {
      await lab.machine.must('cp -p ~alice/.ssh/authorized_keys /root/kept')
      await lab.machine.must(
        `sed -i 's|^|from="10.1.2.3",command="echo \\\\"no pty\\\\" x",no-pty |' ~alice/.ssh/authorized_keys`,
      )
      for (const who of SEEING) {
        const [file] = (await ask(authorizedKeys, lab, who)).files
        assert.equal(file?.ours, true)
        assert.equal(file.options, 'from="10.1.2.3",command="echo \\"no pty\\" x",no-pty')
      }
      await lab.machine.must(
        'ssh-keygen -qt ed25519 -N "" -f /root/other && cat /root/other.pub > ~alice/.ssh/authorized_keys',
      )
      assert.deepEqual((await ask(authorizedKeys, lab, SUDO)).files[0], {
        path: '/home/alice/.ssh/authorized_keys',
        state: 'present',
        keys: 1,
        ours: false,
      })
      await lab.machine.must('rm ~alice/.ssh/authorized_keys')
      assert.equal((await ask(authorizedKeys, lab, SUDO)).files[0]!.state, 'missing')
      await lab.machine.must('cp -p /root/kept ~alice/.ssh/authorized_keys')
    })

    test('a locked account, with and without PAM', async () => {
      await whileBroken(lab, accountLocked, 'shadow', `usermod --unlock alice; ${NEW_SSHD}`, async () => {
        for (const who of SEEING) {
          const { locked, lockKeepsOut } = await ask(account, lab, who)
          assert.deepEqual({ locked, lockKeepsOut }, { locked: true, lockKeepsOut: true })
        }
        assert.equal((await ask(account, lab, NOBODY)).locked, undefined)
        await configureSshd(lab.machine, ['UsePAM yes'])
        assert.equal((await loginOf(lab)).code, 0)
        assert.equal((await ask(account, lab, SUDO)).lockKeepsOut, false)
      })
      const mend = `sed -i /pam_listfile/d /etc/pam.d/sshd; rm -f /etc/ssh/locked-accounts; ${NEW_SSHD}`
      await whileBroken(lab, accessRuleRefuses, 'pam-list', mend, async () => {
        for (const who of [...SEEING, NOBODY]) {
          const { suspects, usePam } = await ask(pam, lab, who)
          assert.equal(suspects.length, 1)
          const [{ file, type, control, module, list } = assert.fail()] = suspects
          assert.deepEqual([file, type, control, module], ['/etc/pam.d/sshd', 'account', 'required', 'pam_listfile.so'])
          assert.equal(list, 'names-user')
          assert.equal(usePam, true)
        }
        assert.deepEqual((await ask(pam, lab, ROOT, { login: 'ops' })).suspects, [])
      })
    })

    test('an account whose time is over', async () => {
      const mend = "usermod -e '' alice; chage -d $(date +%F) -M 99999 -I -1 alice"
      for (const [variant, expired] of [
        ['expiry-date', 'account'],
        ['dormant', 'dormant'],
      ] as const)
        await whileBroken(lab, accountExpired, variant, mend, async () => {
          assert.notEqual((await loginOf(lab)).code, 0)
          for (const who of SEEING) {
            const value = await ask(account, lab, who)
            assert.equal(value.expired, expired)
            assert.match(value.expiredOn!, /^20\d\d-\d\d-\d\d$/)
          }
        })
      await lab.machine.must('chage -d 0 alice')
      assert.equal((await ask(account, lab, SUDO)).expired, 'password')
      await lab.machine.must(mend)
      assert.equal((await ask(account, lab, SUDO)).expired, 'no')
    })

    test('shells that refuse or are not there, and start-up files', async () => {
      const mend = `usermod --shell /bin/bash alice; sed -i '/team.env.sh/d;/tools.ready/d' ~alice/.profile ~alice/.bashrc; rm -f ~alice/.ssh/rc /etc/ssh/sshrc /etc/profile.d/tools.sh`
      for (const variant of ['nologin', 'false'])
        await whileBroken(lab, shellExits, variant, mend, async () =>
          assert.equal((await ask(account, lab, SUDO)).shellState, 'refuses-logins'),
        )
      await lab.machine.must('usermod --shell /opt/fish alice')
      assert.equal((await ask(account, lab, ROOT)).shellState, 'missing')
      await lab.machine.must(mend)
      await whileBroken(lab, shellExits, 'profile', mend, async () => {
        for (const who of [...SEEING, NOBODY]) {
          const [suspect] = (await ask(loginFiles, lab, who)).suspects
          assert.equal(suspect?.path, '/home/alice/.profile')
          assert.deepEqual([suspect.does, suspect.line], ['ends-shell', 1])
          assert.match(suspect.text!, /^\. \/opt\/team\/env\.sh \|\| exit 1/)
        }
      })
      for (const variant of loginHangs.variants)
        await whileBroken(lab, loginHangs, variant, mend, async () => {
          const { suspects } = await ask(loginFiles, lab, SUDO)
          assert.equal(suspects.length, 1, variant)
          assert.equal(suspects[0]!.does, 'waits')
        })
    })

    test('a command in place of the shell', async () => {
      await whileBroken(lab, commandForced, 'force-command', NEW_SSHD, async () => {
        for (const who of SEEING) {
          assert.equal((await ask(loginFiles, lab, who)).forceCommand, '/usr/local/bin/deploy')
          assert.equal((await ask(loginFiles, lab, who, { login: 'ops' })).forceCommand, undefined)
        }
      })
    })

    test('logins are closed', async () => {
      for (const variant of ['etc', 'run', 'empty'])
        await whileBroken(lab, loginsClosed, variant, 'rm -f /etc/nologin /run/nologin', async () => {
          for (const who of [...SEEING, NOBODY]) {
            const { files } = await ask(nologin, lab, who)
            assert.deepEqual(
              files.map(({ path }) => path),
              [variant === 'run' ? '/run/nologin' : '/etc/nologin'],
            )
            assert.equal(files[0]!.says === '', variant === 'empty')
          }
          assert.deepEqual((await ask(nologin, lab, ROOT, { login: 'root' })).files, [])
        })
    })
  })
}
