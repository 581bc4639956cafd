import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ConnectionRequest } from '../core/connection-ledger.ts'
import { caseOf } from '../core/incident.ts'
import { contact } from '../../test/cases/facts.ts'
import { World } from '../../test/medic/fakes.ts'
import { makeBudget } from './budget.ts'

const silence = { contacts: [contact()] }

describe('asking', () => {
  test('notes the answer as an event, with the time of the question', async () => {
    const world = new World().probe('control-port', { after: 2, value: silence })
    const exam = world.examination()
    const at = world.clock.date().toISOString()
    await world.clock.run(exam.ask('control-port'))
    assert.deepEqual(exam.facts['control-port'], { at, seen: 'network', via: 'network', value: silence })
    assert.deepEqual(
      exam.events.map(({ kind }) => kind),
      ['opened', 'answered'],
    )
  })

  test('what needs nothing of others was seen on this machine', async () => {
    const world = new World().probe('control-port', { needs: 'nothing', value: silence })
    const exam = world.examination()
    await world.clock.run(exam.ask('control-port'))
    assert.equal(exam.facts['control-port']?.via, 'this machine')
  })

  test('a fact that cannot be had is a fact', async () => {
    const world = new World().probe('route', { missing: 'no ip program' })
    const exam = world.examination()
    await world.clock.run(exam.ask('route'))
    assert.deepEqual(exam.facts.route, {
      at: exam.facts.route?.at,
      seen: 'client',
      via: 'this machine',
      missing: { why: 'absent', says: 'no ip program' },
    })
  })

  test('happens once: what is under way is waited for, what is answered is not asked again', async () => {
    const world = new World().probe('control-port', { after: 1, value: silence })
    const exam = world.examination()
    await world.clock.run(Promise.all([exam.ask('control-port'), exam.ask('control-port')]))
    assert.equal(world.seconds, 1)
    await world.clock.run(exam.ask('control-port'))
    assert.deepEqual(world.ids(), ['control-port'])
  })

  test('does nothing where the question does not apply, or nobody can ask it', async () => {
    const world = new World().probe('control-port', { value: silence, applies: () => false })
    const exam = world.examination()
    await world.clock.run(Promise.all([exam.ask('control-port'), exam.ask('route')]))
    assert.deepEqual(exam.facts, {})
  })

  test('asks no more once the user has interrupted, and what was seen until then is the case', async () => {
    const world = new World().probe('control-port', { after: 9, value: silence }).probe('route', { missing: 'x' })
    const exam = world.examination()
    world.clock.after(1, () => world.interrupt.abort())
    await world.clock.run(exam.ask('control-port'))
    await world.clock.run(exam.ask('route'))
    const { interrupted, facts, spent } = exam.close()
    assert.equal(interrupted, true)
    assert.deepEqual(Object.keys(facts), ['control-port'])
    assert.equal(spent.seconds, 1)
  })

  test('of another target is about that one', async () => {
    const world = new World()
    const hosts: string[] = []
    const does = async ({ target }: { target: { host: string } }) => void hosts.push(target.host)
    const exam = world.probe('contact', { value: silence, does }).examination()
    await world.clock.run(exam.ask('contact', { of: { ...exam.target, host: '127.0.0.1' } }))
    assert.deepEqual(hosts, ['127.0.0.1'])
  })

  test('a defect of ours outside is an error; from within, where a sick server answers, it is a missing fact', async () => {
    const world = new World().probe('route', { breaks: 'defect' }).within('disk', { breaks: 'not a number' })
    const exam = world.examination()
    await assert.rejects(world.clock.run(exam.ask('route')), /defect/)
    exam.enter({ access: world.access(0.1), signal: world.interrupt.signal, patience: 1 })
    await world.clock.run(exam.ask('disk'))
    const { disk } = exam.facts
    assert.deepEqual(disk && 'missing' in disk && disk.missing, {
      why: 'absent',
      says: 'its answer could not be read (not a number)',
    })
    assert.equal(disk?.via, 'ops@there')
  })

  test('what was given up is not answered any more, nor is anything after the end', async () => {
    const world = new World()
      .probe('control-port', { after: 5, value: silence })
      .probe('contact', { after: 6, value: silence })
    const exam = world.examination()
    const asking = Promise.all([exam.ask('control-port'), exam.ask('contact')])
    exam.miss('control-port', 'network', { why: 'timed-out', says: 'not waited for' })
    await world.clock.run(world.clock.sleep(5.5))
    assert.ok('missing' in exam.facts['control-port']!)
    const closed = exam.close()
    await world.clock.run(asking)
    assert.deepEqual(caseOf(exam.events), closed)
    assert.ok(!('contact' in closed.facts))
  })

  test('again brings a second answer, and the earlier one stands where it saw more', async () => {
    const world = new World().within('slot-holders', { value: { pending: [], total: 0 } })
    const exam = world.examination()
    exam.enter({ access: world.access(0.1), signal: world.interrupt.signal, patience: 1 })
    await world.clock.run(exam.ask('slot-holders'))
    const first = exam.facts['slot-holders']
    await world.clock.run(world.clock.sleep(1))
    await world.clock.run(exam.ask('slot-holders', { again: () => false }))
    assert.equal(exam.facts['slot-holders'], first)
    await world.clock.run(exam.ask('slot-holders', { again: () => true }))
    assert.notEqual(exam.facts['slot-holders'], first)
    assert.equal(exam.events.length, 4, 'each answer is an event')
  })
})

