import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ProbeContext } from '../../core/probe.ts'
import type { LoginFact, LoginStep } from '../../core/types.ts'
import { contact, emptyLog, heard, HOST } from '../../../test/cases/facts.ts'
import { FakeClock, World } from '../../../test/medic/fakes.ts'
import type { Script } from '../../../test/medic/fakes.ts'
import { lookOutside, wasTurnedAway } from './outside.ts'

const loginFact = (over: Partial<LoginFact> = {}): LoginFact => ({
  log: emptyLog(),
  stepAt: { start: 0 },
  seconds: 1,
  exit: 255,
  ...over,
})

/** A login that shows these steps at these seconds and ends after so long. */
const login = (
  steps: Partial<Record<LoginStep, number>>,
  after: number,
  over: Partial<LoginFact> = {},
): Script<'login'> => ({
  value: loginFact(over),
  does: async ({ step }: ProbeContext, clock: FakeClock) => {
    let now = 0
    for (const [name, at] of Object.entries(steps)) {
      await clock.sleep(at - now)
      now = at
      step(name as LoginStep, name === 'identification' ? 'debug1: remote software version OpenSSH_9.2p1' : name)
    }
  },
  after,
})

const silent = { contacts: [contact()] }
const banner = {
  contacts: [heard('SSH-2.0-x\r\n', { how: 'enough', at: 0.1 }, { identification: 'SSH-2.0-x', kexinitAt: 0.1 })],
}
const named = { name: HOST, addresses: [{ address: HOST, family: 4 as const }], seconds: 0 }

/** The questions of every look from outside, each answered at once. */
function world(): World {
  const one = new World()
    .probe('key-files', { missing: 'none' })
    .probe('control-socket', { missing: 'none' })
    .probe('name-lookup', { value: named })
    .probe('own-connections', { missing: 'none' })
    .probe('route', { missing: 'none' })
  for (const id of ['contact-again', 'control-port', 'second-service', 'contact-split', 'contact-not-ssh'] as const)
    one.probe(id, { value: silent })
  return one
    .probe('kexinit-size', { value: {} })
    .probe('login-beyond-host-key', { missing: 'x', applies: (facts) => 'login' in facts && false })
    .probe('command-session', { missing: 'x', applies: () => false })
}

const look = async (one: World, around = {}) => {
  const exam = one.examination(around)
  await one.clock.run(lookOutside(exam))
  return exam
}

