import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniseMessage } from './message.ts'

const FINGERPRINT = `SHA256:${'k'.repeat(43)}`
const HOST_KEY = `ED25519 ${FINGERPRINT}`

test('an episode of more than a day ends as well: sshd spells its length otherwise', () => {
  const ends = (length: string) =>
    recogniseMessage(`exited MaxStartups throttling after ${length}, 98765 connections dropped`)
  assert.deepEqual(ends('23:59:59'), { kind: 'throttling-ends', count: 98765, seconds: 86399 })
  assert.deepEqual(ends('1d03h46m'), { kind: 'throttling-ends', count: 98765, seconds: (27 * 60 + 46) * 60 })
  assert.deepEqual(ends('02w1d05h'), { kind: 'throttling-ends', count: 98765, seconds: (15 * 24 + 5) * 3600 })
})

test('the groups of an IPv6 address are no disconnect code', () => {
  const now = recogniseMessage('Received disconnect from 2001:db8:3931::4e3f port 60997:11: disconnected by user')
  assert.equal(now.address, '2001:db8:3931::4e3f')
  assert.equal(now.port, 60997)
  assert.equal(now.reason, 'disconnected by user')
  const old = recogniseMessage('Received disconnect from 2001:db8:3931:11::4e3f: 11: from 192.0.2.9: 3: x')
  assert.equal(old.address, '2001:db8:3931:11::4e3f')
  assert.equal(old.port, undefined)
})

test('a login is one, whatever sshd adds behind the address', () => {
  for (const [method, detail] of [
    ['gssapi-with-mic', 'bob@EXAMPLE.ORG'],
    ['gssapi-keyex', 'bob@EXAMPLE.ORG from 192.0.2.66 port 1'],
    ['publickey', HOST_KEY],
    [
      'publickey',
      `ED25519-CERT ${FINGERPRINT} ID x from 192.0.2.66 port 1 ssh2: y z (serial 12) CA RSA ${FINGERPRINT}`,
    ],
    ['hostbased', `${HOST_KEY}, client user "bob", client host "a from 192.0.2.66 port 3.example"`],
  ] as const) {
    const said = recogniseMessage(`Accepted ${method} for bob from 198.51.100.7 port 50111 ssh2: ${detail}`)
    assert.deepEqual(said, { kind: 'accepted', address: '198.51.100.7', port: 50111, method, user: 'bob' }, detail)
  }
})

test('neither a name nor a certificate moves a refused key to another address', () => {
  const refused = (name: string, key: string) =>
    recogniseMessage(`Failed publickey for invalid user ${name} from 198.51.100.7 port 50111 ssh2: ${key}`)
  const certificate = `RSA-CERT ${FINGERPRINT} ID x from 192.0.2.66 port 1 ssh2: y z (serial 7) CA RSA ${FINGERPRINT}`
  assert.equal(refused('bob', certificate).address, '198.51.100.7')
  const name = 'a from 192.0.2.66 port 1 ssh2: RSA SHA256:abc'
  assert.equal(refused(name, HOST_KEY).address, '198.51.100.7')
  assert.equal(refused(name, HOST_KEY).user, name)
})

test('who is disconnected is told by the address next to the reason', () => {
  const said = (name: string, why = 'Too many authentication failures') => {
    const { address, user } = recogniseMessage(
      `Disconnecting invalid user ${name} 198.51.100.7 port 50111: ${why} [preauth]`,
    )
    return [address, user]
  }
  for (const name of ['', ' ', 'bob', 'trailing ', 'x 192.0.2.66 port 1: Too many authentication failures'])
    assert.deepEqual(said(name), ['198.51.100.7', name], name)
  const why =
    'Change of username or service not allowed: (bob,ssh-connection) -> (x 192.0.2.66 port 1: y,ssh-connection)'
  assert.deepEqual(said('bob', why), ['198.51.100.7', 'bob'])
})

test('what other systems’ sshd write', () => {
  for (const [message, kind, address] of [
    [
      'error: PAM: authentication error for james from host.example.com via 192.168.1.201',
      'pam-error',
      'host.example.com',
    ],
    ['error: PAM: authentication error for x via y from 198.51.100.7', 'pam-error', '198.51.100.7'],
    ['Failed password for dan from 198.51.100.7 port 45416 ssh1', 'failed', '198.51.100.7'],
    ['Failed password for dan from 198.51.100.7 port 20000 ssh1: ruser x from 192.0.2.66', 'failed', '198.51.100.7'],
    [
      'Failed hostbased for dan from 198.51.100.7 port 5 ssh2: DSA 01:c0:79, client user "a", client host "b"',
      'failed',
      '198.51.100.7',
    ],
    ['Connection from 198.51.100.7', 'connection', '198.51.100.7'],
    [
      'PAM 5 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=198.51.100.7  user=root',
      'pam-failure',
      '198.51.100.7',
    ],
    [
      'Protocol major versions differ for 198.51.100.7: SSH-2.0-OpenSSH_5 vs. SSH-1.5',
      'protocol-mismatch',
      '198.51.100.7',
    ],
    [
      'error: session process 5 for connection from 198.51.100.7 to 192.0.2.1 killed by signal 11',
      'child-ended',
      '198.51.100.7',
    ],
    ['fatal: Unable to negotiate a key exchange method [preauth]', 'no-common-algorithm', undefined],
    ['Nasty PTR record "192.0.2.66" is set up for 198.51.100.7, ignoring', 'reverse-dns', '198.51.100.7'],
  ] as const) {
    const said = recogniseMessage(message)
    assert.deepEqual([said.kind, said.address], [kind, address], message)
  }
})