describe('connections', () => {
  const knocking = (kind: 'target' | 'login' | 'other', granted: boolean[]) => ({
    value: silence,
    does: async ({ connection }: { connection(of: typeof kind): Promise<boolean> }) =>
      void granted.push(await connection(kind)),
  })

  test('to the target are counted and limited; other ports cost nothing; the login is made whatever was spent', async () => {
    const world = new World()
    const granted: boolean[] = []
    world.probe('contact', knocking('target', granted)).probe('contact-split', knocking('target', granted))
    world
      .probe('login', { ...knocking('login', granted), value: undefined })
      .probe('control-port', knocking('other', granted))
    const exam = world.examination({ budget: makeBudget(1, () => world.clock.now()) })
    for (const id of ['contact', 'contact-split', 'login', 'control-port'] as const) await world.clock.run(exam.ask(id))
    assert.deepEqual(granted, [true, false, true, true])
    assert.equal(exam.close().spent.connections, 2)
  })

  test('are asked of the ledger of all runs, by address and port; what it refuses is not made and not spent', async () => {
    const world = new World()
    const granted: boolean[] = []
    const requests: ConnectionRequest[] = []
    const answers = ['refused', 'not-kept', 'granted'] as const
    const ledger = {
      request: async (request: ConnectionRequest) => {
        requests.push(request)
        return answers[requests.length - 1]!
      },
    }
    for (const id of ['contact', 'contact-split', 'contact-not-ssh'] as const)
      world.probe(id, knocking('target', granted))
    const exam = world.examination({ ledger, budget: makeBudget(2, () => world.clock.now()) })
    for (const id of ['contact', 'contact-split', 'contact-not-ssh'] as const) await world.clock.run(exam.ask(id))
    assert.deepEqual(granted, [false, true, true], 'what cannot be remembered is made all the same')
    assert.deepEqual(requests[0], { target: '203.0.113.7 22', kind: 'question', count: 1, most: 4 })
    assert.equal(exam.close().spent.connections, 2)
  })

  test('beside a login that works are a luxury: only where they are remembered and few', async () => {
    for (const [answer, may] of [
      ['granted', true],
      ['refused', false],
      ['not-kept', false],
    ] as const) {
      const exam = new World().examination({ ledger: { request: async () => answer } })
      assert.equal(await exam.mayKnock(3), may, answer)
    }
  })
})

describe('waiting', () => {
  test('ends with the promise, with the clock, or with an interrupt', async () => {
    const world = new World()
    const exam = world.examination({ patience: 2 })
    const never = new Promise(() => {})
    await world.clock.run(exam.waitFor(9, Promise.resolve()))
    assert.equal(world.seconds, 0)
    await world.clock.run(exam.waitFor(1, never))
    assert.equal(world.seconds, 2, 'patience stretches it')
    world.clock.after(1, () => world.interrupt.abort())
    await world.clock.run(exam.waitFor(9, never))
    assert.equal(world.seconds, 3)
  })

  test('for a step of the login ends when it is first seen', async () => {
    const world = new World()
    const exam = world
      .probe('login', {
        does: async ({ step }, clock) => {
          await clock.sleep(1)
          step('identification', 'first')
          step('identification', 'second')
        },
        after: 5,
      })
      .examination()
    const asked = exam.ask('login')
    assert.ok(!exam.reached('identification'))
    await world.clock.run(exam.stepSeen('identification'))
    assert.equal(world.seconds, 1)
    await world.clock.run(exam.stepSeen('identification'))
    assert.equal(exam.lineOf('identification'), 'first')
    await world.clock.run(asked)
  })
})
