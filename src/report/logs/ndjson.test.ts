import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LogLine } from '../../sshd-log/types.ts'
import { lineToJson } from './ndjson.ts'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('a"b', 'a\\b', '\x7f', '\u202e', 'é'))
const line = fc.record(
  {
    line: fc.nat(),
    kind: fc.constantFrom('failed' as const, 'drop' as const),
    at: fc.oneof(
      fc.integer({ min: -1e13, max: 1e13 }),
      fc.integer({ min: 1e12, max: 1e12 + 3000 }),
      fc.constantFrom(-1, -1001, 0.5, -0.5, 8.64e15, 8.64e15 + 1000, NaN),
    ),
    user: text,
    port: fc.oneof(fc.nat(), fc.constant(NaN)),
    exact: fc.boolean(),
    host: fc.option(text, { nil: undefined }),
  },
  { requiredKeys: ['line', 'kind'] },
)

test('a line is what JSON.stringify makes of it, with its time in words and nothing that commands a terminal', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      for (const each of lines) {
        const { line: n, at, kind, ...rest } = each
        const iso = at === undefined || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString()
        const plain = JSON.stringify({ line: n, at: iso, kind, ...rest })
        const told = lineToJson(each as LogLine)
        assert.equal(JSON.stringify(JSON.parse(told)), plain)
        assert.doesNotMatch(told, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|\n./)
      }
    }),
  )
})

test('a letter that is not ASCII changes nothing else in its line', () => {
  const told = (user: string) => lineToJson({ line: 1, kind: 'failed', user, host: 'h' })
  assert.equal(told('é'), told('e').replace('"e"', '"é"'))
})
