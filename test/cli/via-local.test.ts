// --local: on the server itself, where no login is tried.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Document } from '../../src/report/document.ts'
import { configureSshd } from '../../lab/breaking/sshd-config.ts'
import { userNotAllowed } from '../../lab/faults/user-not-allowed.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import type { Lab } from '../../lab/hosts/lab.ts'
import { withLab } from '../../lab/hosts/lab.ts'

const skip = await skipUnlessHosts()
const ROOT = join(import.meta.dirname, '../..')

/** What the program needs to run, and the Node that runs this. */
const PARTS = ['bin', 'src', 'schema', 'package.json', 'node_modules/ipaddr.js']

function install({ scratch }: Lab): void {
  const folder = join(scratch, 'root/opt/sshmedic')
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true, dereference: true })
  cpSync(process.execPath, join(folder, 'node'))
}

const run = ({ machine }: Lab, words: string, user = 'root') =>
  machine.exec(`cd / && runuser -u ${user} -- /opt/sshmedic/node /opt/sshmedic/bin/sshmedic.js ${words}`)

const factsOf = (document: Document) => new Map(document.facts.map((fact) => [fact.id as string, fact]))

describe('--local', { skip }, () => {
  test('says why somebody cannot get in, and tries no login', () =>
    withLab({ release: 'trixie' }, async (lab) => {
      await userNotAllowed.break(lab, 'allow-users')
      install(lab)
      for (const words of ['--local alice@', '--local alice', 'alice@localhost --local']) {
        const ran = await run(lab, `--json ${words}`)
        assert.doesNotMatch(ran.stderr, /sshmedic:/)
        const document = JSON.parse(ran.stdout) as Document
        const facts = factsOf(document)
        assert.equal(document.causes[0]?.id, 'user-not-allowed', words)
        assert.ok(!facts.has('login') && !facts.has('ssh-config'))
        assert.equal(document.target.user, 'alice')
        assert.equal(document.spent.connections, 1)
        assert.equal(facts.get('account')?.via, 'this machine')
      }
      const log = await lab.machine.must('journalctl -t sshd -t sshd-session -o cat --no-pager')
      assert.doesNotMatch(log, /Accepted|Failed/)
    }))

  test('of nobody in particular looks at sshd alone, and as anybody', () =>
    withLab({ release: 'bookworm' }, async (lab) => {
      install(lab)
      await configureSshd(lab.machine, [`ListenAddress ${lab.machine.address}`])
      for (const user of ['root', 'ops', 'alice']) {
        const ran = await run(lab, '--json --local', user)
        assert.doesNotMatch(ran.stderr, /sshmedic:/)
        const document = JSON.parse(ran.stdout) as Document
        const contacts = (factsOf(document).get('contact') as { value?: { contacts: { address: string }[] } }).value
          ?.contacts
        assert.deepEqual(
          contacts?.map(({ address }) => address),
          [lab.machine.address],
          'it is asked where sshd listens',
        )
        assert.notEqual(document.verdict, 'unreachable')
      }
    }))

  test('with a stopped sshd, says that nothing listens', () =>
    withLab({ release: 'bookworm' }, async (lab) => {
      install(lab)
      await lab.machine.must('systemctl stop ssh.socket ssh.service || true')
      const ran = await run(lab, '--json --local alice --address 203.0.113.9')
      const document = JSON.parse(ran.stdout) as Document
      assert.equal(document.causes[0]?.id, 'nothing-listens', JSON.stringify(document.causes.slice(0, 3)))
      assert.equal(ran.code, 1)
    }))
})
