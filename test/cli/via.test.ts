// A second way in, as its user types it.
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { userNotAllowed } from '../../lab/faults/user-not-allowed.ts'
import { configureSshd } from '../../lab/breaking/sshd-config.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import type { Lab } from '../../lab/hosts/lab.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import { assertEnded, assertInert, assertSentence, documentOf, savedCase } from './expect.ts'
import { Home, PROGRAM } from './program.ts'
import type { RunOptions } from './program.ts'

const skip = await skipUnlessHosts()
const home = new Home()

/** Where a lab's runs keep what is for the moment. */
function tmpOf({ id }: Lab): string {
  const tmp = join(home.folder, id)
  mkdirSync(tmp, { recursive: true })
  return tmp
}

/** Runs sshmedic as the lab's client. */
const run = (lab: Lab, args: readonly string[], options: RunOptions = {}) =>
  home.run(args, {
    argv: ['ip', 'netns', 'exec', lab.client.netns, process.execPath, PROGRAM],
    ...options,
    env: { HOME: lab.client.home, TMPDIR: tmpOf(lab), ...options.env },
  })

const leftInTmp = (lab: Lab) => readdirSync(tmpOf(lab)).filter((name) => name.startsWith('sshmedic-'))

const loginsOf = async ({ machine }: Lab, user: string) => {
  const log = await machine.must(
    `journalctl -t sshd -t sshd-session -o cat --no-pager | grep -c "^Accepted publickey for ${user} " || true`,
  )
  return Number(log.trim())
}

type Fact = { id: string; via: string; value?: Record<string, unknown>; missing?: string }

