import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KNOWN_FAILURE_EXAMPLES } from '../../test/client-log/examples.ts'
import { REAL, real, realLogins } from '../../test/client-log/real-logins.ts'
import { CLIENT_FAILURES, LOGIN_STEPS } from '../core/types.ts'
import type { ClientFailure, LoginStep } from '../core/types.ts'
import { readClientLog, StepFollower, stepOfLine } from './client-log.ts'

test('an example of every ending', () => {
  for (const failure of CLIENT_FAILURES) assert.equal(readClientLog(KNOWN_FAILURE_EXAMPLES[failure]).failure, failure)
})

test('the same on Windows, and in whatever surrounds the words', () => {
  for (const [failure, text] of Object.entries(KNOWN_FAILURE_EXAMPLES)) {
    assert.equal(readClientLog(text.replaceAll('\n', '\r\n') + '\r\n').failure, failure)
    assert.equal(readClientLog(text.replaceAll(/^/gm, '2025-11-08T10:11:12.345Z ')).failure, failure)
    assert.equal(readClientLog(text.replaceAll(/^/gm, '[14:29:28.123] > ')).failure, failure)
    assert.equal(readClientLog('\x1b[31m' + text + '\x1b[0m').failure, failure)
    assert.equal(
      readClientLog(
        '$ ssh host\n' +
          text +
          '\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n',
      ).failure,
      failure,
    )
    assert.equal(readClientLog(text + '\nlost connection\n').failure, failure)
    assert.equal(
      readClientLog(
        text +
          '\nrsync: connection unexpectedly closed (0 bytes received so far) [sender]\nrsync error: unexplained error (code 255) at io.c(231) [sender=3.2.7]',
      ).failure,
      failure,
    )
    const ansible = `fatal: [web1]: UNREACHABLE! => ${JSON.stringify({ changed: false, msg: 'Failed to connect to the host via ssh: ' + text.replaceAll('\n', '\r\n'), unreachable: true })}`
    assert.equal(readClientLog(ansible).failure, failure)
  }
})

test('real logins of three releases', () => {
  assert.ok(realLogins.length > 100)
  for (const { name, releases, text } of realLogins) {
    const expected = REAL[`${name} ${releases.at(-1)}`] ?? REAL[name]
    assert.ok(expected, `${name} ${releases} is not in the table`)
    const log = readClientLog(text)
    assert.deepEqual([log.failure, log.reached], expected, `${name} ${releases}`)
    if (log.failure) assert.ok(log.says, name)
  }
})

