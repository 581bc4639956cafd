import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contact, FactSheet, LoginFact } from '../core/types.ts'
import {
  HOST,
  HOST6,
  atHome,
  config,
  contact,
  emptyLog,
  goodLogin,
  greeted,
  heard,
  loginTo,
  sheet,
  shut,
} from '../../test/cases/facts.ts'
import { road } from './road.ts'

/** The road as a person reads it, one line a stage: name, state, words, and to a hundredth the seconds where they were measured. */
const lines = (facts: FactSheet): string[] =>
  road(facts).map(({ name, state, says, seconds }) =>
    [`${name} ${state}`, says, seconds === undefined ? '' : seconds.toFixed(2)]
      .filter((part) => part !== '')
      .join(' | '),
  )
const line = (name: string, facts: FactSheet): string | undefined =>
  lines(facts).find((one) => one.startsWith(`${name} `))
const contacts = (...seen: Contact[]): FactSheet => sheet({ contact: { contacts: seen } })
const login = (one: LoginFact): FactSheet => sheet({ login: one })
const said = (over: Parameters<typeof emptyLog>[0]): FactSheet => sheet({ 'client-text': emptyLog(over) })

test('a login that works is a road without a gap, with the pace of each stage', () => {
  assert.deepEqual(lines(sheet({ ...atHome, login: goodLogin() })), [
    `name ok | ${HOST} | 0.00`,
    'tcp ok | open | 0.03',
    'banner ok | SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7 | 0.02',
    'kex ok | keys agreed | 0.04',
    'login ok | let in | 0.07',
    'session ok | a shell answers | 0.07',
  ])
})

test('behind a shut door nothing was reached; where none was seen shut nothing was asked', () => {
  assert.deepEqual(lines(contacts(shut('timeout', 4.4))).slice(-4), [
    'banner not-reached',
    'kex not-reached',
    'login not-reached',
    'session not-reached',
  ])
  assert.deepEqual(lines({}), [
    'tcp not-asked',
    'banner not-asked',
    'kex not-asked',
    'login not-asked',
    'session not-asked',
  ])
})

test('the name', () => {
  const lookup = (over: object) =>
    sheet({ 'name-lookup': { name: 'x.example.org', addresses: [], seconds: 0.25, ...over } as never })
  assert.equal(line('name', lookup({ error: 'not-found' })), 'name fail | x.example.org does not exist')
  assert.equal(line('name', lookup({ error: 'lookup-fails' })), 'name fail | no answer about x.example.org')
  const two = [
    { address: HOST, family: 4 },
    { address: HOST6, family: 6 },
  ]
  assert.equal(line('name', lookup({ addresses: two })), `name ok | ${HOST} and 1 more | 0.25`)
  assert.equal(line('name', said({ failure: 'name-not-found' })), 'name fail | not resolved')
  assert.equal(line('name', said({ failure: 'name-lookup-fails' })), 'name fail | not resolved')
  assert.equal(line('name', said({ failure: 'banner-closed' })), undefined)
  const told = loginTo('resolve', { log: { failure: 'name-not-found', says: 'Could not resolve x' } })
  assert.equal(line('name', login(told)), 'name fail | Could not resolve x')
  assert.equal(
    line('config', sheet({ 'ssh-config': { ok: false, error: 'line 2: foo' } })),
    'config fail | line 2: foo',
  )
  assert.equal(line('config', sheet({ 'ssh-config': { ok: false } })), 'config fail | ssh refuses its configuration')
  assert.equal(
    line('jump', sheet({ 'ssh-config': config({ proxyJump: 'j.example.org' }) })),
    'jump not-asked | j.example.org',
  )
})

