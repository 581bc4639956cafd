import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Facts, FactSheet } from '../../../core/types.ts'
import { refusalOf } from '../../../words/sshd-refusal.ts'
import { INSIDE_SIGNS } from '../../signs.ts'

const seen = (facts: Partial<Facts>): FactSheet =>
  Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { at: '', seen: 'inside', via: 'ops@h', value }]))

const sshd = { pid: 7, address: '0.0.0.0', port: 22, program: 'sshd', state: 'S' }
const listening = (one: object, port = 22): Partial<Facts> => ({
  listener: { port, listeners: [{ ...sshd, ...one }], sshdPorts: [22] },
})
const effective = (values: Record<string, string[]>, ok = true, error?: string): Partial<Facts> => ({
  'sshd-effective': { ok, values, ...(error === undefined ? {} : { refusal: refusalOf(error) }) },
})
const alice = { name: 'alice', exists: true, uid: 1000, shellState: 'fine' as const, homeState: 'fine' as const }
const keyFile = { path: '/home/alice/.ssh/authorized_keys', state: 'present' as const, keys: 2 }
const keys = (one: Partial<Facts['authorized-keys']>): Partial<Facts> => ({
  'authorized-keys': { files: [], otherSources: [], refused: [], strictModes: true, ...one },
})

const NO_CHROOT = { path: '/srv/jail', does: 'chroot-missing' as const }
const AT_OTHER = { listener: 'other-address' }
const ACCEPTS = { listener: 'accepts' }
const goingTo = (address: string): Partial<Facts> => ({
  'inside-session': {
    ...{ user: 'ops', uid: 1001, root: true, kernel: '6.1', init: 'systemd', roundTrip: 0.1, clockOffset: 0 },
    addresses: ['192.0.2.9', '10.8.0.1'],
  },
  contact: {
    contacts: [
      {
        ...{ address, family: 4, port: 22, byteCount: 0, end: { how: 'reset', at: 0 } },
        connect: { outcome: 'refused', seconds: 0.01 },
      },
    ],
  },
})
/** A line of PAM's configuration. */
const pamModule = (module: string) => ({
  file: '/etc/pam.d/sshd',
  type: 'account',
  control: 'required',
  module,
  args: '',
})

const socketUnit = (listens: string, ...ports: number[]): Partial<Facts> => ({
  'sshd-unit': { units: [], socket: { name: 'ssh.socket', active: true, accept: false, listens: [listens], ports } },
})

