import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts, FactSheet } from '../core/types.ts'
import { insideWords } from './inside-words.ts'
import { refusalWords } from './refusal-words.ts'

const seen = (facts: Partial<Facts>): FactSheet =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { at: '', seen: 'inside', via: 'ops@h', value }]))
const account = (more: Partial<Facts['account']>): Partial<Facts> => ({
  account: { name: 'alice', exists: true, ...more },
})
const keys = (more: Partial<Facts['authorized-keys']>): Partial<Facts> => ({
  'authorized-keys': { files: [], otherSources: [], refused: [], ...more },
})
const mount = { mount: '/var', device: '/dev/sda1', usedPercent: 40, readOnly: false }
const KEYS = '/home/alice/.ssh/authorized_keys'

/** Facts, and all the words they give; every word of the list has its line. */
const GIVEN: [Partial<Facts>, Record<string, string>][] = [
  [keys({ refused: [{ path: '/home/alice', is: 'writable-by-all', mode: '0777' }] }), { badpath: '/home/alice' }],
  [keys({ refused: [{ path: KEYS, is: 'of-another-user', uid: 1001 }] }), { foreignpath: KEYS }],
  [
    {
      'server-log': {
        ...{
          lines: 1,
          throttling: 0,
          drops: 0,
          dropSources: 0,
          penalties: 0,
          failures: 0,
          failureSources: 0,
          accepted: 0,
        },
        says: [],
        unsafePath: '/srv/keys',
      },
    },
    { badpath: '/srv/keys' },
  ],
  [keys({ files: [{ path: KEYS, state: 'unreadable' }] }), { closedkeys: KEYS }],
  [
    keys({ files: [{ path: KEYS, state: 'present', ours: true, bars: { why: 'expired', value: '20240101' } }] }),
    { barredkeys: KEYS },
  ],
  [keys({ files: [{ path: KEYS, state: 'present', ours: false }] }), { keysfile: KEYS }],
  [{ disk: { mounts: [{ ...mount, usedPercent: 100 }] } }, { fullmount: '/var' }],
  [{ disk: { mounts: [{ ...mount, inodesUsedPercent: 100 }] } }, { crowdedmount: '/var' }],
  [account({ locked: true, lockKeepsOut: true }), { lockeduser: 'alice' }],
  [account({ failLocked: true }), { faillockeduser: 'alice' }],
  [account({ expired: 'dormant', expiredOn: '2020-04-07' }), { expireduser: 'alice' }],
  [account({ expired: 'password' }), { duepassworduser: 'alice' }],
  [account({ shellState: 'missing' }), { shelluser: 'alice' }],
  [
    {
      pam: {
        suspects: [
          { file: '/etc/pam.d/sshd', type: 'account', control: 'required', module: 'pam_access.so', args: '' },
        ],
        missingModules: [],
      },
    },
    { pamfile: '/etc/pam.d/sshd' },
  ],
  [
    { 'login-files': { suspects: [{ path: '/etc/profile', does: 'waits', line: 3, text: 'read x' }] } },
    { loginfile: '/etc/profile' },
  ],
  [{ 'login-files': { suspects: [{ path: '/srv/jail', does: 'chroot-missing' }] } }, { chrootpath: '/srv/jail' }],
  [{ nologin: { files: [{ path: '/run/nologin', says: '', notice: 'other' }] } }, { nologinfile: '/run/nologin' }],
  [
    {
      'tcp-wrappers': { linked: true, verdict: 'denies', rule: { file: '/etc/hosts.allow', text: 'sshd: ALL: deny' } },
    },
    { wrappertable: '/etc/hosts.allow' },
  ],
  [
    {
      'host-keys': {
        usable: 0,
        keys: [
          { path: '/etc/ssh/a_key', state: 'too-open' },
          { path: '/etc/ssh/b_key', state: 'not-a-key' },
        ],
      },
    },
    { openhostkey: '/etc/ssh/a_key', spoilthostkey: '/etc/ssh/b_key' },
  ],
  [{ descriptors: { used: 9, max: 99, listener: { open: 5, limit: 9 } } }, { fewdescriptors: '9' }],
  [{ descriptors: { used: 9, max: 99, listener: { open: 1024, limit: 1024 } } }, {}],
  [{ 'log-daemon': { name: 'rsyslogd', state: 'hangs' } }, { logunit: 'rsyslog' }],
  [
    {
      'sshd-effective': {
        ok: false,
        refusal: { says: 'bad argument', about: 'configuration', file: '/etc/ssh/sshd_config', line: 124 },
        values: {},
      },
    },
    { configfile: '/etc/ssh/sshd_config', configline: '124' },
  ],
  [
    {
      'sshd-effective': {
        ok: false,
        refusal: { says: 'Bad option', about: 'configuration', file: '/etc/ssh/a.conf', line: 5 },
        values: {},
      },
    },
    { configfile: '/etc/ssh/a.conf', configline: '5' },
  ],
  [
    {
      listener: { port: 22, listeners: [], sshdPorts: [] },
      'sshd-unit': { units: [{ name: 'ssh.service', active: 'inactive', sub: 'dead', enabled: 'masked' }] },
    },
    { maskedunit: 'ssh.service' },
  ],
  [
    {
      listener: { port: 22, listeners: [], sshdPorts: [] },
      'sshd-unit': { units: [{ name: 'ssh.service', active: 'inactive', sub: 'dead', enabled: 'enabled' }] },
    },
    { stoppedunit: 'ssh.service' },
  ],
  [{ listener: { port: 22, listeners: [], sshdPorts: [22, 60022] } }, { sshdport: '60022' }],
]

test('what was seen on the server gives advice its words, and no others', () => {
  for (const [facts, words] of GIVEN) {
    const told = Object.entries(insideWords(seen(facts))).filter(([, value]) => value !== undefined)
    assert.deepEqual(Object.fromEntries(told), words, JSON.stringify(facts))
  }
  const all = new Set(GIVEN.flatMap(([, words]) => Object.keys(words)))
  // Those have their own test.
  const others = Object.keys(refusalWords({}))
  const mine = Object.keys(insideWords({})).filter((word) => !others.includes(word))
  assert.deepEqual(mine.toSorted(), [...all].toSorted(), 'a word without a line here')
})
