import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { sample } from '../../../test/report/arbitraries.ts'
import { toDocument } from '../document.ts'
import type { Document } from '../document.ts'
import { SAMPLES, hostStarved, maxstartups, reachable } from '../../../test/report/fixtures.ts'
import type { Sample } from '../../../test/report/fixtures.ts'
import { paintTerminal } from '../paint/terminal.ts'
import { diagnosisPage } from './diagnosis.ts'
import { width } from '../width.ts'

const SGR = /\x1b\[(?:0|1|2|32|33|1;31)m/g
const documentOf = ({ case_, diagnosis }: Sample) => toDocument(case_, diagnosis)
const toTerminal = (document: Document, screen: { columns: number; colour: boolean }) =>
  paintTerminal(diagnosisPage(document), { ...screen, utf8: true })
const plain = (document: Document, columns = 80) => toTerminal(document, { columns, colour: false })

test('the starved host at 80 columns', () => {
  assert.equal(
    plain(documentOf(hostStarved)),
    `ubuntu@203.0.113.7:22                                      7 connections · 6.2 s

You cannot get in: it stops where the server should greet (banner).

  name     ✓ ok           203.0.113.7
  tcp      ✓ ok    41 ms  open
  banner   ✗ FAIL         nothing for 5.0 s (3 of 3 tries)
  kex      · not reached
  login    · not reached
  session  · not reached

   86 %  The host is starved: its kernel answers, its programs do not
                                                                    host-starved
         + the port opens but nothing speaks                                 ×14
         + a second port (443) opens and is silent too                        ×6
         - connecting is as quick as to a healthy host                      ×1.7
    9 %  sshd itself hangs                                             sshd-hung
         + the port opens but nothing speaks                                 ×14
         - a second port (443) opens and is silent too                      ×8.6
    3 %  A tarpit holds the port                                          tarpit
    1 %  Its disk stands still                                        io-stalled
   <1 %  1 other

  Ruled out    Every place for a login in progress is taken (MaxStartups) — a
                 full sshd turns you away at once, with a line of text
               No program listens on the port — the port opens

  To be surer  Look at the instance from its cloud, or from within (--via)
               (tells apart: host-starved, sshd-hung)

  Next         Look at memory, disk and console of the instance from its cloud;
               stop and start it only as a last step

    aws ec2 get-console-output --latest --output text --instance-id i-0123456789abcdef0 --region eu-central-1
`,
  )
})

test('the full sshd at 40 columns', () => {
  assert.equal(
    plain(documentOf(maxstartups), 40),
    `web1 = deploy@[2001:db8::7]:2222
                   5 connections · 3.4 s

You get in, but not reliably: it falters
where the server should greet (banner).

  name     ✓ ok     2 ms
    2001:db8::7
  tcp      ✓ ok    41 ms
    open
  banner   ! warn  58 ms
    turned away 3 times of 4: “Exceeded
    MaxStartups”
  kex      ✓ ok    44 ms
    curve25519-sha256
  login    · not asked
  session  · not asked

   97 %  Every place for a login in
         progress is taken (MaxStartups)
                   maxstartups-saturated
         + sshd says so itself:     ×294
           “Exceeded MaxStartups”
         + 3 of 4 tries were        ×4.3
           turned away (at least
           30 %)
         + the log drops            ×2.8
           connections from 31
           addresses
         Behind it: strangers guess
         passwords (brute-force) — 240
         failed logins from 29 addresses
         in the log
    2 %  sshd punishes our address for
         earlier failures
                      per-source-penalty

  Ruled out
    The host is starved — one try in
      four answers within 0.1 s

  Notes
    The log was pasted, not read on
      the server.

  Next
    Try again until one gets through,
    then raise the limit and let
    fail2ban turn the guessers away

    for i in 1 2 3 4 5 6; do ssh -p 2222 web1 && break; sleep 5; done
`,
  )
})

test('a reachable host says so and asks for nothing', () => {
  const text = plain(documentOf(reachable))
  assert.match(text, /^You can get in: every step works\.$/m)
  assert.doesNotMatch(text, /Next|%/)
})

test('colour adds colour and nothing else', () => {
  for (const document of Object.values(SAMPLES).map(documentOf)) {
    const coloured = toTerminal(document, { columns: 80, colour: true })
    assert.match(coloured, SGR)
    assert.equal(coloured.replace(SGR, ''), plain(document))
  }
})

test('what peers say is never coloured', () => {
  const said = 'WORDS-OF-A-PEER'
  const { case_, diagnosis } = hostStarved
  const road = diagnosis.road.map((step) => ({ ...step, says: said }))
  const target = { ...case_.target, destination: said, host: said }
  const coloured = toTerminal(toDocument({ ...case_, target }, { ...diagnosis, road, notes: [said] }), {
    columns: 80,
    colour: true,
  })
  const unstyled = coloured.replace(/\x1b\[[1-9][0-9;]*m.*?\x1b\[0m/g, '')
  assert.equal(unstyled.split(said).length, coloured.split(said).length)
})

test('nothing reaches the terminal but text, newlines and our own colours', () => {
  fc.assert(
    fc.property(sample, fc.nat(130), fc.boolean(), (one, columns, colour) => {
      // Not by way of toDocument: the renderer alone must hold.
      const document = {
        ...documentOf(one),
        causes: one.diagnosis.causes,
        next: one.diagnosis.next,
        notes: one.diagnosis.notes,
      }
      const text = toTerminal(document, { columns, colour })
        .replace(colour ? SGR : /$^/, '')
        .replaceAll('\n', '')
      assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
    }),
  )
})

test('no line but a command is wider than the terminal', () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 28, max: 130 }), (one, columns) => {
      const { next, surer, ...rest } = documentOf(one)
      const bare = (advice: typeof next) => advice && { ...advice, command: undefined }
      for (const line of plain({ ...rest, next: bare(next), surer: bare(surer) }, columns).split('\n')) {
        assert.ok(width(line) <= Math.min(columns, 100), line)
      }
    }),
  )
})

test('a command stays whole, on a line of its own, however long', () => {
  const command = `ssh ${'-o Option=value '.repeat(100)}example.com`
  const { case_, diagnosis } = hostStarved
  const lines = plain(toDocument(case_, { ...diagnosis, next: { kind: 'do', says: 'x', command } }), 40).split('\n')
  assert.ok(lines.includes(`    ${command}`))
})

test('a width nobody knows is 80', () => {
  const document = documentOf(hostStarved)
  assert.equal(plain(document, Number.NaN), plain(document, 80))
})
