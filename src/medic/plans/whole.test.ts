import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { caseOf } from '../../core/incident.ts'
import type { Case, Facts } from '../../core/types.ts'
import { contact, heard, HOST } from '../../../test/cases/facts.ts'
import { TARGET, World } from '../../../test/medic/fakes.ts'
import { examineWhole } from './whole.ts'

const session: Facts['inside-session'] = {
  user: 'ops',
  uid: 1000,
  root: true,
  kernel: 'Linux',
  init: 'systemd',
  roundTrip: 0.05,
  clockOffset: 0,
}
const silent = { contacts: [contact()] }
const saved = JSON.parse(
  readFileSync(new URL('../../../test/cases/key-file-missing.json', import.meta.url), 'utf8'),
) as Case
const valueOf = <K extends keyof Facts>(id: K): Facts[K] => (saved.facts[id] as { value: Facts[K] }).value

/** A login that ends after a second at a key file that is not there: a clear case from outside. */
const world = () =>
  new World()
    .probe('ssh-config', { needs: 'nothing', after: 0.05, value: valueOf('ssh-config') })
    .probe('key-files', { needs: 'nothing', value: valueOf('key-files') })
    .probe('name-lookup', { value: { name: HOST, addresses: [{ address: HOST, family: 4 }], seconds: 0 } })
    .probe('login', {
      after: 1,
      value: valueOf('login'),
      does: async ({ step }) => {
        for (const one of ['connected', 'identification', 'newkeys', 'methods'] as const) step(one, one)
      },
    })

const within = (one: World) =>
  one
    .within('inside-session', { value: session })
    .within('server-log', { after: 0.2, missing: 'x', afterLogin: true })
    .within('resolver', { after: 12, missing: 'x' })

describe('the whole examination', () => {
  test('asks what ssh makes of the command line before everything else', async () => {
    const one = world()
    await one.clock.run(examineWhole(one.examination()))
    assert.equal(one.ids()[0], 'ssh-config')
    assert.equal(one.askedAt('login'), 0.05)
  })

  test('ends where ssh refuses its own configuration: nothing is tried outside, the server is looked at all the same', async () => {
    const refused = { ok: false, error: 'Bad configuration option' }
    const one = within(world()).probe('ssh-config', { value: refused })
    const seen = await one.clock.run(examineWhole(one.examination({ wayIn: one.wayIn({ logins: 2 }) })))
    assert.equal(one.askedAt('login'), undefined)
    assert.ok('inside-session' in seen.facts, 'and further logins of the way in need not wait')
    assert.ok(one.seconds < 60)
  })

  test('from within it ends when what is left cannot matter to a clear cause', async () => {
    const one = within(world())
    const seen = await one.clock.run(examineWhole(one.examination({ wayIn: one.wayIn() })))
    assert.ok(one.seconds < 2, `${one.seconds} s`)
    assert.equal(one.askedAt('server-log'), 1.35, 'the log is read when the login is over')
    assert.deepEqual(seen.facts.resolver && 'missing' in seen.facts.resolver && seen.facts.resolver.missing, {
      why: 'not-asked',
      says: 'not waited for: the cause was clear',
    })
    assert.equal(one.open, 0)
  })

  test('what is seen from within is waited for before the next question outside, for four seconds at most', async () => {
    const unclear = () =>
      within(world())
        .probe('login', { after: 1, missing: 'no ssh program' })
        .probe('contact', { value: silent })
        .probe('second-service', { decides: ['second-service'], value: silent })
    const one = unclear()
    await one.clock.run(examineWhole(one.examination({ wayIn: one.wayIn() })))
    assert.equal(one.askedAt('second-service'), 4.85)
    const alone = unclear()
    await alone.clock.run(examineWhole(alone.examination()))
    assert.equal(alone.askedAt('second-service'), 0.85)
  })

  test('is the fold of its events, about the target as ssh resolves it', async () => {
    const one = world()
    const exam = one.examination()
    const seen = await one.clock.run(examineWhole(exam))
    assert.deepEqual(seen, caseOf(exam.events))
    assert.equal(seen.target.host, valueOf('ssh-config').host)
    assert.ok(Math.abs(seen.spent.seconds - one.seconds) < 1e-6)
  })

  test('interrupted, it closes the way in and keeps what it has', async () => {
    const one = within(world())
    one.clock.after(0.5, () => one.interrupt.abort())
    const seen = await one.clock.run(examineWhole(one.examination({ wayIn: one.wayIn() })))
    assert.equal(seen.interrupted, true)
    assert.ok('login' in seen.facts && 'inside-session' in seen.facts)
    assert.equal(one.open, 0)
    assert.ok(one.seconds < 1)
  })
})

describe('on the server itself', () => {
  const local = (one: World) => one.examination({ wayIn: one.wayIn({ local: true, via: 'this machine' }) })
  const listening = (address: string): Facts['listener'] => ({
    port: 22,
    listeners: [{ address, port: 22 }],
    sshdPorts: [22],
  })

  test('no login is tried, and one contact goes where sshd listens', async () => {
    for (const [address, asked] of [
      ['0.0.0.0', '127.0.0.1'],
      ['[::]', '::1'],
      ['203.0.113.9', '203.0.113.9'],
    ] as const) {
      const hosts: string[] = []
      const one = within(world())
        .within('listener', { early: true, value: listening(address) })
        .probe('contact', { value: silent, does: async ({ target }) => void hosts.push(target.host) })
      const seen = await one.clock.run(examineWhole(local(one)))
      assert.deepEqual(hosts, [asked])
      assert.ok(!('login' in seen.facts) && !('ssh-config' in seen.facts))
      assert.equal(seen.target.host, TARGET.host, 'the target is what was typed')
      assert.equal(seen.facts.contact?.seen, 'inside')
    }
  })

  test('the contact waits for what was asked within, but not for what is late; the log comes last', async () => {
    const one = within(world())
      .within('listener', { early: true, after: 0.3, value: listening('0.0.0.0') })
      .probe('contact', { value: { contacts: [heard('SSH-2.0-x\r\n', { how: 'enough', at: 0.1 })] } })
    await one.clock.run(examineWhole(local(one)))
    const at = one.askedAt('contact')!
    assert.ok(at >= 0.5 && at < 1.5, `${at} s`)
    assert.equal(one.askedAt('server-log'), Math.round((at + 0.3) * 1000) / 1000)
  })
})
