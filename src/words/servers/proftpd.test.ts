import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './proftpd.ts'

readsEachLine(ENTRIES, [
  [
    'proftpd-login-failed',
    '2024-01-01 12:00:00,123 node1 proftpd[1234] 192.0.2.17 (203.0.113.7[203.0.113.7]): USER alice (Login failed): Incorrect password',
  ],
  [
    'proftpd-invalid-shell',
    "proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - USER alice (Login failed): Invalid shell: '/sbin/nologin'",
  ],
  [
    'proftpd-limit-denied',
    'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - USER alice (Login failed): Limit configuration denies login',
  ],
  [
    'proftpd-limit-denied-later',
    'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - USER alice: Limit configuration denies login',
  ],
  [
    'proftpd-no-such-user',
    'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - USER oracle: no such user found from 203.0.113.7 [203.0.113.7] to 192.0.2.17:2222',
  ],
  ['proftpd-login-successful', 'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - USER alice: Login successful'],
  [
    'proftpd-root-attempt',
    'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - SECURITY VIOLATION: Root login attempted',
  ],
  [
    'proftpd-root-denied',
    '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: root login attempted, denied by RootLogin configuration',
  ],
  [
    'proftpd-max-attempts',
    'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - Maximum login attempts (3) exceeded, connection refused',
  ],
  [
    'proftpd-userauth-failure',
    '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: sending userauth failure; remaining userauth methods: publickey,password',
  ],
  [
    'proftpd-userauth-success',
    "2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: user 'alice' authenticated via 'publickey' method",
  ],
  ['proftpd-no-methods', '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: no more auth methods available, disconnecting'],
  [
    'proftpd-no-shared-algorithm',
    "2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: no shared key exchange algorithm found (client sent 'mlkem768x25519-sha256', server sent 'diffie-hellman-group14-sha1')",
  ],
  [
    'proftpd-session-algorithms',
    '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]:  + Session key exchange: curve25519-sha256',
  ],
  [
    'proftpd-no-host-keys',
    '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: no available host keys, unable to handle session',
  ],
  [
    'proftpd-host-key-unloadable',
    "2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: error loading hostkey '/etc/ssh/ssh_host_rsa_key', skipping key",
  ],
  [
    'proftpd-client-connected',
    '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: client (203.0.113.7:51234) connected to server (192.0.2.17:2222)',
  ],
  [
    'proftpd-client-version',
    "2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: received client version 'SSH-2.0-OpenSSH_9.6'",
  ],
  [
    'proftpd-bad-protocol',
    "2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: Bad protocol version 'GET / HTTP/1.1' from 203.0.113.7",
  ],
  ['proftpd-disconnecting', '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: disconnecting client (received EOF)'],
  ['proftpd-bad-mac', '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: unable to verify MAC on packet from socket 0'],
  [
    'proftpd-bad-length',
    '2024-01-01 12:00:00,123 mod_sftp/1.0.0[1234]: packet length too long (1195725856), exceeds maximum packet length (262144)',
  ],
  ['proftpd-session', 'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - SSH2 session opened.'],
  [
    'proftpd-connection-refused',
    'proftpd[1234]: 192.0.2.17 (203.0.113.7[203.0.113.7]) - Connection from 203.0.113.7 [203.0.113.7] denied',
  ],
  ['proftpd-limit-reached', 'proftpd[1234]: 192.0.2.17 - MaxInstances (30) reached, new connection denied'],
  ['proftpd-shut', 'proftpd[1234]: 192.0.2.17 - /etc/shutmsg present: all incoming connections will be refused'],
  ['proftpd-failed-binding', 'proftpd[1234]: 192.0.2.17 - Failed binding to 0.0.0.0, port 2222: Permission denied'],
  [
    'proftpd-address-in-use',
    'proftpd[1234]: 192.0.2.17 - Failed binding to 0.0.0.0, port 2222: Address already in use',
  ],
  [
    'proftpd-check-already-used',
    'proftpd[1234]: 192.0.2.17 - Check to see if inetd/xinetd, or another proftpd instance, is already using 0.0.0.0, port 2222',
  ],
])
