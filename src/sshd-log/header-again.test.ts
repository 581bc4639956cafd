import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newReadState, recogniseLine } from './line.ts'

const STAMPS = [
  'Oct  1 00:00:',
  'Oct  1 00:01:',
  'Dec 31 23:59:',
  'Jan  1 00:00:',
  '2025-10-01T00:00:',
  '2025-10-01 00:00:',
]
const FRONTS = [...STAMPS, '2025-13-41T00:00:', '<38>Oct  1 00:00:', 'Sun 2025-07-20 13:00:', '2025 Oct  1 00:00:']
const SECONDS = ['00', '07', '59', '61', 'x1']
const FRACTIONS = ['', '', '.5', '.070980', ',12', '.', '.1234567890']
const ZONES = ['', 'Z', '+02:00', '-0330']
const HOSTS = [' h ', ' h ', ' sshd ', '  h ', ' 12 ', ' auth.info ', ' ']
const TAGS = ['sshd[', 'sshd-session[', 'cron[', '[sshd][', '/usr/sbin/sshd[', 'sshd(pam_unix)[']
const PIDS = ['1', '077', '7123', '12345678901', '', 'x']
const COLONS = [']: ', ']:  ', '] ', ']:', ']: [ID 800047 auth.info] ']
const FAILED = 'Failed password for root from 192.0.2.1 port 5 ssh2'
const MESSAGES = [
  FAILED,
  `message repeated 3 times: [ ${FAILED}]`,
  'last message repeated 2 times',
  `kernel: [  970.699397] ${FAILED}`,
  `1: ${FAILED}`,
  'sshd[9]: Connection closed by 192.0.2.1 port 5',
  '',
]
const PARTS = [FRONTS, SECONDS, FRACTIONS, ZONES, HOSTS, TAGS, PIDS, COLONS, MESSAGES, ['', '', '\r', '\0']]

/** Lines of one log: each part is mostly that of the line before, or what it usually is. */
const log = fc
  .array(fc.tuple(...PARTS.map((part) => fc.tuple(fc.nat(part.length - 1), fc.integer({ min: 0, max: 9 })))), {
    minLength: 2,
    maxLength: 12,
  })
  .map((lines) => {
    const now = PARTS.map(() => 0)
    return lines.map((choices) => {
      for (const [i, [choice, chance]] of choices.entries()) {
        // Seconds and fractions change at every line.
        if (chance === 0 || (chance < 6 && (i === 1 || i === 2))) now[i] = choice
        else if (chance === 1) now[i] = 0
      }
      return PARTS.map((part, i) => part[now[i]!]).join('')
    })
  })

test('a header that is known again is what it is when it is read anew', () => {
  fc.assert(
    fc.property(log, (lines) => {
      const [quick, slow] = [newReadState({ zone: 'Europe/Berlin' }), newReadState({ zone: 'Europe/Berlin' })]
      for (const text of lines) {
        delete slow.last
        delete slow.older
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
