import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from '../line.ts'

test('lines are read behind the fronts that only their programs have', () => {
  for (const [line, by, id] of [
    ['[812] Aug 26 14:02:11 Early exit: No listening ports available.', 'dropbear', 'dropbear-no-listening-ports'],
    ['[812] Aug  6 14:02:11 root login rejected', 'dropbear', 'dropbear-root-rejected'],
    ['Aug 26 14:02:11 node1 sssd[be[example.com]]: Backend is offline', 'sssd', 'sssd-backend-offline'],
    ['Aug 26 14:02:11 node1 sssd[be[example.com]][700]: Backend is offline', 'sssd', 'sssd-backend-offline'],
    [
      'Aug 26 14:02:11 node1 [sssd[krb5_child[1234]]][1234]: Preauthentication failed',
      'sssd',
      'krb5-child-preauthentication-failed',
    ],
    [
      'Aug 26 14:02:11 node1 kernel: [ 1337.001234] INFO: task sshd:1 blocked for more than 120 seconds.',
      'kernel',
      'kernel-hung-task',
    ],
    ['[ 1337.001234] INFO: task sshd:1 blocked for more than 120 seconds.', 'kernel', 'kernel-hung-task'],
    [
      'Aug 26 14:02:11 node1 sshd(pam_google_authenticator)[812]: Invalid verification code',
      'pam',
      'pam-google-invalid-code',
    ],
    ['Mon Nov 24 05:45:22 2025 authpriv.warn dropbear[812]: root login rejected', 'dropbear', 'dropbear-root-rejected'],
    [
      "Aug 26 14:02:11 node1 sshd[812]: warning: can't get client address: Connection reset by peer",
      'tcp-wrappers',
      'wrappers-no-client-address',
    ],
  ] as const) {
    const reading = readLine(line)
    assert.deepEqual({ by: reading.by, id: reading.ids[0] }, { by, id }, line)
  }
})

test("a module's word is its own behind sshd's tag, and no stranger's words make it", () => {
  const line = (said: string) => readLine(`Aug 26 14:02:11 node1 sshd[812]: ${said}`)
  assert.equal(
    line('pam_sss(sshd:account): Access denied for user alice: 6 (Permission denied)').message,
    'access-rule-refused',
  )
  const named =
    'Invalid user pam_sss(sshd:account): Access denied for user x: 6 (Permission denied) from 203.0.113.7 port 51234'
  assert.notEqual(line(named).message, 'access-rule-refused')
  assert.equal(
    line('pam_sss(sshd:account): Access denied for user x: 13 (y): 6 (Permission denied)').fields.user,
    'x: 13 (y)',
  )
})

test('what other services and machines do proves no step of a login over SSH', () => {
  for (const line of [
    'Aug 26 14:02:11 node1 CRON[812]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)',
    'Aug 26 14:02:11 node1 sudo: pam_unix(sudo:session): session opened for user root(uid=0) by alice(uid=1000)',
    'Aug 26 14:02:11 node1 systemd-logind[812]: New session 36 of user alice.',
    'Aug 26 14:02:11 node1 systemd[1]: Started Session 36 of user alice.',
    'Aug 26 14:02:11 node1 su[812]: pam_unix(su:auth): authentication failure; logname= uid=1000 euid=0 tty=/dev/pts/0 ruser=alice rhost=  user=root',
    `type=USER_LOGIN msg=audit(1719654711.736:40): pid=700 uid=0 auid=1000 ses=1 msg='op=login id=1000 exe="/usr/bin/login" hostname=node1 addr=? terminal=tty1 res=success'`,
    '2024-01-01 12:00:00,123 fail2ban.actions        [1234]: NOTICE  [sshd] Unban 203.0.113.7',
  ]) {
    const reading = readLine(line)
    assert.ok(reading.known, line)
    assert.equal(reading.road, undefined, line)
  }
})
