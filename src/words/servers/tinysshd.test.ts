import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './tinysshd.ts'

readsEachLine(ENTRIES, [
  ['tinysshd-connection', 'tinysshd: iX512l8j: info: connection from 203.0.113.7:51234 {main_tinysshd.c:177}'],
  ['tinysshd-finished', 'tinysshd: iX512l8j: info: finished {main_tinysshd.c:433}'],
  [
    'tinysshd-accepted',
    'tinysshd: iX512l8j: info: auth: alice: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA accepted {packet_auth.c:193}',
  ],
  ['tinysshd-rejected', 'tinysshd: iX512l8j: debug: auth: alice: ssh-ed25519 rejected {packet_auth.c:180}'],
  ['tinysshd-too-many-tries', 'tinysshd: iX512l8j: warning: auth: too many authentication tries {packet_auth.c:188}'],
  [
    'tinysshd-key-not-found',
    'tinysshd: iX512l8j: warning: auth: unable to authorize using authorized_keys: key not found {subprocess_auth.c:143}',
  ],
  ['tinysshd-no-such-account', 'tinysshd: iX512l8j: warning: auth: account oracle: not exist {subprocess_auth.c:169}'],
  [
    'tinysshd-bad-mode',
    'tinysshd: iX512l8j: warning: auth: bad mode: writable by group or others: /home/alice/.ssh {subprocess_auth.c:73}',
  ],
  [
    'tinysshd-bad-owner',
    'tinysshd: iX512l8j: warning: auth: bad owner: /home/alice/.ssh/authorized_keys {subprocess_auth.c:78}',
  ],
  [
    'tinysshd-path-unusable',
    'tinysshd: iX512l8j: warning: auth: unable to open file: /home/alice/.ssh/authorized_keys (file does not exist){subprocess_auth.c:125}',
  ],
  [
    'tinysshd-privileges',
    'tinysshd: iX512l8j: warning: auth: unable to drop privileges to account alice (permission denied){subprocess_auth.c:173}',
  ],
  [
    'tinysshd-authentication-failed',
    'tinysshd: iX512l8j: fatal: authentication failed (connection reset){main_tinysshd.c:255}',
  ],
  [
    'tinysshd-no-hello',
    'tinysshd: iX512l8j: fatal: unable to receive hello-string (protocol error){main_tinysshd.c:228}',
  ],
  [
    'tinysshd-kex-failed',
    'tinysshd: iX512l8j: fatal: unable to receive kex-message (protocol error){main_tinysshd.c:232}',
  ],
  [
    'tinysshd-not-available',
    'tinysshd: iX512l8j: debug: kex: key not available rsa-sha2-512,rsa-sha2-256,ssh-rsa {sshcrypto_key.c:130}',
  ],
  [
    'tinysshd-keydir',
    'tinysshd: iX512l8j: fatal: unable to chdir to /etc/tinyssh/sshkeydir (file does not exist){main_tinysshd.c:190}',
  ],
  [
    'tinysshd-sign-failed',
    'tinysshd: iX512l8j: warning: sign: unable to load secret-key from file /etc/tinyssh/sshkeydir/.ed25519.sk (permission denied){subprocess_sign.c:62}',
  ],
  [
    'tinysshd-terminal',
    'tinysshd: iX512l8j: warning: unable to open terminal (permission denied){packet_channel_request.c:217}',
  ],
  [
    'tinysshd-network',
    'tinysshd: iX512l8j: fatal: unable to receive data from network (connection reset){main_tinysshd.c:378}',
  ],
])