describe('--via', { skip, concurrency: 2 }, () => {
  test('names the exact cause over one login, keeps its evidence, and leaves nothing', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      const { args } = await userNotAllowed.break(lab, 'allow-users')
      const via = `ops@${lab.machine.address}`
      const file = join(home.folder, 'via.json')
      const ran = await run(lab, ['--json', '--save', file, '--via', via, ...args])
      assertEnded(ran, 1)
      assert.equal(ran.stderr, '')
      const document = documentOf(ran)
      assert.equal(document.causes[0]?.id, 'user-not-allowed')
      assert.ok(document.causes[0].probability > 0.97)
      assert.ok(document.causes[0].because.some(({ says }) => says.startsWith(`from within (${via}): `)))
      const facts = document.facts as Fact[]
      const inside = facts.filter((fact) => fact.via === via)
      assert.ok(inside.length >= 25, `${inside.length} facts from within`)
      assert.deepEqual(
        inside.filter(({ missing }) => missing !== undefined).map(({ id, missing }) => `${id}: ${missing}`),
        [],
      )
      const log = facts.find(({ id }) => id === 'server-log')
      assert.ok(log?.value, 'the log was read')
      assert.equal(await loginsOf(lab, 'ops'), 1, 'one connection for everything')
      assert.deepEqual(leftInTmp(lab), [])
      savedCase(file)
      const again = await home.run(['--json', '--from', file])
      assertEnded(again, 1)
      assert.equal(again.stdout, ran.stdout)
    }))

  test('does not wait for a resolver that hangs where the cause is clear without it', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      const { args } = await userNotAllowed.break(lab, 'allow-users')
      await lab.machine.must('cat > /etc/resolv.conf', { stdin: `nameserver ${lab.at.nobody}\n` })
      const document = documentOf(await run(lab, ['--json', '--via', `ops@${lab.machine.address}`, ...args]))
      assert.equal(document.causes[0]?.id, 'user-not-allowed')
      assert.ok(document.causes[0].probability > 0.97)
      const facts = document.facts as Fact[]
      assert.equal(facts.find(({ id }) => id === 'resolver')?.missing, 'not waited for: the cause was clear')
      assert.ok(document.spent.seconds < 9, `${document.spent.seconds} s, and the resolver alone takes ten`)
    }))

  test('is told in the terminal', () =>
    withLab({ release: 'bookworm' }, async (lab) => {
      const { args } = await userNotAllowed.break(lab, 'deny-users')
      const ran = await run(lab, ['--via', `ops@${lab.machine.address}`, ...args])
      assertEnded(ran, 1)
      assertInert(ran.stdoutBytes, 'stdout')
      assert.match(ran.stdout, /from within \(ops@[\d.]+\): /)
      assert.doesNotMatch(ran.stdout, /another way in|second way in/)
    }))

  test('that leads to another machine than the target is doubted, and the right one is not', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      const { machine, client } = lab
      const via = ['--json', '--via', `ssh://ops@${machine.address}:22`]
      const doubts = ({ notes }: ReturnType<typeof documentOf>) => notes.filter((note) => /another machine/.test(note))
      assert.deepEqual(doubts(documentOf(await run(lab, [...via, ...client.sshArgs()]))), [])
      // An sshd with keys that are none of the machine's, behind a port that is forwarded: so another machine looks.
      await machine.must(
        `ssh-keygen -q -t ed25519 -N '' -f /root/other_key
         printf '%s\\n' 'Port 2200' 'HostKey /root/other_key' 'PidFile none' 'UsePAM yes' > /root/other_config
         systemd-run --quiet --unit=other-sshd /usr/sbin/sshd -D -f /root/other_config
         until ss -Hltn 'sport = :2200' | grep -q .; do sleep 0.05; done`,
      )
      const fetch = `bash -c 'exec 3<>/dev/tcp/${machine.address}/2200; cat <&3 & exec cat >&3'`
      const words = ['-F', client.configFile, '-o', `ProxyCommand=${fetch}`, '-o', 'StrictHostKeyChecking=no']
      const other = documentOf(await run(lab, [...via, ...words, '-o', 'UserKnownHostsFile=/dev/null', 'alice@web9']))
      const [doubt] = doubts(other)
      assert.match(
        doubt ?? '',
        /host key the target shows \(SHA256:[\w+/]{43}\) is not among those of \S+ \(.*load balancer/,
      )
      assert.ok(
        other.facts.some(({ id }) => id === 'listener'),
        'it is a note, and what was seen is kept',
      )
    }))

  test('as somebody who may not become root, says so', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      const { args } = await userNotAllowed.break(lab, 'allow-users')
      await lab.machine.must('rm /etc/sudoers.d/ops')
      const document = documentOf(await run(lab, ['--json', '--via', `ops@${lab.machine.address}`, ...args]))
      assert.ok(document.notes.some((note) => /ops, who may not become root/.test(note)))
      assert.equal(document.verdict, 'unreachable')
    }))

  test('that cannot be opened is one sentence, and the diagnosis from outside still comes', () =>
    withLab({ release: 'bookworm' }, async (lab) => {
      const { args } = await userNotAllowed.break(lab, 'allow-users')
      for (const [via, says] of [
        [`bob@${lab.machine.address}`, /way in over bob@\S+ could not be opened: .*Permission denied/],
        [`ops@${lab.at.nobody}`, /way in over ops@\S+ could not be opened: /],
        [`ssh://ops@${lab.machine.address}:2`, /could not be opened: .*Connection refused/],
      ] as const) {
        const ran = await run(lab, ['--json', '--via', via, ...args])
        assertEnded(ran, 1)
        assertSentence(ran, says)
        const document = documentOf(ran)
        assert.equal(document.verdict, 'unreachable')
        assert.ok(['key-not-accepted', 'user-not-allowed'].includes(document.causes[0]?.id ?? ''))
        assert.deepEqual(leftInTmp(lab), [])
      }
    }))

  test('is who it names, whomever -l and the port of the target name', () =>
    withLab({ release: 'bookworm' }, async (lab) => {
      const { machine, client } = lab
      await configureSshd(machine, ['Port 22', 'Port 2200', 'DenyUsers alice'])
      const words = ['-F', client.configFile, '-o', 'StrictHostKeyChecking=no', '-l', 'alice', '-p', '2200']
      const args = ['--json', '--via', `ssh://ops@${machine.address}:22`, ...words, machine.address]
      const document = documentOf(await run(lab, args))
      const session = (document.facts as Fact[]).find(({ id }) => id === 'inside-session')
      assert.equal(session?.value?.['user'], 'ops')
      assert.equal((document.facts as Fact[]).find(({ id }) => id === 'listener')?.value?.['port'], 2200)
      assert.equal(document.causes[0]?.id, 'user-not-allowed')
    }))

  test('with --address, the server is asked about that address', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      const { machine, client } = lab
      await configureSshd(machine, ['Match Address 203.0.113.0/24', '  MaxSessions 3'])
      const ask = async (...more: string[]) => {
        const via = ['--json', '--via', `ops@${machine.address}`, ...more]
        const document = documentOf(await run(lab, [...via, ...client.sshArgs()]))
        const effective = (document.facts as Fact[]).find(({ id }) => id === 'sshd-effective')
        const values = effective?.value?.['values'] as Record<string, string[]> | undefined
        return values?.['maxsessions']
      }
      assert.deepEqual(await ask(), ['10'])
      assert.deepEqual(await ask('--address', '203.0.113.9'), ['3'])
    }))

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    test(`ended by ${signal}, leaves neither process nor folder`, () =>
      withLab({ release: 'bookworm' }, async (lab) => {
        const { client, machine } = lab
        // A shell that never comes: the look from within is in its midst.
        await machine.must("sed -i '1s/^/sleep 60\\n/' /home/ops/.bashrc")
        const ran = await run(lab, ['--json', '--via', `ops@${machine.address}`, ...client.sshArgs()], {
          onStart: (child) =>
            void (async () => {
              while ((await loginsOf(lab, 'ops')) === 0) await new Promise((resolve) => setTimeout(resolve, 100))
              await new Promise((resolve) => setTimeout(resolve, 300))
              child.kill(signal)
            })(),
        })
        assert.deepEqual(ran.left, [])
        if (signal === 'SIGKILL') assert.equal(ran.signal, signal)
        else assert.equal(ran.code, 130, ran.stderr)
        assert.deepEqual(leftInTmp(lab), [])
      }))
  }
})
