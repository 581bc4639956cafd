import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts, FactSheet, Missing, Target } from '../core/types.ts'
import { SIGN_BY_ID } from '../knowledge/signs.ts'
import { AT, HOST, contact, emptyLog, goodLogin, greeted, heard, loginTo, sheet } from '../../test/cases/facts.ts'
import { evidenceNotes } from './notes.ts'
import type { Reading } from './posterior.ts'

const target: Target = { destination: 'web1', host: 'web1', port: 22, ssh: [] }
const read = (id: string, ...values: string[]): Reading => ({ sign: SIGN_BY_ID.get(id)!, values })
const notes = (facts: FactSheet, readings: Reading[] = [], over: Partial<Target> = {}) =>
  evidenceNotes(facts, readings, { ...target, ...over })
const away = heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 })
const reset = contact({ end: { how: 'reset', at: 0.04 } })

test('where nothing is odd there is nothing to note', () => {
  assert.deepEqual(notes({}), [])
  assert.deepEqual(evidenceNotes(sheet({ login: goodLogin(), contact: { contacts: [greeted()] } }), []), [])
})

test('a remote command was not run', () => {
  assert.deepEqual(notes({}, [], { command: ['uptime'] }), ['Your remote command was not run: a diagnosis only looks.'])
  assert.deepEqual(notes({}, [], { command: [] }), [])
})

test('connections that the budget did not allow', () => {
  const missed = (why: Missing['why']) =>
    notes({ contact: { at: AT, seen: 'network', via: 'network', missing: { why, says: '' } } })
  assert.match(missed('not-allowed')[0] ?? '', /^Our own connections were left out: .* \(--budget\)/)
  assert.deepEqual(missed('timed-out'), [])
})

test('how many were turned away, and what that means, where a notice said why and nobody counted on the server', () => {
  const tries = (...contacts: Facts['contact']['contacts']) => sheet({ contact: { contacts } })
  const notice = read('first-contact', 'notice-startups')
  const [said] = notes(tries(away, greeted(), reset), [notice])
  assert.match(said ?? '', /^2 of 3 tries were turned away; .* \d+ to \d+ unfinished logins \(likeliest \d+\)\.$/)
  const again = sheet({ contact: { contacts: [away] }, 'contact-again': { contacts: [greeted()] } })
  assert.match(notes(again, [notice])[0] ?? '', /^1 of 2 tries/)
  const waiting = contact()
  assert.match(notes(tries(away, waiting), [notice])[0] ?? '', /^1 of 2 tries/, 'who hears nothing is not turned away')
  assert.deepEqual(notes(tries(away), [notice]), [], 'one try says nothing of a share')
  assert.deepEqual(notes(tries(away, greeted()), [read('first-contact', 'closed')]), [])
  assert.deepEqual(notes(tries(away, greeted())), [])
  assert.deepEqual(notes(tries(away, greeted()), [notice, read('startup-slots', 'full')]), [])
})

test('what this machine itself holds open', () => {
  const held = (bySource: Record<string, number>) =>
    notes(sheet({ 'own-connections': { bySource, target: HOST, port: 22 } }))
  assert.deepEqual(held({}), [])
  assert.deepEqual(held({ a: 1 }), [`This machine itself holds 1 open connection to ${HOST} port 22.`])
  assert.deepEqual(held({ a: 2, b: 3 }), [`This machine itself holds 5 open connections to ${HOST} port 22.`])
})

test('a host key that nobody confirmed, and a forced command', () => {
  assert.match(
    notes(sheet({ 'login-beyond-host-key': loginTo('methods') }))[0] ?? '',
    /^Nobody has confirmed the host key/,
  )
  const forced = goodLogin({ log: emptyLog({ forcedCommand: true }) })
  assert.deepEqual(notes(sheet({ login: forced })), ['The server announced a forced command for this key.'])
})

const SESSION: Facts['inside-session'] = {
  ...{ user: 'ops', uid: 1001, root: true, kernel: '6.1', init: 'systemd', roundTrip: 0.1, clockOffset: 0 },
}
const inside = (over: Partial<Facts['inside-session']> = {}, more: Partial<Facts> = {}) =>
  notes(sheet({ 'inside-session': { ...SESSION, ...over }, ...more }))

