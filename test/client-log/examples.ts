import type { ClientFailure } from '../../src/core/types.ts'

/** One text per ending; from real runs (8.4, 9.2, 10.0 here) or, where nobody can produce one at will, OpenSSH's source. */
export const KNOWN_FAILURE_EXAMPLES: Record<ClientFailure, string> = {
  'config-unusable':
    '/root/.ssh/config: line 2: Bad configuration option: foo\n/root/.ssh/config: terminating, 1 bad configuration options',
  'name-not-found': 'ssh: Could not resolve hostname db1.example: Name or service not known',
  'name-lookup-fails': 'ssh: Could not resolve hostname db1.example: Temporary failure in name resolution',
  'connect-timeout': 'ssh: connect to host 192.0.2.1 port 22: Connection timed out',
  'connect-refused': 'ssh: connect to host 127.0.0.1 port 9: Connection refused',
  'connect-reset': 'ssh: connect to host 127.0.0.1 port 22750: Connection reset by peer',
  'host-unreachable': 'ssh: connect to host 10.3.0.1 port 22: No route to host',
  'net-unreachable': 'ssh: connect to host 198.51.100.1 port 22: Network is unreachable',
  'connect-not-permitted': 'ssh: connect to host 10.3.0.2 port 22: Permission denied',
  'banner-timeout': 'Connection timed out during banner exchange\nConnection to 127.0.0.1 port 3001 timed out',
  'banner-closed':
    'kex_exchange_identification: Connection closed by remote host\nConnection closed by 127.0.0.1 port 22700',
  'banner-reset':
    'kex_exchange_identification: read: Connection reset by peer\nConnection reset by 127.0.0.1 port 22700',
  'banner-garbage':
    'kex_exchange_identification: banner line contains invalid characters\nbanner exchange: Connection to 127.0.0.1 port 3007: invalid format',
  'banner-no-version':
    'kex_exchange_identification: No SSH version received in first 1024 lines from server\nbanner exchange: Connection to 127.0.0.1 port 22750: invalid format',
  'protocol-mismatch':
    'Protocol major versions differ: 2 vs. 1\nbanner exchange: Connection to 127.0.0.1 port 22750: could not read protocol version',
  'closed-unstated': 'Connection closed by 127.0.0.1 port 22700',
  'reset-unstated': 'Connection reset by 127.0.0.1 port 3011',
  'no-common-algorithm':
    'Unable to negotiate with 127.0.0.1 port 22700: no matching host key type found. Their offer: rsa-sha2-512,rsa-sha2-256',
  'kex-closed':
    'debug1: Connection established.\ndebug1: Remote protocol version 2.0, remote software version OpenSSH_9.6p1\ndebug1: SSH2_MSG_KEXINIT sent\nConnection closed by 192.0.2.1 port 22',
  'kex-reset':
    'debug1: Connection established.\ndebug1: Remote protocol version 2.0, remote software version OpenSSH_9.6p1\ndebug1: SSH2_MSG_KEXINIT sent\nConnection reset by 192.0.2.1 port 22',
  'kex-corrupt':
    'Bad packet length 1195463234.\nssh_dispatch_run_fatal: Connection to 127.0.0.1 port 3018: message authentication code incorrect',
  'kex-timeout': 'Connection to 127.0.0.1 port 3017 timed out',
  'host-key-unknown':
    'No ED25519 host key is known for [127.0.0.1]:2201 and you have requested strict checking.\nHost key verification failed.',
  'host-key-changed':
    '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key for [127.0.0.1]:2201 has changed and you have requested strict checking.\nHost key verification failed.',
  'host-key-revoked':
    '@       WARNING: REVOKED HOST KEY DETECTED!               @\nED25519 host key for [127.0.0.1]:2201 was revoked and you have requested strict checking.\nHost key verification failed.',
  'permission-denied': 'alice@127.0.0.1: Permission denied (publickey,password,keyboard-interactive).',
  'too-many-failures':
    'Received disconnect from 127.0.0.1 port 22700:2: Too many authentication failures\nDisconnected from 127.0.0.1 port 22700',
  disconnected:
    'Received disconnect from 127.0.0.1 port 3019:2: Go away: limit reached\nDisconnected from 127.0.0.1 port 3019',
  'auth-closed':
    'Your account has expired; please contact your system administrator.\nConnection closed by 127.0.0.1 port 2201',
  'auth-reset': 'debug1: SSH2_MSG_SERVICE_ACCEPT received\nConnection reset by 192.0.2.1 port 22',
  'auth-timeout': 'debug1: SSH2_MSG_SERVICE_ACCEPT received\nConnection to 192.0.2.1 port 22 timed out',
  'session-refused': 'channel 0: open failed: connect failed: open failed',
  'session-closed': 'Connection to 127.0.0.1 closed by remote host.',
  'broken-pipe': 'client_loop: send disconnect: Broken pipe',
  'proxy-fails':
    'ssh: connect to host 127.0.0.1 port 9: Connection refused\nkex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535',
  'control-socket-refused': 'Control socket connect(/run/user/1000/cm): Connection refused',
}