/** Facts, and what each sign reads from them; a sign that is not named is not looked at. */
const READINGS: [string, Partial<Facts>, Record<string, string | readonly string[] | undefined>][] = [
  ['a listener asleep in poll', listening({ waitsIn: 'do_poll' }), { listener: 'accepts' }],
  ['a stopped one', listening({ state: 'T' }), { listener: 'stopped' }],
  ['one that waits for the log', listening({ waitsIn: 'unix_wait_for_peer' }), { listener: 'waits-for-log' }],
  ['one in uninterruptible sleep', listening({ state: 'D' }), { listener: 'blocked' }],
  ['systemd holding the socket', listening({ program: 'systemd', pid: 1 }), { listener: 'accepts' }],
  ['a forwarder', listening({ program: 'docker-proxy' }), { listener: 'other-program' }],
  ['loopback only', listening({ address: '127.0.0.1' }), { listener: 'loopback-only' }],
  ['nobody', { listener: { port: 22, listeners: [], sshdPorts: [] } }, { listener: 'nobody' }],
  ['sshd on another port', { listener: { port: 22, listeners: [], sshdPorts: [2222] } }, { listener: 'elsewhere' }],
  [
    'the title tells who is pending',
    { ...listening({ startups: { pending: 12, begin: 10, full: 100 } }), ...effective({ maxstartups: ['1:1:1'] }) },
    { 'startup-slots': 'throttling' },
  ],
  ['a title at full', listening({ startups: { pending: 5, begin: 5, full: 5 } }), { 'startup-slots': 'full' }],
  [
    'without a title, holders and configuration tell',
    { 'slot-holders': { pending: [], total: 9 }, ...effective({ maxstartups: ['10:30:100'] }) },
    { 'startup-slots': 'free', 'slot-sources': 'strangers' },
  ],
  [
    'holders without a configuration tell nothing',
    { 'slot-holders': { pending: [], total: 90 } },
    { 'startup-slots': undefined },
  ],
  [
    'one source at its limit',
    { 'slot-holders': { pending: [], total: 3, mine: 3 }, ...effective({ persourcemaxstartups: ['3'] }) },
    { 'own-slots': 'at-limit', 'slot-sources': 'yours' },
  ],
  [
    'no limit for one source',
    { 'slot-holders': { pending: [], total: 3, mine: 3 }, ...effective({ persourcemaxstartups: ['none'] }) },
    { 'own-slots': 'below' },
  ],
  ['a bad line', effective({}, false, 'unsupported option "maybe"'), { 'config-check': 'refused' }],
  ['no host keys is another sign', effective({}, false, 'no hostkeys available'), { 'config-check': undefined }],
  [
    'key and password',
    effective({ authenticationmethods: ['publickey,password'], pubkeyauthentication: ['yes'] }),
    { 'login-rules': 'more-than-keys' },
  ],
  [
    'either',
    effective({ authenticationmethods: ['publickey', 'publickey,password'], pubkeyauthentication: ['yes'] }),
    { 'login-rules': 'keys' },
  ],
  ['passwords only', effective({ authenticationmethods: ['password'] }), { 'login-rules': 'no-keys' }],
  ['keys off', effective({ pubkeyauthentication: ['no'] }), { 'login-rules': 'no-keys' }],
  [
    'root shut out',
    { ...effective({ permitrootlogin: ['no'] }), account: { ...alice, uid: 0 } },
    { 'root-login': 'forbidden' },
  ],
  [
    'root shut out is no matter of alice',
    { ...effective({ permitrootlogin: ['no'] }), account: alice },
    { 'root-login': undefined },
  ],
  ['no sessions', effective({ maxsessions: ['0'] }), { 'session-rules': 'none-allowed' }],
  ['a forced command', effective({ forcecommand: ['/bin/deploy'] }), { 'session-rules': 'command-forced' }],
  [
    'a lock with PAM shuts out passwords only',
    { account: { ...alice, locked: true, allowed: { verdict: 'allowed' } }, ...effective({ usepam: ['yes'] }) },
    { account: 'fine' },
  ],
  [
    'without root shadow is not seen: locked or expired it may be',
    { account: { ...alice, allowed: { verdict: 'allowed' } } },
    { account: ['fine', 'locked', 'expired', 'password-expired'] },
  ],
  [
    'nor, without the configuration, whether it is let in',
    { account: { ...alice, locked: false, expired: 'no' } },
    { account: ['fine', 'not-allowed'] },
  ],
  [
    'a lock without PAM shuts out keys too',
    { account: { ...alice, locked: true }, ...effective({ usepam: ['no'] }) },
    { account: 'locked' },
  ],
  ['faillock', { account: { ...alice, failLocked: true } }, { account: 'locked' }],
  ['an end date', { account: { ...alice, expired: 'account', expiredOn: '2025-01-01' } }, { account: 'expired' }],
  ['no such user', { account: { name: 'alcie', exists: false } }, { account: 'missing' }],
  [
    'AllowUsers',
    { account: { ...alice, allowed: { verdict: 'denied', rule: 'AllowUsers ops' } } },
    { account: 'not-allowed' },
  ],
  ['nologin as shell', { account: { ...alice, shellState: 'refuses-logins' } }, { account: 'shell-refuses' }],
  ['our key', keys({ files: [{ ...keyFile, ours: true }] }), { 'authorized-keys': 'ours' }],
  ["somebody else's", keys({ files: [{ ...keyFile, ours: false }] }), { 'authorized-keys': 'not-ours' }],
  ['nobody knows whose', keys({ files: [keyFile] }), { 'authorized-keys': ['ours', 'not-ours'] }],
  ['nothing to be seen', keys({}), { 'authorized-keys': undefined }],
  ['no file', keys({ files: [{ ...keyFile, state: 'missing' }] }), { 'authorized-keys': 'none' }],
  [
    'a writable home',
    keys({ files: [{ ...keyFile, ours: true }], refused: [{ path: '/home/alice', is: 'writable-by-group', gid: 7 }] }),
    { 'authorized-keys': 'refused' },
  ],
  [
    'a writable home without StrictModes',
    keys({
      strictModes: false,
      files: [{ ...keyFile, ours: true }],
      refused: [{ path: '/home/alice', is: 'writable-by-all' }],
    }),
    { 'authorized-keys': 'ours' },
  ],
  ['unreadable keys', keys({ files: [{ ...keyFile, state: 'unreadable' }] }), { 'authorized-keys': 'unreadable' }],
  [
    'our key, which an option keeps from us',
    keys({ files: [{ ...keyFile, ours: true, bars: { why: 'expired', value: '20240101' } }] }),
    { 'authorized-keys': 'barred' },
  ],
  [
    'our key in two files, one of which takes it',
    keys({
      files: [
        { ...keyFile, ours: true, bars: { why: 'expired', value: '20240101' } },
        { ...keyFile, ours: true },
      ],
    }),
    { 'authorized-keys': 'ours' },
  ],
  [
    'a lock as the manual has it',
    { account: { ...alice, locked: true, expired: 'account', expiredOn: '1970-01-02' } },
    { account: 'locked' },
  ],
  [
    'an expiry that locked nothing',
    { account: { ...alice, locked: false, expired: 'account', expiredOn: '1970-01-01' } },
    { account: 'expired' },
  ],
  [
    'a locked password and a contract that ended',
    { account: { ...alice, locked: true, expired: 'account', expiredOn: '2026-10-31' } },
    { account: 'expired' },
  ],
  [
    'a ChrootDirectory that is not there, before what would run in it',
    { 'login-files': { suspects: [{ path: '/etc/profile', does: 'waits', line: 1, text: 'sleep 9' }, NO_CHROOT] } },
    { 'login-files': 'chroot-unusable' },
  ],
  [
    'too few descriptors for any child',
    { descriptors: { used: 900, max: 90_000, listener: { open: 5, limit: 9 } } },
    { descriptors: 'exhausted' },
  ],
  [
    'enough descriptors',
    { descriptors: { used: 900, max: 90_000, listener: { open: 8, limit: 32 } } },
    { descriptors: 'enough' },
  ],
  [
    'a directory with the wrong owner is another sign',
    effective({}, false, '/run/sshd must be owned by root and not group or world-writable.'),
    { 'config-check': undefined },
  ],
  [
    'sshd at another address of the server',
    { ...goingTo('192.0.2.9'), ...listening({ address: '10.8.0.1' }) },
    AT_OTHER,
  ],
  ['sshd at that very address', { ...goingTo('192.0.2.9'), ...listening({ address: '192.0.2.9' }) }, ACCEPTS],
  ['IPv6 alone, asked for over IPv4', { ...goingTo('192.0.2.9'), ...listening({ address: '::' }) }, AT_OTHER],
  [
    'the socket of systemd, which is for both',
    { ...goingTo('192.0.2.9'), ...listening({ address: '::' }), ...socketUnit('[::]:22 (Stream)', 22) },
    ACCEPTS,
  ],
  [
    'behind a translation of addresses nobody can tell',
    { ...goingTo('203.0.113.5'), ...listening({ address: '10.8.0.1' }) },
    ACCEPTS,
  ],
  [
    'a socket unit on another port',
    { listener: { port: 22, listeners: [], sshdPorts: [] }, ...socketUnit('[::]:2222 (Stream)', 2222) },
    { listener: 'elsewhere' },
  ],
  [
    'booting',
    { nologin: { files: [{ path: '/run/nologin', says: 'System is booting up.', notice: 'booting' }] } },
    { nologin: 'booting' },
  ],
  ['closed', { nologin: { files: [{ path: '/etc/nologin', says: '', notice: 'other' }] } }, { nologin: 'closed' }],
  [
    'a PAM list',
    { pam: { suspects: [pamModule('pam_listfile.so')], missingModules: [] } },
    { 'pam-stack': ['access-rule'] },
  ],
  [
    'a PAM lock',
    { pam: { suspects: [pamModule('pam_tally2.so')], missingModules: [] } },
    { 'pam-stack': ['may-deny'] },
  ],
  [
    'a PAM script',
    { pam: { suspects: [pamModule('pam_exec.so')], missingModules: [] } },
    { 'pam-stack': ['may-delay'] },
  ],
  [
    'PAM unused',
    { pam: { usePam: false, suspects: [pamModule('pam_exec.so')], missingModules: [] } },
    { 'pam-stack': undefined },
  ],
  ['memory gone', { memory: { totalKb: 1e6, availableKb: 1e4, swapTotalKb: 0, swapFreeKb: 0 } }, { memory: 'short' }],
  [
    'memory gone, swap left',
    { memory: { totalKb: 1e6, availableKb: 1e4, swapTotalKb: 1e6, swapFreeKb: 9e5 } },
    { memory: 'enough' },
  ],
  [
    'an old kill',
    {
      memory: { totalKb: 1e6, availableKb: 9e5, swapTotalKb: 0, swapFreeKb: 0 },
      'oom-kills': { kills: [{ secondsAgo: 9e4, process: 'java', says: '' }] },
    },
    { memory: 'enough' },
  ],
  ['a fresh kill', { 'oom-kills': { kills: [{ secondsAgo: 9, process: 'java', says: '' }] } }, { memory: 'killing' }],
  ['a quota', { pressure: { load1: 1, cpus: 2, throttled: 0.9, quotaCpus: 0.02 } }, { processor: 'starved' }],
  ['busy is not starved', { pressure: { load1: 9, cpus: 2, idle: 0, cpuSome: 60 } }, { processor: 'enough' }],
  [
    'a full disk',
    { disk: { mounts: [{ mount: '/var/log', device: 'tmpfs', usedPercent: 100, readOnly: false }] } },
    { disk: 'full' },
  ],
  [
    'no inodes',
    { disk: { mounts: [{ mount: '/', device: 'sda', usedPercent: 40, inodesUsedPercent: 100, readOnly: false }] } },
    { disk: 'full' },
  ],
  [
    'nearly full',
    { disk: { mounts: [{ mount: '/', device: 'sda', usedPercent: 99, readOnly: false }] } },
    { disk: 'room' },
  ],
  [
    'no descriptors',
    { descriptors: { used: 900, max: 1e6, listener: { open: 9, limit: 9 } } },
    { descriptors: 'exhausted' },
  ],
  ["the host's descriptors alone", { descriptors: { used: 900, max: 1e6 } }, { descriptors: undefined }],
  [
    'a pids group at its limit',
    {
      'process-limit': {
        tasks: 90,
        max: 32768,
        groups: [{ of: 'control-group', path: '/ssh', current: 8, max: 8 }],
        kernelSays: [],
      },
    },
    { processes: 'exhausted' },
  ],
  [
    'a denial',
    { 'tcp-wrappers': { linked: true, verdict: 'denies', rule: { file: '/etc/hosts.deny', text: 'ALL: ALL' } } },
    { 'tcp-wrappers': 'denies' },
  ],
  ['a denial nobody reads', { 'tcp-wrappers': { linked: false, verdict: 'denies' } }, { 'tcp-wrappers': 'allows' }],
  ['a closed port', { firewall: { tools: ['nft'], verdict: 'drops' } }, { firewall: 'drops' }],
  ['a closed address', { firewall: { tools: ['nft'], verdict: 'rejects', you: true } }, { firewall: 'rejects-you' }],
  ['a firewall nobody understands', { firewall: { tools: ['nft'], verdict: 'unknown' } }, { firewall: undefined }],
  [
    'a ban',
    {
      bans: { tools: [], banned: [{ tool: 'fail2ban', holder: { kind: 'jail', name: 'sshd' }, address: '10.77.1.2' }] },
    },
    { ban: 'banned' },
  ],
  [
    'names looked up in vain',
    { resolver: { servers: [], seconds: 10, outcome: 'timeout' }, ...effective({ usedns: ['yes'] }) },
    { 'reverse-lookup': 'slow' },
  ],
  [
    'names nobody asks for',
    { resolver: { servers: [], seconds: 10, outcome: 'timeout' }, ...effective({ usedns: ['no'] }) },
    { 'reverse-lookup': 'unused' },
  ],
]

