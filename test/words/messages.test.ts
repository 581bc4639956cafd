import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { readLine } from '../../src/words/line.ts'
import { corpusPath } from './corpus.ts'
import { filled, isUpper, levelInFront, readMessages, saidBySsh, saidBySshd } from './filled.ts'

const MESSAGES = readMessages(
  readFileSync(corpusPath('openssh/messages.tsv') ?? join(import.meta.dirname, 'messages-sample.tsv'), 'utf8'),
)

/** What a `%s` holds: a name, an address, a path, and nothing. */
const HELD = [
  ['alice', '10.0.0.1', '/etc/ssh/sshd_config'],
  ['root', '', 'publickey'],
]

suite('every message of ssh and sshd is known as a line of its speaker', () => {
  test("sshd's, behind its tag", () => {
    for (const message of MESSAGES.filter(saidBySshd))
      for (const level of message.levels)
        for (const words of HELD) {
          const line = `Nov 28 11:00:00 host sshd[123]: ${levelInFront(level)}${filled(message.format, words)}`
          const { known, by, says } = readLine(line)
          // Of nothing but holes that hold nothing, nothing is left.
          if (/^\W*$/.test(filled(message.format, words))) continue
          assert.ok(known, `not known: ${line}`)
          assert.equal(by, 'sshd', line)
          assert.ok(says !== undefined && says.length > 10, line)
        }
  })

  test("ssh's, as it prints them", () => {
    for (const message of MESSAGES.filter(saidBySsh))
      for (const level of message.levels)
        for (const words of HELD) {
          const line = (level.startsWith('DEBUG') ? levelInFront(level) : '') + filled(message.format, words)
          if (/^\W*$/.test(line)) continue
          assert.ok(readLine(line).known, `not known: ${line}`)
        }
  })

  test('there are enough of them', () => {
    assert.ok(MESSAGES.filter(isUpper).length > 250)
  })
})
