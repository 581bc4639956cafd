import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Facts, FactSheet, Target } from '../core/types.ts'
import { emptyServerLog } from '../sshd-log/server-log-hints.ts'
import { nextStep } from './next-step.ts'

const KEYS = '/home/alice/.ssh/authorized_keys'
const target: Target = { destination: 'alice@h', host: 'h', port: 22, user: 'alice', ssh: [] }
const session = {
  user: 'ops',
  uid: 1001,
  root: true,
  kernel: '6.1',
  init: 'systemd' as const,
  roundTrip: 0.1,
  clockOffset: 0,
}

const seen = (facts: Partial<Facts>): FactSheet =>
  Object.fromEntries(
    Object.entries({ 'inside-session': session, ...facts }).map(([id, value]) => [
      id,
      { at: '', seen: 'inside', via: 'ops@h', value },
    ]),
  )
const keys = (more: Partial<Facts['authorized-keys']>): Partial<Facts> => ({
  'authorized-keys': { files: [], otherSources: [], refused: [], ...more },
})
const account = (more: Partial<Facts['account']>): Partial<Facts> => ({
  account: { name: 'alice', exists: true, ...more },
})
const disk = (more: Partial<Facts['disk']['mounts'][number]>): Partial<Facts> => ({
  disk: { mounts: [{ mount: '/var', device: 'vdb', usedPercent: 20, readOnly: false, ...more }] },
})
const stopped = (enabled: string): Partial<Facts> => ({
  listener: { port: 22, listeners: [], sshdPorts: [] },
  'sshd-unit': { units: [{ name: 'ssh.service', active: 'inactive', sub: 'dead', enabled }] },
})
const log = emptyServerLog()

/** What was seen on the server, and the command that is advised for it. */
const ADVISED: [fault: string, Partial<Facts>, command: string | undefined][] = [
  [
    'strict-modes-refuses',
    keys({ refused: [{ path: '/home/alice', is: 'writable-by-all', mode: '0777' }] }),
    'chmod go-w /home/alice',
  ],
  [
    'strict-modes-refuses',
    keys({ refused: [{ path: KEYS, is: 'of-another-user', uid: 1001 }] }),
    `chown alice ${KEYS}`,
  ],
  ['strict-modes-refuses', { 'server-log': { ...log, unsafePath: '/srv/keys' } }, 'chmod go-w /srv/keys'],
  ['key-not-accepted', keys({ files: [{ path: KEYS, state: 'unreadable' }] }), `ls -ld ${KEYS}`],
  [
    'key-not-accepted',
    keys({ files: [{ path: KEYS, state: 'present', ours: true, bars: { why: 'expired', value: '20240101' } }] }),
    `grep -n . ${KEYS}`,
  ],
  ['key-not-accepted', keys({ files: [{ path: KEYS, state: 'present', ours: false }] }), `ls -l ${KEYS}`],
  ['disk-full', disk({ usedPercent: 100 }), 'du -xh --max-depth=2 /var | sort -h | tail -n 20'],
  ['disk-full', disk({ inodesUsedPercent: 100 }), 'du -x --inodes --max-depth=2 /var | sort -n | tail -n 20'],
  ['account-locked', account({ locked: true, lockKeepsOut: true }), "usermod --unlock --expiredate '' alice"],
  ['account-locked', account({ failLocked: true }), 'faillock --user alice --reset'],
  [
    'account-locked',
    {
      pam: {
        suspects: [
          { file: '/etc/pam.d/sshd', type: 'account', control: 'required', module: 'pam_access.so', args: '' },
        ],
        missingModules: [],
      },
    },
    'cat /etc/pam.d/sshd',
  ],
  ['account-expired', account({ expired: 'dormant', expiredOn: '2020-04-07' }), 'chage -E -1 alice'],
  ['account-expired', account({ expired: 'password' }), 'chage -l alice'],
  ['shell-exits', account({ shellState: 'missing', shell: '/bin/zsh' }), 'usermod --shell /bin/bash alice'],
  [
    'login-hangs',
    { 'login-files': { suspects: [{ path: '/etc/profile', does: 'waits', line: 3, text: 'read x' }] } },
    'cat /etc/profile',
  ],
  [
    'sessions-refused',
    { 'login-files': { suspects: [{ path: '/srv/jail', does: 'chroot-missing' }] } },
    'namei -l /srv/jail',
  ],
  ['logins-closed', { nologin: { files: [{ path: '/run/nologin', says: '', notice: 'other' }] } }, 'rm /run/nologin'],
  [
    'denied-by-tcp-wrappers',
    {
      'tcp-wrappers': { linked: true, verdict: 'denies', rule: { file: '/etc/hosts.allow', text: 'sshd: ALL: deny' } },
    },
    'grep -n . /etc/hosts.allow',
  ],
  [
    'host-keys-unusable',
    { 'host-keys': { usable: 0, keys: [{ path: '/etc/ssh/a_key', state: 'too-open' }] } },
    'chmod 600 /etc/ssh/a_key',
  ],
  [
    'host-keys-unusable',
    { 'host-keys': { usable: 0, keys: [{ path: '/etc/ssh/b_key', state: 'not-a-key' }] } },
    'mv /etc/ssh/b_key /etc/ssh/b_key.spoilt; ssh-keygen -A',
  ],
  [
    'descriptors-exhausted',
    { descriptors: { used: 9, max: 99, listener: { open: 5, limit: 9 } } },
    'systemctl edit ssh',
  ],
  [
    'descriptors-exhausted',
    { descriptors: { used: 9, max: 99, listener: { open: 1024, limit: 1024 } } },
    'systemctl restart ssh',
  ],
  ['log-daemon-hung', { 'log-daemon': { name: 'rsyslogd', state: 'hangs' } }, 'systemctl restart rsyslog'],
  ['nothing-listens', stopped('masked'), 'systemctl unmask --now ssh.service'],
  ['nothing-listens', stopped('enabled'), 'systemctl start ssh.service'],
  [
    'nothing-listens',
    {
      'sshd-effective': {
        ok: false,
        refusal: { says: 'bad', about: 'configuration', file: '/etc/ssh/a.conf', line: 5 },
        values: {},
      },
    },
    'sshd -t',
  ],
  ['listens-on-other-port', { listener: { port: 22, listeners: [], sshdPorts: [22, 60022] } }, 'ssh -p 60022 alice@h'],
  ['mtu-black-hole', {}, undefined],
]

describe('what was seen on the server makes the advice exact', () => {
  for (const [fault, facts, command] of ADVISED)
    test(`${fault}: ${command ?? 'a sentence alone'}`, () => {
      const next = nextStep([{ id: fault, probability: 0.99 } as never], seen(facts), target)
      assert.equal(next?.command, command)
      assert.doesNotMatch(next?.says ?? '', /^Over another way in/)
    })

  test('who is not there is told how to get there', () => {
    const next = nextStep([{ id: 'sshd-hung', probability: 0.99 } as never], {}, target)
    assert.equal(next?.says, 'Over another way in: look at the listener, then restart it (open sessions survive).')
  })

  test('where a fact is missing, a sentence says what to look up', () => {
    const next = nextStep([{ id: 'mtu-black-hole', probability: 0.99 } as never], {}, target)
    assert.match(next?.says ?? '', /`ip route get` with the server's address names the network device/)
    assert.equal(next?.command, undefined)
  })
})