test('what else a log tells', () => {
  const partial = readClientLog(real('partial v', '10.0'))
  assert.deepEqual(
    [
      partial.client,
      partial.server,
      partial.address,
      partial.methods,
      partial.keysOffered,
      partial.keysAccepted,
      partial.partialSuccess,
    ],
    ['OpenSSH_10.0p2', 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10', '127.0.0.1', ['password'], 1, 1, true],
  )
  assert.deepEqual(partial.serverText, ['Authorised use only', 'All activity is logged'])
  assert.equal(readClientLog(real('partial v', '8.4')).partialSuccess, true)
  assert.equal(readClientLog(real('forced v')).forcedCommand, true)
  assert.equal(readClientLog(real('ok v')).forcedCommand, false)
  assert.deepEqual(readClientLog(real('wire3005 v', '10.0')).preBanner, ['Not allowed at this time'])
  assert.deepEqual(readClientLog(real('wire3005 v', '8.4')).preBanner, ['Not allowed at this time'])
  assert.match(readClientLog(real('expired q')).serverText.join(), /account has expired/)
  assert.deepEqual(readClientLog(real('key-open q')).keyProblems, [{ path: '/root/open', problem: 'too-open' }])
  assert.deepEqual(readClientLog(real('denied-nokey q')).keyProblems, [{ path: '/root/nosuchkey', problem: 'missing' }])
  assert.deepEqual(readClientLog(real('key-junk q')).keyProblems, [{ path: '/root/junk', problem: 'unreadable' }])
  assert.deepEqual(readClientLog(real('hkmismatch q')).noCommon, { what: 'host key type', theirs: 'ssh-ed25519' })
  assert.deepEqual(readClientLog(real('denied-pubkey-only q')).methods, ['publickey'])
})

test("a jump's own login is not the target's", () => {
  const refused = readClientLog(real('jump-refused v', '10.0'))
  assert.deepEqual(refused.proxyText, ['ssh: connect to host 127.0.0.1 port 9: Connection refused'])
  assert.equal(refused.says, refused.proxyText[0])
  assert.equal(refused.server, undefined)
  // Both speak with -v: the jump's whole login stands in front of the target's.
  const jump = real('ok v', '10.0').split('\n')
  const through = (after: string) => `OpenSSH_9.2p1 Debian-2, OpenSSL 3.0.19
debug1: Setting implicit ProxyCommand from ProxyJump: ssh -v -W '[%h]:%p' jump
debug1: Executing proxy command: exec ssh -v -W '[10.0.0.5]:22' jump
debug1: Local version string SSH-2.0-OpenSSH_9.2p1
${jump.join('\n')}
${after}`
  const silent = readClientLog(
    through('kex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535'),
  )
  assert.deepEqual(
    [silent.failure, silent.reached, silent.server, silent.keysOffered],
    ['banner-closed', 'proxy', undefined, 0],
  )
  const denied = readClientLog(
    through(`debug1: Remote protocol version 2.0, remote software version OpenSSH_7.4
debug1: SSH2_MSG_KEXINIT received
Connection closed by UNKNOWN port 65535`),
  )
  assert.deepEqual([denied.failure, denied.reached, denied.server], ['kex-closed', 'kexinit', 'SSH-2.0-OpenSSH_7.4'])
  const follower = new StepFollower()
  const steps = through('debug1: Remote protocol version 2.0, remote software version X')
    .split('\n')
    .map((line) => follower.next(line))
    .filter((step) => step !== undefined)
  assert.deepEqual(steps, ['proxy', 'proxy', 'identification'])
})

test('up to 8.2 a failing jump has no second line', () => {
  const text =
    'ssh: connect to host jump port 22: Connection refused\nssh_exchange_identification: Connection closed by remote host'
  assert.equal(readClientLog(text).failure, 'proxy-fails')
  assert.equal(readClientLog(text + '\nConnection closed by 192.0.2.7 port 22').failure, 'banner-closed')
})

test('of several attempts the last one counts', () => {
  const both = real('wire3012 v') + '\n' + real('denied v')
  assert.deepEqual([readClientLog(both).failure, readClientLog(both).reached], ['permission-denied', 'offer'])
  assert.equal(
    readClientLog(KNOWN_FAILURE_EXAMPLES['connect-refused'] + '\n' + KNOWN_FAILURE_EXAMPLES['permission-denied'])
      .failure,
    'permission-denied',
  )
  assert.equal(readClientLog(real('denied v') + '\n' + real('ok v')).failure, undefined)
})

test('older and other builds of OpenSSH', () => {
  const expect: [string, ClientFailure][] = [
    ['ssh: connect to host h port 22: Operation timed out', 'connect-timeout'],
    ['ssh: Could not resolve hostname h: nodename nor servname provided, or not known', 'name-not-found'],
    ['ssh: Could not resolve hostname h: No such host is known. ', 'name-not-found'],
    ['ssh_exchange_identification: Connection closed by remote host', 'banner-closed'],
    ['ssh_exchange_identification: read: Connection reset by peer', 'banner-reset'],
    [
      'kex_exchange_identification: read: Operation timed out\nbanner exchange: Connection to 192.0.2.1 port 22: Operation timed out',
      'banner-timeout',
    ],
    ['Permission denied (publickey,gssapi-keyex,gssapi-with-mic).', 'permission-denied'],
    ['Received disconnect from 192.0.2.1: 2: Too many authentication failures for root', 'too-many-failures'],
    ['Connection closed by 192.0.2.1', 'closed-unstated'],
    ['no matching cipher found: client aes128-cbc server aes128-ctr,aes256-ctr', 'no-common-algorithm'],
    ['packet_write_wait: Connection to 192.0.2.1 port 22: Broken pipe', 'broken-pipe'],
    ['Write failed: Broken pipe', 'broken-pipe'],
    ['Connection to 192.0.2.1 timed out while waiting to read', 'kex-timeout'],
    ['ssh_dispatch_run_fatal: Connection to 192.0.2.1 port 22: Operation timed out', 'kex-timeout'],
    [
      'C:\\Users\\nina/.ssh/config line 3: Unsupported option "gssapiauthentication"\r\nssh: connect to host h port 22: Connection refused\r\n',
      'connect-refused',
    ],
    ['banner exchange: Connection to UNKNOWN port 65535: Broken pipe', 'proxy-fails'],
    ['bash: ssh: command not found', 'config-unusable'],
    [
      "alice@h's password: \nPermission denied, please try again.\nalice@h's password: \nConnection closed by 192.0.2.1 port 22",
      'auth-closed',
    ],
    [
      '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nPassword authentication is disabled to avoid man-in-the-middle attacks.\na@h: Permission denied (publickey,password).',
      'host-key-changed',
    ],
  ]
  for (const [text, failure] of expect) assert.equal(readClientLog(text).failure, failure, text)
})

test('timeouts are told apart', () => {
  assert.equal(readClientLog('ssh: connect to host h port 22: Connection timed out').failure, 'connect-timeout')
  assert.equal(readClientLog('Connection timed out during banner exchange').failure, 'banner-timeout')
  assert.equal(readClientLog('Connection to 192.0.2.1 port 22 timed out').failure, 'kex-timeout')
  assert.equal(readClientLog('Timeout, server 192.0.2.1 not responding.').failure, 'broken-pipe')
  assert.equal(
    readClientLog('debug1: Connection established.\nConnection to 192.0.2.1 port 22 timed out').failure,
    'banner-timeout',
  )
})

test('between key exchange and the first answer it is the login that ends', () => {
  const text = 'debug1: Remote protocol version 2.0, remote software version X\ndebug1: SSH2_MSG_NEWKEYS received\n'
  assert.equal(readClientLog(text + 'Connection closed by 192.0.2.1 port 22').failure, 'auth-closed')
  assert.equal(readClientLog(text + 'Connection reset by 192.0.2.1 port 22').failure, 'auth-reset')
})

test("the user's own words around a text are not the server's", () => {
  const log = readClientLog(`I get this:\n\n${KNOWN_FAILURE_EXAMPLES['banner-closed']}\n\nwhat can I do?`)
  assert.deepEqual([log.serverText, log.rest], [[], ['I get this:', 'what can I do?']])
  const denied = readClientLog('Authorised use only\na@h: Permission denied (publickey).\nwhat now?')
  assert.deepEqual([denied.serverText, denied.rest], [['Authorised use only'], ['what now?']])
})

test('what is no failure of ssh', () => {
  for (const text of [
    '',
    'hello',
    'bash: /root/x: Permission denied',
    'Connection to h closed.',
    'scp: /etc/shadow: Permission denied',
    'channel 3: open failed: connect failed: Connection refused',
    'open /etc/shadow: Permission denied (os error 13)',
    'Permission denied (os error 13)',
  ])
    assert.equal(readClientLog(text).failure, undefined, text)
  assert.deepEqual(readClientLog('hello there').rest, ['hello there'])
})

test('other clients', () => {
  const expect: [string, ClientFailure][] = [
    ['FATAL ERROR: Network error: Connection refused', 'connect-refused'],
    ['FATAL ERROR: Network error: Connection timed out', 'connect-timeout'],
    ['FATAL ERROR: Remote side unexpectedly closed network connection', 'closed-unstated'],
    ['FATAL ERROR: No supported authentication methods available (server sent: publickey)', 'permission-denied'],
    ["FATAL ERROR: Couldn't agree a key exchange algorithm (available: curve25519-sha256)", 'no-common-algorithm'],
    ['dial tcp 192.0.2.1:22: i/o timeout', 'connect-timeout'],
    ['dial tcp: lookup nosuch.invalid on 127.0.0.53:53: no such host', 'name-not-found'],
    [
      'ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain',
      'permission-denied',
    ],
    ['ssh: handshake failed: EOF', 'closed-unstated'],
    ['ssh: handshake failed: knownhosts: key mismatch', 'host-key-changed'],
    ['paramiko.ssh_exception.SSHException: Error reading SSH protocol banner', 'banner-timeout'],
    [
      'paramiko.ssh_exception.NoValidConnectionsError: [Errno None] Unable to connect to port 22 on 192.0.2.1',
      'connect-refused',
    ],
    ['paramiko.ssh_exception.AuthenticationException: Authentication failed.', 'permission-denied'],
    ['com.jcraft.jsch.JSchException: Auth fail', 'permission-denied'],
    [
      'com.jcraft.jsch.JSchException: java.net.ConnectException: Connection refused (Connection refused)',
      'connect-refused',
    ],
    [
      'com.jcraft.jsch.JSchException: Session.connect: java.io.IOException: End of IO Stream Read\nconnection is closed by foreign host',
      'banner-closed',
    ],
    ['Error: All configured authentication methods failed', 'permission-denied'],
    ['Error: connect ECONNREFUSED 192.0.2.1:22', 'connect-refused'],
    ['Error: getaddrinfo ENOTFOUND nosuch.invalid', 'name-not-found'],
    [
      'kex error : no match for method server host key algo: server [ssh-rsa], client [ssh-ed25519]',
      'no-common-algorithm',
    ],
  ]
  for (const [text, failure] of expect) assert.equal(readClientLog(text).failure, failure, text)
  assert.deepEqual(
    readClientLog('FATAL ERROR: No supported authentication methods available (server sent: publickey,gssapi)').methods,
    ['publickey', 'gssapi'],
  )
})

test('live, a line at a time', () => {
  const expect: [string, LoginStep | undefined][] = [
    ['debug1: Connecting to db1 [192.0.2.1] port 22.\r', 'connect'],
    ['debug1: Connection established.', 'connected'],
    ['debug1: Remote protocol version 2.0, remote software version OpenSSH_9.2p1', 'identification'],
    ['debug1: SSH2_MSG_KEXINIT received', 'kexinit'],
    ['debug1: SSH2_MSG_KEXINIT sent', undefined],
    ['debug1: SSH2_MSG_KEX_ECDH_REPLY received', 'kex-reply'],
    ['debug1: Server host key: ssh-ed25519 SHA256:abc', 'kex-reply'],
    ['debug1: SSH2_MSG_NEWKEYS received\n', 'newkeys'],
    ['debug1: SSH2_MSG_SERVICE_ACCEPT received', 'service'],
    ['debug1: Authentications that can continue: publickey', 'methods'],
    ['debug1: Offering public key: /root/good ED25519 SHA256:x explicit', 'offer'],
    ['debug1: Offering RSA public key: /root/.ssh/id_rsa', 'offer'],
    ['debug1: Will attempt key: /root/good ED25519', undefined],
    ['debug1: Server accepts key: /root/good', 'key-accepted'],
    ['debug3: sign_and_send_pubkey: signing using ssh-ed25519 SHA256:x', 'signed'],
    ['Authenticated to 127.0.0.1 ([127.0.0.1]:2201) using "publickey".', 'authenticated'],
    ['debug1: Authentication succeeded (publickey).', 'authenticated'],
    ['debug1: Entering interactive session.', 'session'],
    ['debug1: Executing proxy command: exec nc h 22', 'proxy'],
    ['hello', undefined],
    ['', undefined],
  ]
  for (const [line, step] of expect) assert.equal(stepOfLine(line), step, line)
  const seen = real('ok v', '10.0')
    .split('\n')
    .map(stepOfLine)
    .filter((step) => step !== undefined)
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => LOGIN_STEPS.indexOf(a) - LOGIN_STEPS.indexOf(b)),
  )
})
