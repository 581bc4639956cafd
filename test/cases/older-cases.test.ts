import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromSchema1 } from '../../src/core/older-case.ts'
import { readCase } from '../../src/cli/case-file.ts'
import type { Case } from '../../src/core/types.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'

const OLD = join(import.meta.dirname, 'schema-1')
const json = (folder: string, file: string): Case => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case

for (const file of readdirSync(OLD)) {
  test(`${file} as schema 1 wrote it reads as it does today`, async () => {
    assert.equal(json(OLD, file).schema as number, 1)
    const older = await readCase(join(OLD, file))
    const today = json(import.meta.dirname, file)
    assert.deepEqual(older, today)
    assert.deepEqual(diagnose(older.facts, older.target), diagnose(today.facts, today.target))
  })
}

test('a clock that ran out is told from a refusal in an older case', () => {
  const told = (missing: string) => {
    const case_ = fromSchema1({ schema: 1, facts: { memory: { at: '', via: 'ops@h', missing } } }) as Case
    const fact = case_.facts.memory
    return fact && 'missing' in fact ? fact.missing : assert.fail()
  }
  assert.deepEqual(told('the server was too slow to answer').why, 'timed-out')
  assert.deepEqual(told("the server's kernel log may not be read").why, 'not-allowed')
  assert.deepEqual(told('interrupted').why, 'not-asked')
  assert.deepEqual(told('the server does not say how much memory it has').why, 'absent')
})

test('what is no case of schema 1 comes back as it is, and nothing breaks it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, facts) => {
      if (!(typeof value === 'object' && value !== null && 'schema' in value)) assert.equal(fromSchema1(value), value)
      fromSchema1({ schema: 1, facts })
      fromSchema1({ schema: 1, facts: { contact: facts, toString: facts } })
    }),
  )
})
