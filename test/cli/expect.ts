import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Document } from '../../src/report/document.ts'
import type { Ended } from './program.ts'

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8')) as object
const ajv = new Ajv2020({ strict: true, allErrors: true })
const isDiagnosis = ajv.compile(schema('diagnosis'))
const isCase = ajv.compile(schema('case'))

/** What a terminal may act upon or hide: nothing of it may come out, the line end apart. */
const COMMANDING = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u

/** Nothing in it commands a terminal, and it is UTF-8. */
export function assertInert(bytes: Uint8Array, what: string): void {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const at = text.search(COMMANDING)
  assert.ok(
    at < 0,
    `${what} carries a raw control character: ${JSON.stringify(text.slice(Math.max(0, at - 60), at + 20))}`,
  )
}

/** It ended by itself, with one of these codes, and what it said is not a trace of our own code. */
export function assertEnded(ran: Ended, ...codes: number[]): void {
  const told = `\nstdout: ${ran.stdout.slice(0, 2000)}\nstderr: ${ran.stderr.slice(0, 3000)}`
  assert.equal(ran.hung, false, `it hung${told}`)
  assert.equal(ran.signal, null, `it was ended by ${ran.signal}${told}`)
  assert.ok(codes.includes(ran.code ?? -1), `exit code ${ran.code}, expected ${codes.join(' or ')}${told}`)
  assert.deepEqual(ran.left, [], 'nothing it started is left')
  assertNoTrace(ran)
}

/** Neither a stack trace nor a warning of Node's is anything for a user. */
export function assertNoTrace(ran: Ended): void {
  for (const text of [ran.stderr, ran.stdout]) {
    assert.doesNotMatch(text, /\n\s+at .*(?:node:|\.[jt]s:\d+)|fault of sshmedic's own|Warning: |Error: .*\n\s+at /)
  }
}

/** A sentence for the user: one line on stderr that begins with our name and does not end in an error code alone. */
export function assertSentence(ran: Ended, pattern: RegExp): void {
  assertNoTrace(ran)
  assertInert(Buffer.from(ran.stderr), 'stderr')
  assert.match(ran.stderr, /^sshmedic: \S.*[.:\w)']\n/, ran.stderr)
  assert.match(ran.stderr, pattern)
}

/** The printed JSON, after the published schema has been asked. */
export function documentOf(ran: Ended): Document {
  const document = parse(ran.stdout)
  assert.ok(isDiagnosis(document), ajv.errorsText(isDiagnosis.errors))
  return document as Document
}

/** A saved file as JSON, after the published schema has been asked. */
export function savedCase(file: string): unknown {
  const value = parse(readFileSync(file, 'utf8'))
  assert.ok(isCase(value), ajv.errorsText(isCase.errors))
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return assert.fail(`this is no JSON (${String(error)}): ${text.slice(0, 500)}`)
  }
}
