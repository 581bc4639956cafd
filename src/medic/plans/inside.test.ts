import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { WayIn } from '../../core/access.ts'
import { known } from '../../core/probe.ts'
import type { Case, Facts, FactSheet } from '../../core/types.ts'
import { pasted, sheet } from '../../../test/cases/facts.ts'
import { World } from '../../../test/medic/fakes.ts'
import type { Script } from '../../../test/medic/fakes.ts'
import { LookInside } from './inside.ts'

const session: Facts['inside-session'] = {
  user: 'ops',
  uid: 1000,
  root: true,
  kernel: 'Linux',
  init: 'systemd',
  roundTrip: 0.05,
  clockOffset: 0,
}
const quick = { after: 0.1, missing: 'x' } as const
const slots = (total: number): Facts['slot-holders'] => ({ pending: [], total })
/** What was seen from outside in a case that leaves no doubt, and in one that the server's resolver decides. */
const clear = JSON.parse(
  readFileSync(new URL('../../../test/cases/key-file-missing.json', import.meta.url), 'utf8'),
) as Case
const slowLogin = sheet({
  login: {
    log: pasted('debug1: SSH2_MSG_SERVICE_ACCEPT received', 'Authenticated to x'),
    stepAt: {
      start: 0,
      connect: 0.01,
      connected: 0.02,
      identification: 0.03,
      kexinit: 0.04,
      newkeys: 0.06,
      service: 0.07,
      methods: 5.2,
      authenticated: 5.4,
      session: 5.5,
      shell: 5.6,
    },
    seconds: 6,
    exit: 0,
    shellAnswered: true,
    commandAnswered: true,
  },
})

const world = () =>
  new World()
    .within('inside-session', { after: 0.1, value: session })
    .within('listener', { ...quick, early: true, passing: true })
    .within('slot-holders', { after: 0.1, value: slots(0), early: true, passing: true })
    .within('accept-queue', { ...quick, early: true })
    .within('sshd-effective', { ...quick, early: true })

interface Told {
  wayIn?: Partial<WayIn> & { roundTrip?: number; opensAfter?: number; logins?: number }
  /** When our login is over, and whether it was turned away. */
  loginIsOver?: { at: number; turnedAway: boolean }
  outsideAsked?: Promise<void>
  /** What was seen from outside. */
  seen?: FactSheet
}

async function look(one: World, { wayIn = {}, loginIsOver, outsideAsked = Promise.resolve(), seen = {} }: Told = {}) {
  const exam = one.examination()
  Object.assign(exam.facts, seen)
  const inside = new LookInside(exam, one.wayIn(wayIn), outsideAsked)
  const whole = async () => {
    if (loginIsOver) {
      await one.clock.sleep(loginIsOver.at)
      inside.loginIsOver(loginIsOver.turnedAway)
    }
    await inside.settled()
    await inside.close()
  }
  await one.clock.run(whole())
  return {
    exam,
    missing: (id: keyof Facts) => exam.facts[id] && 'missing' in exam.facts[id] && exam.facts[id].missing.says,
  }
}

describe('the look from within', () => {
  test('asks who we are, then what passes quickly and what others build on, then the rest, four at once', async () => {
    const one = world()
    for (const id of ['disk', 'memory', 'pam', 'boot', 'bans'] as const) one.within(id, quick)
    await look(one)
    const at = Object.fromEntries(one.asked.map((asked) => [asked.id, asked.at]))
    assert.equal(at['inside-session'], 0.2)
    for (const id of ['listener', 'slot-holders', 'accept-queue', 'sshd-effective']) assert.equal(at[id], 0.3, id)
    const rest = ['disk', 'memory', 'pam', 'boot', 'bans'].map((id) => at[id]).toSorted()
    assert.deepEqual(rest, [0.4, 0.4, 0.4, 0.4, 0.5])
    assert.equal(one.open, 0, 'the way in is closed')
  })

  test('asks what tells most for its cost first', async () => {
    const one = world()
    for (const id of ['containers', 'boot', 'selinux-apparmor', 'oom-kills'] as const) one.within(id, quick)
    await look(one.within('firewall', quick))
    assert.ok(one.ids().indexOf('firewall') < one.ids().indexOf('containers'))
  })

  test('asks first what a question builds on, and waits for it as long as it usually takes', async () => {
    for (const [after, at] of [
      [0.2, 0.6],
      [9, 0.7],
    ] as const) {
      const one = world()
        .within('account', { after, missing: 'x' })
        .within('disk', { ...quick, buildsOn: ['account'] })
      await look(one)
      assert.equal(one.askedAt('account'), 0.4)
      assert.equal(one.askedAt('disk'), at, `account answers after ${after} s`)
      assert.equal(one.asked.filter(({ id }) => id === 'account').length, 1)
    }
  })

  test('does not let an early question that hangs hold up the others', async () => {
    const one = world().within('sshd-effective', { after: 9, missing: 'x', early: true }).within('disk', quick)
    await look(one)
    assert.equal(one.askedAt('disk'), 0.6)
  })

  test('where the way in cannot be opened, says why and asks nothing', async () => {
    const one = world()
    const { missing } = await look(one, {
      wayIn: { open: async () => ({ failed: 'Permission denied', why: 'refused' }) },
    })
    assert.equal(missing('inside-session'), 'Permission denied')
    assert.deepEqual(one.ids(), [])
  })

  test('reads the log last, a moment after our login is over, and not before', async () => {
    const one = world().within('server-log', { ...quick, afterLogin: true })
    await look(one, { loginIsOver: { at: 3, turnedAway: false } })
    assert.equal(one.askedAt('server-log'), 3.3)
    const never = world().within('server-log', { ...quick, afterLogin: true })
    await look(never)
    assert.equal(never.askedAt('server-log'), undefined)
  })

  test('asks once more who holds the slots where we were turned away, and keeps the answer that saw more', async () => {
    for (const [second, kept] of [
      [5, 5],
      [1, 3],
    ] as const) {
      const one = new World()
        .within('inside-session', { value: session })
        .within('slot-holders', { early: true, passing: true, value: (turn) => slots(turn === 0 ? 3 : second) })
      const { exam } = await look(one, { loginIsOver: { at: 2, turnedAway: true } })
      assert.equal(one.asked.filter(({ id }) => id === 'slot-holders').length, 2)
      assert.deepEqual(known(exam.facts, 'slot-holders'), slots(kept))
    }
  })

  test('lets a login of its own that ends at the target count as one, and further ones wait for the questions outside', async () => {
    let outsideIsAsked = () => {}
    const outsideAsked = new Promise<void>((resolve) => (outsideIsAsked = resolve))
    const one = world()
    one.clock.after(7, outsideIsAsked)
    const { exam } = await look(one, { wayIn: { logins: 2 }, outsideAsked })
    assert.equal(one.askedAt('inside-session'), 7.2)
    assert.equal(exam.close().spent.connections, 2)
    const elsewhere = world()
    assert.equal((await look(elsewhere, { wayIn: { sameHost: false, logins: 3 } })).exam.close().spent.connections, 0)
  })

  test('ends at an interrupt: what was not asked yet is missing', async () => {
    const one = world()
      .within('disk', { after: 60, missing: 'x' })
      .within('server-log', { ...quick, afterLogin: true })
    one.clock.after(1, () => one.interrupt.abort())
    const { missing } = await look(one, { loginIsOver: { at: 2, turnedAway: false } })
    assert.equal(one.seconds, 2.3)
    assert.equal(missing('server-log'), 'interrupted')
    assert.equal(one.open, 0)
  })
})

