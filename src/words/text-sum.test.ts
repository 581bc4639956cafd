import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from './line.ts'
import { sumOfText } from './text-sum.ts'

const sum = (...lines: string[]) => sumOfText(lines.map((text) => ({ text, reading: readLine(text) })))

test('a text that nobody knows is known in no line', () => {
  const { known, works, broken } = sum('the weather is fine', 'and so on')
  assert.deepEqual([known, works, broken], [0, false, undefined])
})

test('what strangers meet in a log places no failure; what sshd grades as an error does', () => {
  const refused = 'Nov 28 10:00:00 node1 sshd[7]: Failed password for root from 203.0.113.9 port 22 ssh2'
  const fatal = 'Nov 28 10:00:01 node1 sshd[8]: fatal: Cannot bind any address.'
  assert.equal(sum(refused).broken, undefined)
  assert.equal(sum(refused, fatal).broken, 'port')
  assert.equal(sum(refused, fatal).alarming, 1)
  assert.equal(sum(refused, fatal).side, 'server')
})
