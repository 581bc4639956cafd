// The way in over ssh, against real servers of two generations.
import assert from 'node:assert/strict'
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, test } from 'node:test'
import type { Access } from '../../src/core/access.ts'
import { openSsh } from '../../src/access/ssh.ts'
import { configureSshd } from '../../lab/breaking/sshd-config.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import type { Lab } from '../../lab/hosts/lab.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { CONTRACT } from './contract.ts'
import { asClient } from './ssh-of-client.ts'

const skip = await skipUnlessHosts()

const open = ({ client, machine }: Lab, user: string, ssh: readonly string[] = [], patience = 1) =>
  openSsh({ destination: `${user}@${machine.address}`, ssh: [...ssh, '-F', client.configFile], patience })

/** Runs with a way in, and closes it. */
async function within(lab: Lab, user: string, use: (access: Access) => Promise<void>, ssh?: readonly string[]) {
  const access = await open(lab, user, ssh)
  if ('failed' in access) return assert.fail(access.failed)
  try {
    await use(access)
  } finally {
    await access.close()
  }
}

async function refused(lab: Lab, user: string, says: RegExp): Promise<void> {
  const access = await open(lab, user)
  if (!('failed' in access)) {
    await access.close()
    return assert.fail('it was let in')
  }
  assert.match(access.failed, says)
  assert.match(access.failed, /\.$/)
}

/** Processes of this computer whose words or folder are those of a shared connection of ours. */
function left(lab: Lab): string[] {
  const running = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return ''
      }
    })
    .filter((words) => words.includes(lab.client.configFile) && words.includes('ControlMaster'))
  return [...running, ...folders()]
}
const folders = () => readdirSync(tmpdir()).filter((name) => /^sshmedic-\w{6}$/.test(name))

const logins = async ({ machine }: Lab) =>
  Number(
    (await machine.must('journalctl -t sshd -t sshd-session -o cat --no-pager | grep -c "^Accepted" || true')).trim(),
  )

for (const release of DEFAULT_RELEASES) {
  describe(`on ${release}`, { skip }, () => {
    test('does what every way in does, over one connection', async (t) => {
      await withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          await within(lab, 'ops', async (access) => {
            assert.deepEqual([access.root, access.from], [true, lab.client.address])
            for (const [name, check] of Object.entries(CONTRACT)) await t.test(name, () => check(access))
          })
          assert.equal(await logins(lab), 1)
        }),
      )
    })

    test('without sudo, as root, and with a login shell of busybox', (t) =>
      withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          const some = ['each argument', 'two streams', 'as root where', 'input arrives', 'the clock ends'] as const
          const checks = Object.entries(CONTRACT).filter(([name]) => some.some((begin) => name.startsWith(begin)))
          await lab.machine.must(
            'ln -s /bin/busybox /bin/ash && echo /bin/ash >> /etc/shells && useradd -m -s /bin/ash box',
          )
          await lab.machine.must(
            'mkdir -m 700 ~box/.ssh && cat > ~box/.ssh/authorized_keys && chown -R box: ~box/.ssh',
            {
              stdin: lab.client.publicKey(),
            },
          )
          for (const user of ['alice', 'root', 'box']) {
            await within(lab, user, async (access) => {
              assert.equal(access.root, user === 'root')
              for (const [name, check] of checks) await t.test(`${user}: ${name}`, () => check(access))
            })
          }
        }),
      ))

    test('what logins print is not the answer', () =>
      withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          await lab.machine.must('cat > /etc/issue.net && echo "motd motd" > /etc/motd', {
            stdin: 'LEGAL\n'.repeat(40),
          })
          await configureSshd(lab.machine, ['Banner /etc/issue.net', 'PrintMotd yes'])
          const noise =
            'echo "uid 0"; echo "shell /bin/x"; yes NOISE | head -c 300000; echo ERR >&2; printf "no line end"; PATH=/nowhere\n'
          await lab.machine.must('cat - /home/ops/.bashrc > /tmp/rc && cp /tmp/rc /home/ops/.bashrc', { stdin: noise })
          await within(lab, 'ops', async (access) => {
            const ran = await access.exec(['sh', '-c', 'echo out; echo err >&2; exit 4'])
            assert.deepEqual([ran.stdout, ran.stderr, ran.code], ['out\n', 'err\n', 4])
            assert.equal(access.root, true)
          })
        }),
      ))

    test('one session at a time is enough', () =>
      withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          await configureSshd(lab.machine, ['MaxSessions 1'])
          await within(lab, 'ops', async (access) => {
            await CONTRACT['many at once do not mix']!(access)
            assert.equal(await logins(lab), 1, 'no session made a connection of its own')
          })
        }),
      ))

    test('a way in that is none says why', () =>
      withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          const { machine } = lab
          await refused(
            lab,
            'nobody-there',
            /nobody-there@\S+ could not be opened: .*Permission denied.*shared connection/,
          )
          await machine.must('usermod -s /usr/sbin/nologin alice')
          await refused(
            lab,
            'alice',
            /its shell runs no command \(exit code 1: "This account is currently not available/,
          )
          await machine.must('sed -i \'1s/^/command="echo only this" /\' /root/.ssh/authorized_keys')
          await refused(lab, 'root', /its shell runs no command \(exit code 0: "only this"\)/)
          await machine.must("sed -i '1s/^/exec true\\n/' /home/ops/.bashrc")
          await refused(lab, 'ops', /its shell runs no command \(exit code 0; a start-up file such as \.bashrc/)
          await configureSshd(machine, ['MaxSessions 0'])
          await refused(lab, 'ops', /opens no session/)
          await machine.must('systemctl stop ssh.service ssh.socket')
          await refused(lab, 'ops', /Connection refused/)
          assert.deepEqual(left(lab), [])
        }),
      ))

    test('a connection that breaks off is lost, and stays so', () =>
      withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          await within(lab, 'ops', async (access) => {
            const slow = access.exec(['sh', '-c', 'echo begun; exec sleep 30'], { timeoutMs: 30_000 })
            await new Promise((resolve) => setTimeout(resolve, 500))
            await lab.machine.must('pkill -KILL -u ops sshd || pkill -KILL -u ops sshd-session')
            const ran = await slow
            assert.match(ran.lost ?? '', /ops@\S+ broke off/)
            assert.deepEqual([ran.code, ran.stdout, ran.timedOut], [null, 'begun\n', false])
            assert.match((await access.exec(['true'])).lost ?? '', /broke off/)
            assert.equal(await logins(lab), 1, 'nothing was opened in its place')
          })
          assert.deepEqual(left(lab), [])
        }),
      ))

    test('a shared connection of the user’s own is the way in when no new one is', () =>
      withLab({ release }, (lab) =>
        asClient(lab.client, async () => {
          const { client, machine } = lab
          const path = `${client.home}/own`
          appendFileSync(client.configFile, `ControlPath ${path}\n`)
          const begun = await client.run(['ssh', '-M', '-f', '-N', ...client.sshArgs('ops')])
          assert.equal(begun.code, 0, begun.stderr)
          await machine.must('systemctl stop ssh.socket ssh.service; mount -t tmpfs none /run/sshd; true')
          await within(lab, 'ops', async (access) => {
            assert.equal((await access.exec(['id', '-un'])).stdout, 'ops\n')
            assert.equal((await access.exec(['id', '-u'], { sudo: true })).stdout, '0\n')
          })
          assert.equal(await logins(lab), 1)
          const still = await client.run(['ssh', '-F', client.configFile, '-O', 'check', `ops@${machine.address}`])
          assert.equal(still.code, 0, 'it is theirs, and is left alone')
          await client.run(['ssh', '-F', client.configFile, '-O', 'exit', `ops@${machine.address}`])
        }),
      ))
  })
}