describe('what is not waited for', () => {
  const cost = { seconds: 0.5, connections: 0, load: 0 }
  const hanging: Script<'resolver'> = { after: 12, value: { servers: [], seconds: 12, outcome: 'timeout' }, cost }

  test('a question that is late and cannot matter to a clear cause: it is missing with its reason', async () => {
    const one = world().within('resolver', hanging).within('disk', quick)
    const { missing } = await look(one, { seen: clear.facts })
    assert.equal(missing('resolver'), 'not waited for: the cause was clear')
    assert.equal(missing('disk'), 'x', 'what comes in its time is taken')
    assert.ok(one.seconds < 2, `${one.seconds} s`)
    assert.equal(one.open, 0)
  })

  test('but one that is in its time is', async () => {
    const one = world().within('resolver', { ...hanging, after: 2, cost: { ...cost, seconds: 1 } })
    const { missing } = await look(one, { seen: clear.facts })
    assert.equal(missing('resolver'), false)
  })

  test('while the cause is not clear everything is waited for', async () => {
    const one = world().within('resolver', hanging)
    const { missing } = await look(one)
    assert.equal(missing('resolver'), false)
    assert.ok(one.seconds > 12)
  })

  test('what the likeliest cause itself speaks of is waited for, however clear it is', async () => {
    const one = world().within('resolver', hanging)
    const { exam, missing } = await look(one, { seen: slowLogin })
    assert.equal(exam.believed()[0]?.hypothesis.id, 'reverse-dns-slow')
    assert.equal(missing('resolver'), false)
  })

  test('the log is waited for until it was read, though nothing else is left', async () => {
    const one = world().within('server-log', { ...quick, afterLogin: true })
    await look(one, { seen: clear.facts, loginIsOver: { at: 0.1, turnedAway: false } })
    assert.ok(one.asked.some(({ id, answeredAt }) => id === 'server-log' && answeredAt !== undefined))
  })
})

describe('a slow host', () => {
  const slow = { roundTrip: 3, opensAfter: 3 }
  const cost = { seconds: 0.1, connections: 0, load: 0 }

  test('is asked first what may be the reason', async () => {
    const one = world()
    for (const id of ['boot', 'bans', 'firewall', 'account', 'pam'] as const) one.within(id, quick)
    for (const id of ['pressure', 'memory'] as const) one.within(id, { ...quick, tellsOfSlowness: true })
    await look(one, { wayIn: slow })
    const rest = one.ids().slice(5)
    assert.deepEqual(new Set(rest.slice(0, 2)), new Set(['pressure', 'memory']))
  })

  test('is asked no more than that once the cause is clear, and what is left out says so', async () => {
    const one = world()
      .within('boot', quick)
      .within('pressure', { ...quick, tellsOfSlowness: true })
    const { missing } = await look(one, { wayIn: slow, seen: clear.facts })
    assert.equal(missing('boot'), 'not asked: the server is slow, and the cause was clear')
    assert.ok(one.askedAt('pressure') !== undefined && one.askedAt('sshd-effective') !== undefined)
  })

  test('gets 20 s, or twelve commands in a row where they take longer; behind that there is no time left', async () => {
    for (const [roundTrip, seconds] of [
      [0.1, 20],
      [3, 36],
    ] as const) {
      const one = world()
      const ids = ['boot', 'bans', 'firewall', 'account', 'pam'] as const
      for (const id of ids) one.within(id, { after: 500, missing: 'x', cost })
      const { missing } = await look(one, { wayIn: { roundTrip, opensAfter: 1 } })
      assert.equal(one.seconds, 1 + seconds, `round trip ${roundTrip} s`)
      const why = ids.map(missing)
      assert.ok(
        why.some((one) => one && /no time left/.test(one)),
        why.join(),
      )
    }
  })
})
