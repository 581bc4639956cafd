import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CLIENT_ENTRIES } from '../words/clients.ts'
import { readClientLog } from './client-log.ts'
import { STEP_IDS } from './other-clients.ts'

test('steps are those of entries', () => {
  const ids = new Set(CLIENT_ENTRIES.map(({ id }) => id))
  assert.deepEqual(
    STEP_IDS.filter((id) => !ids.has(id)),
    [],
  )
})

const JSCH = `Connecting to 192.0.2.20 port 22
Connection established
Remote version string: SSH-2.0-OpenSSH_8.9p1 Ubuntu-3
Local version string: SSH-2.0-JSCH-0.1.54
SSH_MSG_KEXINIT sent
SSH_MSG_KEXINIT received
SSH_MSG_NEWKEYS received
SSH_MSG_SERVICE_ACCEPT received
Authentications that can continue: publickey
Next authentication method: publickey
Disconnecting from 192.0.2.20 port 22`

const PUTTY = `Looking up host "web1" for SSH connection
Connecting to 192.0.2.20 port 22
Connected to 192.0.2.20
We claim version: SSH-2.0-PuTTY_Release_0.74
Remote version: SSH-2.0-OpenSSH_9.6p1
Host key fingerprint is:
Initialised AES-256 SDCTR outbound encryption
Using username "alice".
Offered public key
Server refused our key
FATAL ERROR: No supported authentication methods available (server sent: publickey)`

const PARAMIKO = `starting thread (client mode): 0x5a1c3d0
Local version/idstring: SSH-2.0-paramiko_2.11.0
Connected (version 2.0, client OpenSSH_7.4)
kex algos: curve25519-sha256
Switch to new keys ...
Trying SSH key b'f8600fcf6feb8dc118350ca5422a70a3'
userauth is OK
Authentication (publickey) successful!`

test('what other clients show of a login', () => {
  const shown = (text: string) => {
    const { reached, client, server, methods, keysOffered, failure } = readClientLog(text)
    return [reached, client, server, methods, keysOffered, failure]
  }
  const old = 'SSH-2.0-OpenSSH_8.9p1 Ubuntu-3'
  const jsch = ['methods', 'JSCH-0.1.54', old, ['publickey'], 1, undefined]
  const putty = ['offer', 'PuTTY_Release_0.74', 'SSH-2.0-OpenSSH_9.6p1', ['publickey'], 2, 'permission-denied']
  const paramiko = ['authenticated', 'paramiko_2.11.0', 'SSH-2.0-OpenSSH_7.4', undefined, 1, undefined]
  const each = (text: string, front: string) => text.replaceAll(/^/gm, front)
  for (const front of ['', 'INFO: ', '[main] INFO com.jcraft.jsch - ', '2025-11-08 10:11:12.123 '])
    assert.deepEqual(shown(each(JSCH, front)), jsch, front)
  for (const front of ['', '2024-03-05 10:11:12\t', '. 2024-03-05 10:11:12.123 ', 'Event Log: '])
    assert.deepEqual(shown(each(PUTTY, front)), putty, front)
  for (const front of [
    '',
    'DEB [20230420-12:13:14.123] thr=1   paramiko.transport: ',
    'DEBUG:paramiko.transport:',
    '2023-04-20 12:13:14,123 - paramiko.transport - DEBUG - ',
  ])
    assert.deepEqual(shown(each(PARAMIKO, front)), paramiko, front)
  assert.deepEqual(
    shown('Server identity string: SSH-2.0-OpenSSH_7.4\nClient identity string: SSH-2.0-SSHJ_0.31.0').slice(0, 3),
    ['identification', 'SSHJ_0.31.0', 'SSH-2.0-OpenSSH_7.4'],
  )
  assert.equal(shown("Remote ident: 'SSH-2.0-OpenSSH_9.6'\nHandshake completed")[0], 'newkeys')
})

test("a server's words to OpenSSH's client are no steps of another client", () => {
  const text = 'OpenSSH_9.2p1, OpenSSL 3.0.13\ndebug1: Connection established.\nAccess granted\nHandshake completed'
  assert.equal(readClientLog(text).reached, 'connected')
})

test('messages that name why count where they can be why', () => {
  const told = (...lines: string[]) => readClientLog(lines.join('\n')).told
  const refused = 'sign_and_send_pubkey: signing failed for RSA "/k" from agent: agent refused operation'
  assert.deepEqual(told(refused, 'alice@web1: Permission denied (publickey).'), ['client-agent-refused'])
  assert.deepEqual(told(refused), ['client-agent-refused'])
  assert.deepEqual(told('debug1: send_pubkey_test: no mutual signature algorithm'), ['client-signature-algorithm'])
  // Another key let them in.
  assert.equal(told(refused, 'debug1: Authentication succeeded (publickey).'), undefined)
  // It never came to a login.
  assert.equal(told(refused, 'ssh: connect to host web1 port 22: Connection refused'), undefined)
  // The jump host forbids it, which is a failure of the way there.
  assert.equal(
    told(
      'channel 0: open failed: administratively prohibited: open failed',
      'stdio forwarding failed',
      'Connection closed by UNKNOWN port 65535',
    ),
    undefined,
  )
  const log = readClientLog('channel 3: open failed: administratively prohibited: open failed')
  assert.deepEqual(
    [log.reached, log.failure, log.details],
    [
      'authenticated',
      undefined,
      [
        {
          message: 'client-forwarding-refused',
          says: 'channel 3: open failed: administratively prohibited: open failed',
          option: '3',
          reason: 'open failed',
        },
      ],
    ],
  )
  const empty = readClientLog('2022/11/17 10:05:31 dial tcp :22: connect: connection refused')
  assert.deepEqual([empty.failure, empty.told], ['connect-refused', ['client-destination-empty']])
  assert.equal(
    readClientLog('unix_listener: path "/tmp/\u0007x" too long for Unix domain socket').details?.[0]?.path,
    '/tmp/\\x07x',
  )
})
