import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLineOf } from '../../../test/report/read-lines.ts'
import type { LogMessage } from '../../core/log-messages.ts'
import { sumOf } from './sum.ts'
import { headlineText, stepText } from './words.ts'

const passes = (line: number, step: 'port' | 'kex' | 'auth') =>
  readLineOf(line, 'yes', { step, road: 'passes', says: `Passed ${step}.` })
const breaks = (line: number, step: 'port' | 'kex' | 'auth') =>
  readLineOf(line, 'no', { step, road: 'breaks', says: `Broke ${step}.` })
const headline = (...lines: ReturnType<typeof passes>[]) => headlineText(sumOf(lines))

test('steps stand along the road, each with the line that tells most', () => {
  const { steps } = sumOf([passes(9, 'kex'), passes(1, 'port'), breaks(12, 'auth'), passes(2, 'port')])
  assert.deepEqual(
    steps.map(({ stage, passed, broken, telling }) => [stage, passed, broken, telling.line]),
    [
      ['port', 2, 0, 2],
      ['kex', 1, 0, 9],
      ['auth', 0, 1, 12],
    ],
  )
  assert.equal(stepText(steps[0]!), 'Passed port. (line 2)')
})

test('a step that is broken and passed later is not where it stops', () => {
  assert.match(headline(breaks(1, 'auth'), passes(2, 'auth')), /every step they show is passed, the last at the login/)
  assert.match(headline(passes(1, 'auth'), breaks(2, 'auth')), /it stops at the login \(auth\)/)
  assert.match(headline(breaks(1, 'kex'), breaks(2, 'auth')), /it stops at agreeing on encryption/)
  const { steps } = sumOf([breaks(1, 'auth'), passes(2, 'auth'), passes(3, 'auth')])
  assert.equal(
    stepText(steps[0]!),
    'Passed in 2 lines, broken in 1 line, and passed again after it. Broke auth. (line 1)',
  )
})

test('what is broken at no step that is told is no good end', () => {
  const loose = readLineOf(7, 'Broken pipe', { road: 'breaks', says: 'It broke.' })
  assert.match(headline(passes(1, 'auth'), loose), /it breaks off in line 7, which does not say at which step/)
  assert.match(headline(loose, passes(8, 'auth')), /every step they show is passed/)
})

test('how much of the text is known', () => {
  const unknown = readLineOf(1, 'what?')
  assert.equal(headline(), 'There is no line to read.')
  assert.equal(headline(unknown), '1 line, and it is not known.')
  assert.match(headline(unknown, unknown), /^2 lines, and not one of them is known\.$/)
  assert.match(headline(unknown, passes(2, 'port')), /^2 lines, 1 of them known: /)
  assert.match(headline(passes(2, 'port')), /^1 line, known: /)
  assert.match(headline(readLineOf(1, 'x', { says: 'A detail.' })), /show no step/)
})

test('faults are counted, by the first line that names them; one that a later line decides is decided', () => {
  const named = (line: number, message: LogMessage) => readLineOf(line, 'words', { says: 'It says so.', message })
  const { faults } = sumOf([
    named(3, 'key-file-unsafe'),
    named(4, 'account-refused-by-pam'),
    named(5, 'key-file-unsafe'),
    named(6, 'account-expired'),
  ])
  const of = (id: string) => faults.find((fault) => fault.id === id)
  assert.deepEqual([of('strict-modes-refuses')?.first.line, of('strict-modes-refuses')?.lines], [3, 2])
  assert.deepEqual([of('account-expired')?.decided, of('account-expired')?.first.line], [true, 4])
  assert.equal(of('logins-closed')?.decided, false)
  assert.notEqual(of('logins-closed')?.title, 'logins-closed')
})
