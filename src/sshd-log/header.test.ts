import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newReadState, recogniseLine } from './line.ts'

const SAYS = 'Failed password for root from 192.0.2.1 port 50111 ssh2'

/** Time, pid and address of a line with this in front of the message. */
function read(front: string, zone: string): [string | null, number | undefined, string | undefined] {
  const line = recogniseLine(`${front}${SAYS}`, newReadState({ zone }))
  return [line?.at === undefined ? null : new Date(line.at).toISOString(), line?.pid, line?.address]
}

test('a time that names no zone is of the zone that is said, one that names its zone is not', () => {
  for (const [front, utc] of [
    ['2025-07-20 13:00:08 vm sshd[7]: ', '2025-07-20T11:00:08.000Z'],
    ['2025-07-20T13:00:08.123456 vm sshd[7]: ', '2025-07-20T11:00:08.123Z'],
    ['Jul 20 2025 13:00:08 vm sshd[7]: ', '2025-07-20T11:00:08.000Z'],
    ['Sun 2025-07-20 13:00:08 CEST vm sshd[7]: ', '2025-07-20T11:00:08.000Z'],
    ['Sun 2025-07-20 13:00:08 UTC vm sshd[7]: ', '2025-07-20T13:00:08.000Z'],
    ['Sun 2025-07-20 13:00:08 GMT vm sshd[7]: ', '2025-07-20T13:00:08.000Z'],
    ['2025-07-20T13:00:08Z vm sshd[7]: ', '2025-07-20T13:00:08.000Z'],
    ['2025-07-20T13:00:08.5+05:30 vm sshd[7]: ', '2025-07-20T07:30:08.500Z'],
  ] as const)
    assert.deepEqual(read(front, 'Europe/Berlin'), [utc, 7, '192.0.2.1'], front)
})

test('what journalctl and macOS print besides', () => {
  for (const [front, utc] of [
    ['1753016408.123456 vm sshd[7]: ', '2025-07-20T13:00:08.123Z'],
    ['[  123.123456] vm sshd[7]: ', null],
    [
      '2025-07-20 13:00:08.123456+0200 0x1a2b3c   Default     0x0                  7      0    sshd: ',
      '2025-07-20T11:00:08.123Z',
    ],
    [
      '2025-07-20 13:00:08.123456-0700 0x1a2b3c   Info        0x0                  7      0    sshd-session: (libpam.2.dylib) [com.apple.pam:auth] ',
      '2025-07-20T20:00:08.123Z',
    ],
    ['vm sshd[7]: ', null],
    ['vm sshd-session[7]: kernel: [  970.699397] ', null],
    ['2025-07-20 13:00:08.123456+0200  localhost sshd[7]: ', '2025-07-20T11:00:08.123Z'],
  ] as const)
    assert.deepEqual(read(front, 'UTC'), [utc, 7, '192.0.2.1'], front)
})

test('the journal’s JSON in all its frames', () => {
  const json = JSON.stringify({
    __REALTIME_TIMESTAMP: '1753016408123456',
    SYSLOG_IDENTIFIER: 'sshd',
    _PID: '7',
    MESSAGE: [...Buffer.from(SAYS)],
  })
  for (const front of ['', '\x1e', 'data: ']) {
    const line = recogniseLine(front + json, newReadState({ zone: 'UTC' }))
    assert.deepEqual([line?.at, line?.pid, line?.address], [1753016408123, 7, '192.0.2.1'], JSON.stringify(front))
  }
})

test('macOS’ log show as JSON', () => {
  const json = JSON.stringify({
    timestamp: '2025-07-20 15:00:08.123456+0200',
    processImagePath: '/usr/libexec/sshd-session',
    processID: 7,
    eventMessage: SAYS,
  })
  const line = recogniseLine(json, newReadState({ zone: 'UTC' }))
  assert.deepEqual([line?.at, line?.pid, line?.address, line?.tag], [1753016408123, 7, '192.0.2.1', 'sshd-session'])
  assert.equal(recogniseLine(json.replace('sshd-session', 'other'), newReadState()), undefined)
})

test('a message is repeated by the host that wrote it', () => {
  const state = newReadState()
  const read = (text: string) => recogniseLine(text, state)?.count
  assert.equal(recogniseLine(`Jul 20 13:00:08 a sshd[7]: ${SAYS}`, state)?.kind, 'failed')
  assert.equal(read('Jul 20 13:00:09 a last message repeated 3 times'), 3)
  assert.equal(recogniseLine(`Jul 20 13:00:08 a sshd[7]: ${SAYS}`, state)?.kind, 'failed')
  assert.equal(read('Jul 20 13:00:09 b last message repeated 3 times'), undefined)
})