describe('on one of them', { skip }, () => {
  test('a server that drops at random is asked again', () =>
    withLab({ release: 'bookworm', seed: 7 }, (lab) =>
      asClient(lab.client, async () => {
        await configureSshd(lab.machine, ['MaxStartups 1:50:100', 'LoginGraceTime 60'])
        const holders = await lab.attacker.hold(1)
        let asked = 0
        const access = await openSsh({
          destination: `ops@${lab.machine.address}`,
          ssh: ['-F', lab.client.configFile],
          patience: 1,
          connection: async () => ++asked <= 4,
        })
        await holders.close()
        // One in sixteen is turned away four times, and then that is said.
        if ('failed' in access) assert.match(access.failed, /Exceeded MaxStartups|closed|reset/i)
        else await access.close()
        assert.ok(asked >= 1 && asked <= 5)
      }),
    ))

  test('whatever the user’s configuration does with a connection is not done with ours', () =>
    withLab({ release: 'trixie' }, (lab) =>
      asClient(lab.client, async () => {
        const { client } = lab
        const touched = `${client.home}/local-command`
        const habits = [
          ...['ForkAfterAuthentication yes', 'StdinNull yes', 'RemoteCommand echo theirs', 'RequestTTY force'],
          ...[
            'LocalForward 127.0.0.1:1 127.0.0.1:2',
            'ExitOnForwardFailure yes',
            'LogLevel QUIET',
            'VisualHostKey yes',
          ],
          ...['PermitLocalCommand yes', `LocalCommand touch ${touched}`, 'ControlMaster auto', 'ControlPersist 60'],
          ...[`ControlPath ${client.home}/%C`, 'ForwardAgent yes', 'SendEnv *'],
        ]
        appendFileSync(client.configFile, habits.map((line) => `${line}\n`).join(''))
        const before = readdirSync(client.home)
        await within(lab, 'ops', async (access) => {
          assert.equal((await access.exec(['id', '-un'])).stdout, 'ops\n')
        })
        assert.deepEqual(readdirSync(client.home), before)
        assert.deepEqual(left(lab), [])
      }),
    ))

  test('a server on which everything takes seconds is slow, not lost', () =>
    withLab({ release: 'bookworm' }, (lab) =>
      asClient(lab.client, async () => {
        const access = await open(lab, 'ops')
        assert.ok(!('failed' in access))
        lab.machine.cpuQuota(0.01)
        const ran = await Promise.all(
          ['a', 'b', 'c', 'd', 'e', 'f'].map((n) =>
            access.exec(['sh', '-c', 'for i in 1 2 3 4 5; do (:); done; echo "$1"', 'sh', n], { timeoutMs: 60_000 }),
          ),
        )
        lab.machine.cpuQuota(0)
        assert.deepEqual(
          ran.map(({ stdout, lost, timedOut }) => [stdout, lost, timedOut]),
          ['a', 'b', 'c', 'd', 'e', 'f'].map((n) => [`${n}\n`, undefined, false]),
        )
        await access.close()
      }),
    ))
})
