import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shownLines } from '../../src/core/shown-command.ts'
import { findingsOf } from '../../src/knowledge/log-findings/findings.ts'
import type { Findings } from '../../src/knowledge/log-findings/types.ts'
import { makeSummariser } from '../../src/sshd-log/summary.ts'
import { logsPage } from '../../src/report/pages/logs.ts'
import { paintHtml } from '../../src/report/paint/html.ts'
import { paintMarkdown } from '../../src/report/paint/markdown.ts'
import { paintTerminal } from '../../src/report/paint/terminal.ts'

const START = Date.UTC(2025, 10, 8)
const at = (second: number) => new Date(START + second * 1000).toISOString()
const line = (second: number, message: string) => `${at(second)} h sshd[${77 + second}]: ${message}`
const failed = (second: number, address: string, user = 'root') =>
  line(second, `Failed password for ${user} from ${address} port ${1024 + (second % 60_000)} ssh2`)
const accepted = (second: number, address: string, user = 'alice') =>
  line(second, `Accepted password for ${user} from ${address} port ${1024 + (second % 60_000)} ssh2`)
const times = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i))
/** One listener drops somebody and says how many in all. */
const episode = (dropped: string) =>
  [
    'error: beginning MaxStartups throttling',
    `drop connection #12 from [${dropped}]:50111 on [198.51.100.1]:22 past MaxStartups`,
    'exited MaxStartups throttling after 00:00:30, 237 connections dropped',
  ].map((message, i) => `${at(i * 15)} h sshd[812]: ${message}`)

function conclude(...lines: string[]): Findings & { text: string; pages: string[] } {
  const summariser = makeSummariser()
  for (const each of lines) summariser.add(each)
  const summary = summariser.summary()
  const findings = findingsOf(summary)
  const page = logsPage({
    version: '0',
    input: { from: 'log', parts: [], unread: [], notes: [] },
    window: { since: null, until: null },
    summary,
    findings,
  })
  const text = paintTerminal(page, { columns: 100, colour: false, utf8: true })
  return { ...findings, text, pages: [text, paintMarkdown(page), paintHtml(page)] }
}

const OFFICE = '198.51.100.20'
const FLOODER = '203.0.113.9'

test('people who mistype now and then are no guessers, and innocent where they are dropped', () => {
  const office = [
    ...times(30, (i) => accepted(600 * i, OFFICE)),
    ...times(6, (i) => failed(600 * i * 3 + 60, OFFICE, 'alice')),
  ]
  const flood = times(300, (i) => failed(100 + i, FLOODER))
  const said = conclude(...episode(OFFICE), ...office, ...flood)
  assert.deepEqual(
    said.innocents.map(({ address, failures }) => [address, failures]),
    [[OFFICE, 6]],
  )
  assert.ok(said.patterns.every(({ addresses }) => !addresses.includes(OFFICE)))
  for (const page of said.pages) assert.match(page, /at least 1 dropped; otherwise 30 logins and 6 failures/)
})

test('whoever got in by guessing is not innocent, however often it logs in since', () => {
  const guesser = [...times(40, (i) => failed(i, FLOODER)), ...times(60, (i) => accepted(100 + i, FLOODER, 'root'))]
  const said = conclude(...episode(FLOODER), ...guesser)
  assert.equal(said.verdict, 'let-in')
  assert.deepEqual(said.innocents, [])
  assert.ok(said.patterns.some(({ kind, addresses }) => kind !== 'own-automation' && addresses.includes(FLOODER)))
})

test('only who guesses in earnest is to be shut out', () => {
  const few = times(40, (i) => failed(i * 60, `192.0.2.${100 + (i % 20)}`))
  const said = conclude(...few, ...times(400, (i) => failed(i, FLOODER)))
  const commands = said.advice.flatMap(({ steps }) => steps.flatMap(shownLines)).join('\n')
  assert.match(commands, /203\.0\.113\.9 /)
  assert.doesNotMatch(commands, /192\.0\.2/)
})

test('one’s own jobs are called so, and those that fail are named', () => {
  const said = conclude(
    ...times(50, (i) => accepted(i * 60, '192.0.2.10', 'ci')),
    ...times(50, (i) => failed(i * 60, '100.101.102.103', 'backup')),
    ...times(50, (i) => failed(i, FLOODER)),
  )
  const own = said.patterns.find(({ kind }) => kind === 'own-automation')
  assert.match(own!.says, /192\.0\.2\.10 logs in again and again; 100\.101\.102\.103 never gets in/)
  assert.doesNotMatch(said.advice.flatMap(({ steps }) => steps.flatMap(shownLines)).join('\n'), /100\.101/)
  assert.match(said.text, /100\.101\.102\.103 .*\n.*yours, by its looks/)
})

test('few failures before a login are a person’s unless many names were tried', () => {
  const one = conclude(...times(5, (i) => failed(i, OFFICE, 'alice')), accepted(9, OFFICE))
  assert.match(one.text, /a person who mistyped/)
  const many = conclude(...times(5, (i) => failed(i, OFFICE, `name${i}`)), accepted(9, OFFICE))
  assert.match(many.text, /few, but 5 names were tried/)
})
