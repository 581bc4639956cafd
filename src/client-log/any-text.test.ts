import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { KNOWN_FAILURE_EXAMPLES } from '../../test/client-log/examples.ts'
import { real } from '../../test/client-log/real-logins.ts'
import { CLIENT_FAILURES, LOGIN_STEPS } from '../core/types.ts'
import type { ClientFailure } from '../core/types.ts'
import { readClientLog } from './client-log.ts'

const FRAGMENTS = [
  ...Object.values(KNOWN_FAILURE_EXAMPLES).flatMap((text) => text.split('\n')),
  'debug1: ',
  'Connection closed by ',
  'ssh: connect to host ',
  ' port 22',
  ': ',
  '@',
  ' from ',
  '(',
  ')',
  '"',
  '\\n',
  '\\u',
  '{"msg": "',
  'UNREACHABLE! => ',
  '\x1b[',
  '\x1b[31m',
  '\r',
  '\n',
  '\0',
  '‮',
  ' server ',
  ' client ',
  'no matching x found: client ',
  'Unable to negotiate with 1.2.3.4 port 22: no matching ',
  ' line 3: ',
  'dial tcp: lookup ',
  'key options:',
  'debug1: Remote: ',
  'Load key "',
  "Permissions 0644 for '",
  'Permission denied (',
  'ssh: handshake failed: ',
  'JSchException: ',
  "Couldn't agree a ",
  ' (available: ',
  'a@',
  '[Errno 1',
  '[Errno 111] ',
  'Failed to connect to the host via ssh: ',
  '2025-11-08T10:11:12Z ',
  '[14:29:28] ',
  '> ',
  '$ ',
  'Host key for ',
  ' has changed',
]

test('any text: never throws, bounded, nothing commands the terminal', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (some) => {
      const log = readClientLog(some)
      const shown = [
        log.says ?? '',
        log.client ?? '',
        log.server ?? '',
        log.address ?? '',
        log.noCommon?.theirs ?? '',
        log.noCommon?.what ?? '',
      ]
      shown.push(
        ...log.preBanner,
        ...log.serverText,
        ...log.proxyText,
        ...log.rest,
        ...(log.methods ?? []),
        ...log.keyProblems.map((one) => one.path),
      )
      assert.ok(shown.length < 150)
      for (const one of shown) assert.ok(one.length < 25_000 && !/[\p{Cc}\p{Cf}]/u.test(one), JSON.stringify(one))
      assert.ok(log.failure === undefined || CLIENT_FAILURES.includes(log.failure))
      assert.ok(LOGIN_STEPS.includes(log.reached))
      JSON.stringify(log)
    }),
    { numRuns: 500 },
  )
})

test('lines out of order, and the last decisive one among strangers', () => {
  const plain = ['hello', 'Welcome to db1', '', '***', 'debug2: whatever']
  const decisive = fc.constantFrom<ClientFailure>(
    'connect-timeout',
    'connect-refused',
    'permission-denied',
    'name-not-found',
    'banner-timeout',
    'no-common-algorithm',
  )
  fc.assert(
    fc.property(decisive, fc.array(fc.constantFrom(...plain), { maxLength: 20 }), (failure, before) => {
      assert.equal(readClientLog([...before, KNOWN_FAILURE_EXAMPLES[failure]].join('\n')).failure, failure)
    }),
  )
  fc.assert(
    fc.property(fc.shuffledSubarray(real('partial v').split('\n')), (lines) => void readClientLog(lines.join('\n'))),
  )
})

/** The processor's time it takes, in milliseconds: on a busy machine the clock on the wall tells of the others. */
function ownMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test('anything in linear time: a quarter of a megabyte within a quarter of a second, and a margin', () => {
  const slow: string[] = []
  for (const fragment of [
    ...FRAGMENTS,
    'x',
    ' ',
    'a\n',
    '\n',
    'a a',
    ': line 1',
    'kex_exchange_identification: banner line 1: x\n',
  ]) {
    const inLines = (fragment.repeat(Math.ceil(500 / fragment.length)) + '\n').repeat(500)
    for (const text of [
      fragment.repeat(Math.ceil(250_000 / fragment.length)),
      inLines,
      (fragment + '\n').repeat(Math.ceil(250_000 / (fragment.length + 1))),
    ]) {
      const took = ownMs(() => readClientLog(text))
      if (took > 600) slow.push(`${JSON.stringify(fragment)} ${Math.round(took)} ms`)
    }
  }
  assert.deepEqual(slow, [])
  assert.ok(ownMs(() => readClientLog('x: connect to @ closed by \n'.repeat(40_000))) < 1500)
})