describe('the look from outside', () => {
  test('looks at the client and at the name before the login, so that our own connections are not among those it holds', async () => {
    const one = world().probe(
      'login',
      login({ connected: 0.1, identification: 0.2, newkeys: 0.3, authenticated: 0.5 }, 1),
    )
    await look(one)
    const ids = one.ids()
    for (const id of ['key-files', 'name-lookup', 'own-connections', 'route'] as const)
      assert.ok(ids.indexOf(id) < ids.indexOf('login'), id)
    assert.equal(one.askedAt('login'), 0)
  })

  test('does not wait for a dead resolver before the login, and behind it 6.5 s at most', async () => {
    const one = world()
      .probe('name-lookup', { after: 60, value: named })
      .probe('login', login({ connected: 0.1, identification: 0.2, newkeys: 0.3, authenticated: 0.5 }, 1))
    await look(one)
    assert.equal(one.askedAt('login'), 0.3)
    assert.equal(one.seconds, 6.8)
  })

  test('beside a login that works tries three times more, and makes no other connection', async () => {
    const one = world().probe(
      'login',
      login({ connected: 0.1, identification: 0.2, newkeys: 0.3, authenticated: 0.5 }, 1),
    )
    await look(one)
    assert.equal(one.askedAt('contact-again'), 0.5)
    assert.equal(one.askedAt('contact'), undefined)
    assert.equal(one.askedAt('control-port'), undefined)
  })

  test('does so at a server that penalises only where a luxury is left', async () => {
    const steps = { connected: 0.1, identification: 0.2, newkeys: 0.3, authenticated: 0.5 }
    const refusing = { request: async () => 'refused' as const }
    const modern = world().probe('login', {
      ...login(steps, 1),
      does: async (context) => {
        context.step('identification', 'debug1: remote software version OpenSSH_9.8')
        context.step('newkeys', '')
        context.step('authenticated', '')
      },
    })
    await look(modern, { ledger: refusing })
    assert.equal(modern.askedAt('contact-again'), undefined)
    const old = world().probe('login', login(steps, 1))
    await look(old, { ledger: refusing })
    assert.equal(old.askedAt('contact-again'), 0.5)
  })

  test('joins a login that has heard nothing after 0.8 s; asks around 1.2 s later; ends a login that nobody answers', async () => {
    const one = world()
      .probe('login', login({ connected: 0.1 }, 30))
      .probe('contact', { after: 6, value: silent })
    await look(one)
    assert.equal(one.askedAt('contact'), 0.8)
    assert.equal(one.askedAt('control-port'), 2)
    assert.equal(one.askedAt('second-service'), 2)
    const ended = one.asked.find(({ id }) => id === 'login')
    assert.equal(ended?.answeredAt, 6.8)
    assert.equal(ended?.aborted, true)
  })

  test('asks no second service where the port has not even opened', async () => {
    const one = world()
      .probe('login', login({ connect: 0 }, 5))
      .probe('contact', { after: 4, value: silent })
    await look(one)
    assert.equal(one.askedAt('control-port'), 2)
    assert.equal(one.askedAt('second-service'), undefined)
  })

  test('lets a login that has come further go on', async () => {
    const one = world()
      .probe('login', login({ connected: 0.1, identification: 2.5, newkeys: 2.6 }, 6))
      .probe('contact', { after: 3, value: silent })
    await look(one)
    assert.equal(one.asked.find(({ id }) => id === 'login')?.aborted, undefined)
  })

  test('asks about size or shape of packets while the login is stuck in its key exchange, then ends it', async () => {
    const mute = { contacts: [heard('SSH-2.0-x\r\n', { how: 'enough', at: 0.1 }, { identification: 'SSH-2.0-x' })] }
    for (const { value, wanted } of [
      { value: banner, wanted: ['kexinit-size'] },
      { value: mute, wanted: ['contact-split', 'contact-not-ssh'] },
    ]) {
      const one = world()
        .probe('login', login({ connected: 0.1, identification: 0.2 }, 30))
        .probe('contact', { value })
      await look(one)
      assert.equal(one.askedAt('contact'), 2.8)
      for (const id of ['kexinit-size', 'contact-split', 'contact-not-ssh'] as const)
        assert.equal(one.askedAt(id) !== undefined, wanted.includes(id), id)
      assert.equal(one.asked.find(({ id }) => id === 'login')?.aborted, true)
    }
  })

  test('makes no connection of its own through a proxy', async () => {
    const one = world()
      .probe('ssh-config', { value: { ok: true, proxyCommand: 'nc' } })
      .probe('login', login({ connected: 0.1 }, 3))
      .probe('contact', { value: silent })
    const exam = one.examination()
    await one.clock.run(exam.ask('ssh-config').then(() => lookOutside(exam)))
    assert.equal(one.askedAt('contact'), undefined)
  })

  test('counts once more how often it is turned away', async () => {
    const notice = { contacts: [heard('Exceeded MaxStartups\r\n', { how: 'fin', at: 0.1 })] }
    const one = world()
      .probe('login', login({ connected: 0.1 }, 0.2))
      .probe('contact', { value: notice })
    const exam = await look(one)
    assert.ok(wasTurnedAway(exam))
    assert.ok(one.askedAt('contact-again') !== undefined)
  })

  test('looks behind an unconfirmed host key, and at a command where the login shell stays silent', async () => {
    const one = world()
      .probe('login', login({ connected: 0.1, identification: 0.2 }, 0.3))
      .probe('login-beyond-host-key', { missing: 'x' })
      .probe('command-session', { missing: 'x' })
      .probe('contact', { value: banner })
    await look(one)
    assert.deepEqual(one.ids().slice(-2), ['login-beyond-host-key', 'command-session'])
  })

  test('ends at once when the user interrupts, the login with it', async () => {
    const one = world()
      .probe('login', login({ connected: 0.1 }, 30))
      .probe('contact', { after: 20, value: silent })
    one.clock.after(1.5, () => one.interrupt.abort())
    const exam = await look(one)
    assert.equal(one.seconds, 1.5)
    assert.equal(one.askedAt('control-port'), undefined)
    assert.ok(exam.facts.login && exam.facts.contact)
    assert.equal(exam.close().interrupted, true)
  })
})
