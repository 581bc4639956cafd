import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultNamedBy } from '../../knowledge/named-by.ts'
import { ofItsStart, ofOurs, type ToldOfUs } from './log-of-ours.ts'

const faults = ({ messages }: ToldOfUs) => messages.map(faultNamedBy)

const us = { user: 'alice', address: '192.0.2.7', via: new Set(['900']) }
const lines = (...said: [number, string][]): string[] =>
  said.map(([pid, text]) => `2026-11-21T14:00:00 web7 sshd[${pid}]: ${text}`)
const BYE = 'Connection closed by authenticating user alice 192.0.2.7 port 40000 [preauth]'
const STRANGER = 'Connection closed by authenticating user root 198.51.100.9 port 40000 [preauth]'

/** sshd's and PAM's own words, as 9.2 and 10.0 wrote them on machines broken so. */
const SAID: [string, string][] = [
  [
    '/home/alice/.ssh/authorized_keys:1: Authentication tried for alice with correct key but not from a permitted host (host=h, ip=192.0.2.7, required=198.51.100.1).',
    'key-not-accepted',
  ],
  ['error: Refused by key options', 'key-not-accepted'],
  ['error: Authentication key ED25519 SHA256:eYbbZwVk revoked by file /etc/ssh/revoked', 'key-not-accepted'],
  [
    'userauth_pubkey: signature algorithm ssh-ed25519 not in PubkeyAcceptedAlgorithms [preauth]',
    'signature-algorithm-refused',
  ],
  ["pam_access(sshd:account): access denied for user `alice' from `192.0.2.7'", 'access-rule-refuses'],
  ['error: Certificate invalid: expired', 'certificate-not-valid'],
  ['error: Certificate invalid: name is not a listed principal', 'certificate-not-for-user'],
  ['error: AuthorizedKeysCommand /usr/bin/keys alice failed, status 1', 'keys-command-fails'],
  ['pam_limits(sshd:session): Too many logins (max 4) for alice', 'login-limit-reached'],
  ['pam_systemd(sshd:session): Failed to create session: Connection timed out', 'logind-hangs'],
  ['pam_listfile(sshd:account): Refused user alice for service sshd', 'access-rule-refuses'],
  ['pam_unix(sshd:account): account alice has expired (account expired)', 'account-expired'],
  ['pam_unix(sshd:account): expired password for user alice (root enforced)', 'account-expired'],
]

test('what one process says of our login is ours, and the same words to a stranger are not', () => {
  for (const [text, fault] of SAID) {
    assert.deepEqual(faults(ofOurs(lines([71, text], [71, BYE]), us)), [fault], text)
    assert.deepEqual(faults(ofOurs(lines([71, text], [71, STRANGER]), us)), [], text)
  }
})

test("a login's time that is over is ours by the address, which the listener names", () => {
  for (const [text, fault] of [
    ['Timeout before authentication for connection from 192.0.2.7 to 192.0.2.1, pid = 77', 'grace-time-over'],
    ['fatal: Timeout before authentication for 192.0.2.7 port 40000', 'grace-time-over'],
  ] as const) {
    assert.deepEqual(faults(ofOurs(lines([60, text]), us)), [fault], text)
    assert.deepEqual(faults(ofOurs(lines([60, text.replace('192.0.2.7', '198.51.100.9')]), us)), [], text)
  }
})

test('a line that names its user is ours by the name', () => {
  const said = (user: string) =>
    `Could not open user '${user}' authorized keys '/home/${user}/.ssh/authorized_keys': Permission denied`
  assert.deepEqual(faults(ofOurs(lines([71, said('alice')]), us)), ['keys-unreadable'])
  assert.deepEqual(faults(ofOurs(lines([71, said('bob')]), us)), [])
})

test('what such a line names is kept', () => {
  const told = ofOurs(lines([71, 'pam_limits(sshd:session): Too many logins (max 4) for alice'], [71, BYE]), us)
  assert.deepEqual(told.details, [{ message: 'too-many-logins', limit: '4', user: 'alice' }])
})

test('the child of a session says nothing else; its words are about the login of the moment', () => {
  for (const text of [
    'fatal: bad ownership or modes for chroot directory "/home/alice"',
    'fatal: safely_chroot: stat("/srv/j/"): No such file or directory',
    'error: PAM: pam_open_session(): Permission denied',
  ])
    assert.deepEqual(faults(ofOurs(lines([72, text]), us)), ['sessions-refused'], text)
  assert.deepEqual(faults(ofOurs(lines([72, 'error: do_exec_no_pty: fork: Resource temporarily unavailable']), us)), [
    'fork-refused',
  ])
  for (const text of [
    'error: reexec socketpair: Too many open files',
    'error: do_exec_no_pty: pipe err: Too many open files',
  ])
    assert.deepEqual(faults(ofOurs(lines([60, text]), us)), ['descriptors-exhausted'], text)
  assert.deepEqual(
    faults(ofOurs(lines([72, 'fatal: /run/sshd must be owned by root and not group or world-writable.']), us)),
    ['privsep-directory-missing'],
  )
})

test('where nobody listens, what the last start said counts, and nothing from before', () => {
  const failing: [number, string] = [80, 'sshd: no hostkeys available -- exiting.']
  assert.deepEqual(faults(ofItsStart(lines([60, 'Received signal 15; terminating.'], failing))), ['host-keys-unusable'])
  assert.deepEqual(
    faults(
      ofItsStart(
        lines(failing, [60, 'Server listening on 0.0.0.0 port 22.'], [60, 'Received signal 15; terminating.']),
      ),
    ),
    [],
  )
  assert.deepEqual(faults(ofItsStart(lines([71, 'User alice not allowed because account is locked']))), [])
})