test('the connection: opened, refused, or both', () => {
  assert.equal(line('tcp', contacts(greeted())), 'tcp ok | open | 0.03')
  const outcomes = ['timeout', 'refused', 'reset', 'host-unreachable', 'net-unreachable', 'not-permitted'] as const
  assert.deepEqual(
    outcomes.map((outcome) => line('tcp', contacts(shut(outcome, 2)))),
    ['no answer', 'refused', 'reset', 'host unreachable', 'no route', 'not permitted on this machine'].map(
      (says) => `tcp fail | ${says} | 2.00`,
    ),
  )
  assert.equal(
    line('tcp', contacts(shut('refused', 2), shut('refused', 1))),
    'tcp fail | refused (2 of 2 tries) | 2.00',
  )
  assert.equal(line('tcp', contacts(greeted(), shut('timeout', 4))), 'tcp warn | open (1 of 2 tries) | 0.03')
  assert.equal(line('tcp', login(loginTo('connected'))), 'tcp ok | open | 0.03')
  const again = sheet({ contact: { contacts: [greeted()] }, 'contact-again': { contacts: [shut('reset', 1)] } })
  assert.equal(line('tcp', again), 'tcp warn | open (1 of 2 tries) | 0.03')
})

test('the connection as ssh’s words tell of it', () => {
  const failing = (failure: string, says?: string) =>
    line('tcp', said({ failure: failure as never, ...(says ? { says } : {}) }))
  assert.equal(failing('connect-refused', 'Connection refused'), 'tcp fail | Connection refused')
  assert.equal(failing('connect-timeout'), 'tcp fail | connect-timeout')
  assert.equal(failing('host-unreachable'), 'tcp fail | host-unreachable')
  assert.equal(failing('proxy-failed'), 'tcp fail | proxy-failed')
  for (const early of ['config-refused', 'name-not-found', 'control-socket'])
    assert.match(failing(early)!, /^tcp not-(?:asked|reached)$/)
  assert.equal(failing('permission-denied'), 'tcp ok | open')
})

test('the banner: there, late, missing for some, or something else', () => {
  const banner = (...seen: Contact[]) => line('banner', contacts(...seen))
  const name = 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7'
  assert.equal(banner(greeted()), `banner ok | ${name} | 0.05`)
  assert.equal(banner(greeted({ identificationAt: 1.02 })), `banner ok | ${name} | 1.02`)
  assert.equal(banner(greeted({ identificationAt: 1.04 })), `banner warn | ${name} | 1.04`)
  const away = heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 })
  assert.equal(banner(greeted(), away), `banner warn | ${name} (1 of 2 tries turned away) | 0.05`)
  assert.equal(banner(away), 'banner fail | "Exceeded MaxStartups"')
  assert.equal(banner(contact({ end: { how: 'fin', at: 0.04 } })), 'banner fail | closed without a word after 10 ms')
  assert.equal(banner(contact({ end: { how: 'reset', at: 5.04 } })), 'banner fail | reset without a word after 5.0 s')
  assert.equal(banner(contact()), 'banner fail | nothing for 5.4 s')
  assert.equal(banner(contact({ end: { how: 'out-of-time', at: 0.9994 } })), 'banner fail | nothing for 999 ms')
  assert.equal(banner(contact(), contact()), 'banner fail | nothing for 5.4 s (2 of 2 tries)')
  assert.equal(banner(heard('\n \nhello\n', { how: 'out-of-time', at: 1 })), 'banner fail | "hello"')
})

test('the banner as ssh’s words tell of it', () => {
  assert.equal(line('banner', said({ server: 'SSH-2.0-x' })), 'banner ok | SSH-2.0-x')
  assert.equal(
    line('banner', said({ failure: 'banner-closed' as never, says: 'closed by host' })),
    'banner fail | closed by host',
  )
  assert.equal(line('banner', said({ failure: 'protocol-mismatch' as never })), 'banner fail | protocol-mismatch')
  assert.equal(line('banner', said({ failure: 'permission-denied' })), 'banner not-asked')
})

