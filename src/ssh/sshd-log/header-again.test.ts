import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newReadState, recogniseLine } from './line.ts'

const pick = <T>(...values: T[]) => fc.constantFrom(...values)
const two = fc.integer({ min: 0, max: 61 }).map((n) => String(n).padStart(2, '0'))
const stamp = fc.oneof(
  fc.tuple(pick('Oct  1 00:00:', 'Oct  1 00:01:', 'Dec 31 23:59:', 'Jan  1 00:00:'), two, pick('', '.123', '')),
  fc.tuple(
    pick('2025-10-01T00:00:', '2025-10-01 00:00:', '2025-13-41T00:00:'),
    two,
    pick('', '.5', '.070980', ',12', '.'),
  ),
  fc.tuple(pick('<38>Oct  1 00:00:', 'Sun 2025-07-20 13:00:', '2025 Oct  1 00:00:'), two, pick('')),
)
const line = fc
  .tuple(
    stamp,
    pick('', 'Z', '+02:00', '-0330'),
    pick(' h ', ' h ', ' h ', ' sshd ', '  h ', ' 12 ', ' auth.info ', ' '),
    pick('sshd[', 'sshd[', 'sshd-session[', 'cron[', '[sshd][', '/usr/sbin/sshd[', 'sshd(pam_unix)['),
    pick('1', '077', '7123', '12345678901', '', 'x'),
    pick(']: ', ']: ', ']:  ', '] ', ']:', ']: [ID 800047 auth.info] '),
    pick(
      'Failed password for root from 192.0.2.1 port 5 ssh2',
      'message repeated 3 times: [ Failed password for root from 192.0.2.1 port 5 ssh2]',
      'last message repeated 2 times',
      'kernel: [  970.699397] Failed password for root from 192.0.2.1 port 5 ssh2',
      '1: Failed password for root from 192.0.2.1 port 5 ssh2',
      'sshd[9]: Connection closed by 192.0.2.1 port 5',
      '',
    ),
    pick('', '\r', '\0'),
  )
  .map(([[minute, seconds, fraction], zone, ...rest]) => [minute, seconds, fraction, zone, ...rest].join(''))

test('a header that is known again is what it is when it is read anew', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), (lines) => {
      const [quick, slow] = [newReadState({ zone: 'Europe/Berlin' }), newReadState({ zone: 'Europe/Berlin' })]
      for (const text of lines) {
        delete slow.last
        assert.deepEqual(recogniseLine(text, quick), recogniseLine(text, slow), text)
        assert.deepEqual(quick.clock, slow.clock, text)
      }
    }),
    { numRuns: 5000 },
  )
})

test('most lines of a log are known again', () => {
  const state = newReadState()
  for (const second of ['00', '09', '59']) {
    const text = `2025-10-01T00:00:${second}.250000+02:00 h sshd-session[7]: Connection closed by 192.0.2.1 port 5`
    const { last } = state
    assert.equal(recogniseLine(text, state)!.at, Date.UTC(2025, 8, 30, 22, 0, Number(second), 250))
    if (last) assert.equal(state.last, last)
  }
  assert.ok(state.last)
})