describe('what is read from within', () => {
  for (const [name, facts, expected] of READINGS)
    test(name, () => {
      for (const [id, value] of Object.entries(expected)) {
        const sign = INSIDE_SIGNS.find((one) => one.id === id)
        assert.ok(sign, id)
        assert.deepEqual(sign.read(seen(facts)), value, id)
      }
    })

  test('particulars are told: the path, the rule, the holders', () => {
    const detail = (id: string, facts: Partial<Facts>) =>
      INSIDE_SIGNS.find((one) => one.id === id)?.detail?.(seen(facts))
    assert.equal(
      detail('authorized-keys', keys({ refused: [{ path: '/home/alice/.ssh', is: 'writable-by-all', mode: '0777' }] })),
      '/home/alice/.ssh: everybody may write it (mode 0777)',
    )
    const pending = [
      { address: '203.0.113.9', count: 4 },
      { address: '198.51.100.2', count: 9 },
    ]
    assert.equal(
      detail('startup-slots', {
        ...listening({ startups: { pending: 13, begin: 10, full: 100 } }),
        'slot-holders': { pending, total: 13 },
      }),
      '13 pending, MaxStartups 10:30:100, 32 % of new ones dropped; held by 198.51.100.2 (9), 203.0.113.9 (4)',
    )
  })
})