test('the keys', () => {
  const kex = (facts: FactSheet) => line('kex', facts)
  assert.equal(kex(said({ failure: 'host-key-unknown' })), 'kex fail | host key not confirmed yet')
  assert.equal(kex(said({ failure: 'host-key-changed' })), 'kex fail | host key has changed')
  const beyond = sheet({
    login: loginTo('kex-reply', { log: { failure: 'host-key-unknown' } }),
    'login-beyond-host-key': goodLogin(),
  })
  assert.equal(kex(beyond), 'kex warn | host key not confirmed yet')
  const common = { noCommon: { what: 'cipher', theirs: [] } } as never
  assert.equal(kex(said(common)), 'kex fail | no common cipher')
  assert.equal(kex(login(loginTo('kexinit', { stopped: 'stalled', seconds: 8 }))), 'kex fail | stalls (7.9 s)')
  assert.equal(kex(login(loginTo('kexinit', { log: { says: 'Connection reset' } }))), 'kex fail | Connection reset')
  assert.equal(kex(login(loginTo('kexinit'))), 'kex fail | broken off')
  const unanswered = (how: Contact['end']['how']) =>
    kex(contacts(greeted({ kexinitAt: undefined, end: { how, at: 2 } })))
  assert.equal(unanswered('fin'), 'kex fail | hangs up once named')
  assert.equal(unanswered('reset'), 'kex fail | hangs up once named')
  assert.equal(unanswered('out-of-time'), 'kex fail | no answer')
  for (const later of ['permission-denied', 'too-many-failures', 'auth-timeout', 'session-failed'])
    assert.equal(kex(said({ failure: later as never })), 'kex ok | keys agreed')
  assert.equal(kex(contacts(greeted())), 'kex not-asked')
})

test('the login', () => {
  const auth = (facts: FactSheet) => line('login', facts)
  const letIn = (by: number) => {
    const base = goodLogin()
    return login({ ...base, stepAt: { ...base.stepAt, service: 0, authenticated: by } })
  }
  assert.equal(auth(letIn(3)), 'login ok | let in | 3.00')
  assert.equal(auth(letIn(3.1)), 'login warn | let in | 3.10')
  assert.equal(
    auth(said({ failure: 'permission-denied', says: 'Permission denied' })),
    'login fail | Permission denied',
  )
  assert.equal(auth(said({ failure: 'permission-denied' })), 'login fail | refused')
  assert.equal(auth(said({ failure: 'permission-denied', serverText: [' ', 'expired'] })), 'login fail | "expired"')
  assert.equal(auth(login(loginTo('methods', { stopped: 'stalled', seconds: 6.13 }))), 'login fail | stalls (6.0 s)')
  assert.equal(auth(login(loginTo('service', { stopped: 'stalled', seconds: 6.11 }))), 'login fail | stalls (6.0 s)')
  assert.equal(auth(login(loginTo('kexinit'))), 'login not-reached')
  assert.equal(auth({}), 'login not-asked')
})

test('the session', () => {
  const session = (over: Partial<LoginFact>) => line('session', login(goodLogin(over)))
  const late = (shell: number) => session({ stepAt: { ...goodLogin().stepAt, authenticated: 1, shell } })
  assert.equal(late(3), 'session ok | a shell answers | 2.00')
  assert.equal(late(3.1), 'session warn | a shell answers | 2.10')
  const hangs = session({ commandAnswered: false, stopped: 'stalled' })
  assert.equal(hangs, 'session warn | a shell answers, a command hangs | 0.07')
  assert.equal(session({ commandAnswered: true, stopped: 'enough' }), 'session ok | a shell answers | 0.07')
  const none = { shellAnswered: false, commandAnswered: false }
  assert.equal(session({ ...none, stopped: 'stalled' }), 'session fail | no shell')
  assert.equal(session({ ...none, output: 'not available' }), 'session fail | "not available"')
  assert.equal(session({ ...none, exit: 7 }), 'session fail | ended with status 7')
  const words = (log: Parameters<typeof emptyLog>[0]) => session({ ...none, log: emptyLog(log) })
  assert.equal(words({ failure: 'session-failed' as never }), 'session fail | session-failed')
  assert.equal(
    words({ failure: 'session-failed' as never, says: 'shell request failed' }),
    'session fail | shell request failed',
  )
  assert.equal(line('session', login(loginTo('methods'))), 'session not-reached')
})