test('from within: nobody got in, or all is well', () => {
  const missing = { why: 'refused', says: 'No way in.' } as const
  const refused: FactSheet = { 'inside-session': { at: AT, seen: 'inside', via: 'ops', missing } }
  assert.deepEqual(notes(refused), ['Nothing was seen from within: No way in.'])
  assert.deepEqual(inside(), [])
})

test('from within: whose eyes, and what they did not see', () => {
  const eyes =
    'Looked from within as ops, who may not become root (sudo -n): logs, shadow and rules stay partly unseen.'
  assert.deepEqual(inside({ root: false }), [eyes])
  assert.deepEqual(inside({ root: undefined }), [])
  assert.deepEqual(inside({ root: undefined }, { 'becoming-root': { root: false, seconds: 0.1 } as never }), [eyes])
  assert.match(inside({}, { 'becoming-root': { root: true, seconds: 20 } as never })[0] ?? '', /^sudo took 20 s there:/)
  const lost = (seen: 'inside' | 'network') =>
    ({ at: AT, seen, via: 'x', missing: { why: 'timed-out', says: '' } }) as const
  const facts = {
    ...sheet({ 'inside-session': SESSION }),
    pam: lost('inside'),
    disk: lost('inside'),
    contact: lost('network'),
  }
  assert.deepEqual(notes(facts), ['Could not be seen from within: pam, disk (--json says why).'])
})

test('from within: a slow machine, a wrong clock', () => {
  assert.deepEqual(inside({ roundTrip: 2 }), [])
  assert.deepEqual(inside({ roundTrip: 2.34 }), ['One empty command took 2.3 s there: the machine itself is slow.'])
  assert.deepEqual(inside({ clockOffset: 30 }), [])
  assert.deepEqual(inside({ clockOffset: 31.4 }), ["The server's clock is 31 s ahead of ours."])
  assert.deepEqual(inside({ clockOffset: -172800 }), ["The server's clock is 172800 s behind ours."])
})

test('from within: a ban that ends, a reboot that is due, a file newer than the daemon, containers a reboot would stop', () => {
  const ban = (until?: string) =>
    ({
      tools: [],
      banned: [
        {
          tool: 'fail2ban',
          holder: { kind: 'jail', name: 'sshd' },
          address: '203.0.113.9',
          ...(until ? { until } : {}),
        },
      ],
    }) as Facts['bans']
  assert.deepEqual(inside({}, { bans: ban('2026-01-02T04:00:00Z') }), [
    'The ban of 203.0.113.9 ends by itself at 2026-01-02T04:00:00Z.',
  ])
  assert.deepEqual(inside({}, { bans: ban() }), [])
  assert.deepEqual(inside({}, { bans: { tools: [], banned: [] } }), [])
  const boot = (rebootRequired: boolean) => inside({}, { boot: { bootedAt: AT, uptime: 9, rebootRequired } })
  assert.deepEqual([boot(false), boot(true).length], [[], 1])
  const effective = (changedSinceStart: boolean) =>
    inside({}, { 'sshd-effective': { ok: true, values: {}, changedSinceStart } })
  assert.deepEqual([effective(false), effective(true).length], [[], 1])
  assert.match(effective(true)[0]!, /sshd_config is newer than the running sshd/)
  assert.match(boot(true)[0]!, /reboot/)
  const running = (n: number) => inside({}, { containers: { runtime: 'docker', running: n, stopped: 0, names: [] } })
  assert.deepEqual(running(0), [])
  assert.deepEqual(running(1), ['1 container runs there (docker); a reboot would stop them.'])
  assert.deepEqual(running(3), ['3 containers run there (docker); a reboot would stop them.'])
})

test('from within: a doubt whether it is the target at all stands among them', () => {
  const lookup = { name: 'web1', addresses: [{ address: '192.0.2.7', family: 4 as const }], seconds: 0 }
  const said = inside({ addresses: ['10.0.0.5'], hostname: 'db7' }, { 'name-lookup': lookup })
  assert.equal(said.length, 1)
  assert.match(said[0]!, /192\.0\.2\.7/)
})
