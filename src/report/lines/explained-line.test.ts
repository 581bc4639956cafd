import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readLineOf } from '../../../test/report/read-lines.ts'
import { STAGES } from '../../core/types.ts'
import { SPEAKERS } from '../../words/speakers.ts'
import { explainedLine, explainedLineToJson } from './explained-line.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/explained-line.schema.json', import.meta.url), 'utf8'),
) as { properties: { by: { anyOf: { pattern: string }[] }; step: { anyOf: { enum: string[] }[] } } }
const isExplained = new Ajv2020({ strict: true, allErrors: true }).compile(schema)

const READ = [
  readLineOf(1, 'the weather is fine'),
  readLineOf(2, 'sshd[7]: what it never says', { by: 'sshd', level: 'error' }),
  readLineOf(3, 'said by two', { ids: ['two'], level: 'debug', says: 'Two say so.' }),
  readLineOf(4, 'sshd[7]: whole', {
    by: 'sshd',
    ids: ['whole', 'other'],
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: 'sshd says so.',
    message: 'key-file-unsafe',
  }),
]

test('one object a line, as the schema has it', () => {
  for (const read of READ) {
    const json = explainedLineToJson(read)
    assert.match(json, /^\{.*\}\n$/)
    const value: unknown = JSON.parse(json)
    assert.deepEqual(value, explainedLine(read))
    assert.ok(isExplained(value), JSON.stringify(isExplained.errors))
  }
})

test('of a line that is not known nothing is told, whoever seems to say it', () => {
  for (const read of READ.slice(0, 2))
    assert.deepEqual(explainedLine(read), {
      line: read.line,
      by: null,
      id: null,
      level: null,
      step: null,
      says: null,
      names: [],
      known: false,
    })
})

test('a known line: the best id, the fault of its message, nobody where two say it', () => {
  const { by, id, step, names, known } = explainedLine(READ[3]!)
  assert.deepEqual([by, id, step, names, known], ['sshd', 'whole', 'auth', ['strict-modes-refuses'], true])
  assert.deepEqual([explainedLine(READ[2]!).by, explainedLine(READ[2]!).known], [null, true])
})

test('a message that decides nothing names what it leaves open', () => {
  const { names } = explainedLine(readLineOf(1, 'x', { says: 'Refused.', message: 'account-refused-by-pam' }))
  assert.ok(names.includes('account-expired') && names.includes('logins-closed'), String(names))
})

test('the schema lists every step, and knows the name of every speaker', () => {
  for (const speaker of Object.keys(SPEAKERS)) assert.match(speaker, new RegExp(schema.properties.by.anyOf[0]!.pattern))
  assert.deepEqual(schema.properties.step.anyOf[0]!.enum, [...STAGES])
})
