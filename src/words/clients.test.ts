import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { TOLD_FIELDS } from '../core/told-fields.ts'
import { CLIENT_ENTRIES, findingIn, fitsOf } from './clients.ts'
import { SPEAKERS } from './speakers.ts'
import { toldByClient } from './told-by-client.ts'

/** A line of each entry as its program prints it: id, tabulator, line. */
const LINES = readFileSync(resolve(import.meta.dirname, '../../test/words/client-lines.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)] as const)

/** Who wraps another's message: both entries fit, and the other's is the one that says why. */
const WRAPS = new Set([
  'ansible-no-ssh',
  'asyncssh-disconnect',
  'libgit2-authenticate',
  'packer-bastion',
  'packer-handshake',
  'packer-tcp',
  'packer-waiting',
  'paramiko-log-exception',
  'putty-log-failed',
  'sshj-dying',
  'sshj-log-dying',
  'terraform-authentication-failed',
  'terraform-key-parse',
  'terraform-script',
  'terraform-timeout-refused',
])
/** Two programs print the same. */
const SHARED = new Set(['jsch-log-connecting', 'sftp-connected'])

test('every entry has a line as its program prints it, and is the one that reads it', () => {
  assert.deepEqual(
    LINES.map(([id]) => id).sort(),
    CLIENT_ENTRIES.map(({ id }) => id).sort(),
    'do this: a line for each entry in test/words/client-lines.tsv',
  )
  for (const [id, line] of LINES) {
    const ids = fitsOf(line).map(({ entry }) => entry.id)
    if (WRAPS.has(id) || SHARED.has(id)) assert.ok(ids.includes(id), `${id}: ${line}`)
    else assert.equal(ids[0], id, `${line} is read as ${ids.join()}`)
  }
})

test('every file of the folder is in the order, once', () => {
  const source = readFileSync(resolve(import.meta.dirname, 'clients.ts'), 'utf8')
  for (const file of readdirSync(resolve(import.meta.dirname, 'clients')))
    assert.equal(source.split(`'./clients/${file}'`).length, 2, `do this: put clients/${file} into clients.ts`)
})

test('ids are unique, no pattern stands twice, and each entry cites where its words stand', () => {
  for (const list of [
    CLIENT_ENTRIES.map(({ id }) => id),
    CLIENT_ENTRIES.map(({ by, words }) => `${by} ${words.source}`),
  ])
    assert.deepEqual(
      list.filter((one, i) => list.indexOf(one) !== i),
      [],
    )
  for (const { id, source } of CLIENT_ENTRIES) assert.match(source, /^[A-Za-z].{3,}/, id)
})

test('each entry says one plain sentence of its own', () => {
  for (const { id, says } of CLIENT_ENTRIES) {
    assert.match(says, /^[A-Za-z].{8,200}\.$/, id)
    assert.doesNotMatch(says, /^(?:What|Which|Who|How|With|Where|As) [^.]*\.$/, `${id}: "${says}" has no subject`)
  }
})

test('fields are those that a message may name; what breaks the road of a message names the step or leaves it open', () => {
  const fields = new Set<string>(TOLD_FIELDS)
  for (const { id, words, by, flags } of CLIENT_ENTRIES.map((one) => ({ ...one, flags: one.words.flags }))) {
    for (const [, name = ''] of words.source.matchAll(/\(\?<(\w+)>/g)) assert.ok(fields.has(name), `${id}: ${name}`)
    assert.ok(by in SPEAKERS, id)
    assert.match(flags, /^i?$/, id)
    // Bounded: nothing repeats without an end.
    assert.doesNotMatch(words.source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x'), /[*+]|\{\d+,\}/, id)
  }
})

test('what names a disease', () => {
  const expect: [string, ReturnType<typeof toldByClient>][] = [
    [
      '2022/11/17 10:05:31 dial tcp :22: connect: connection refused',
      { message: 'client-destination-empty', port: '22', reason: 'connection refused' },
    ],
    [
      'sign_and_send_pubkey: signing failed for ED25519-SK "/home/alice/.ssh/id_ed25519_sk" from agent: agent refused operation',
      {
        message: 'client-agent-refused',
        algorithm: 'ED25519-SK',
        path: '/home/alice/.ssh/id_ed25519_sk',
        reason: 'agent refused operation',
      },
    ],
    [
      'sign_and_send_pubkey: signing failed for ECDSA-SK "k": device not found',
      { message: 'client-authenticator-failed', algorithm: 'ECDSA-SK', path: 'k', reason: 'device not found' },
    ],
    [
      "ControlPath too long ('/tmp/x' >= 108 bytes)",
      { message: 'client-control-path-too-long', path: '/tmp/x', limit: '108' },
    ],
    [
      'unix_listener: "/tmp/x y" too long for Unix domain socket',
      { message: 'client-control-path-too-long', path: '/tmp/x y' },
    ],
    [
      'channel 3: open failed: administratively prohibited: open failed',
      { message: 'client-forwarding-refused', option: '3', reason: 'open failed' },
    ],
    ['send_pubkey_test: no mutual signature algorithm', { message: 'client-signature-algorithm' }],
    ['Bad packet length 3735928559.', { message: 'client-packet-corrupted', limit: '3735928559' }],
    [
      'ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain',
      undefined,
    ],
    ['Server refused our key', { message: 'client-key-refused' }],
    ['Permission denied (publickey).', undefined],
    ['scp: /etc/shadow: Permission denied', undefined],
  ]
  for (const [line, named] of expect) assert.deepEqual(toldByClient(line), named, line)
})

test('prose is nobody’s message', () => {
  for (const line of [
    'I get this error when I try to log in to my server.',
    'The connection was refused, what can I do?',
    'We use ssh with a key and a password.',
    'hello',
    '',
    'Welcome to Ubuntu 24.04.1 LTS (GNU/Linux 6.8.0-45-generic x86_64)',
    'Last login: Fri Nov 27 10:11:12 2026 from 192.0.2.1',
    'total 12',
    'drwxr-xr-x 2 alice alice 4096 Nov 27 10:11 .ssh',
  ])
    assert.deepEqual(
      fitsOf(line).map(({ entry }) => entry.id),
      [],
      line,
    )
})

/** Lines made of the entries' own words, so that patterns come far before they fail. */
const pieces = CLIENT_ENTRIES.flatMap(({ words }) => words.source.split(/[()[\]{}|?*+^$\\]/)).filter(
  (one) => one.length > 3,
)

test('no text makes a pattern fail or take long', () => {
  const anyLine = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
    fc
      .tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', 'a', '1', ':', '[', 'a b ', '"'))
      .map(([front, one]) => front + one.repeat(3000)),
  )
  fc.assert(
    fc.property(anyLine, (line) => {
      const before = process.cpuUsage()
      fitsOf(line)
      findingIn('openssh', line)
      findingIn('others', line)
      toldByClient(line)
      const { user, system } = process.cpuUsage(before)
      assert.ok(user + system < 300_000, line)
    }),
  )
})
