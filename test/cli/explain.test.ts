// explain: whatever somebody pastes ends in causes or in a sentence.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { evidenceIn } from '../../src/cli/verbs/explain/evidence.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { nasty } from '../report/arbitraries.ts'
import { assertEnded, assertInert, assertSentence, documentOf } from './expect.ts'
import { Home, PROGRAM } from './program.ts'

const home = new Home()
/** Real lines of real releases, where this checkout stands beside them. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpora/openssh/lines.txt')

describe('explain', { concurrency: 4 }, () => {
  test('words and stdin give the same', async () => {
    const text = 'kex_exchange_identification: read: Connection reset by peer'
    const words = await home.run(['explain', ...text.split(' ')])
    const piped = await home.run(['explain'], { stdin: text + '\r\n' })
    assertEnded(words, 1)
    assertEnded(piped, 1)
    assert.equal(words.stdout, piped.stdout)
  })

  test('in every format', async () => {
    for (const format of ['--json', '--markdown', '--html']) {
      const ran = await home.run(['explain', format, 'ssh: connect to host x port 22: Connection refused'])
      assertEnded(ran, 1)
      assertInert(ran.stdoutBytes, format)
      assert.match(ran.stdout, /nothing-listens/)
      if (format === '--json') documentOf(ran)
    }
  })

  test('nothing, and nothing that is known', async () => {
    for (const stdin of ['', ' \n\t\r\n', '\uFEFF']) {
      const ran = await home.run(['explain'], { stdin })
      assertEnded(ran, 2)
      assertSentence(ran, /explain what/)
    }
    for (const stdin of ['the weather is fine', '\x1b[31m\u202e\0', Buffer.from([0xff, 0xfe, 0xe2, 0x82])]) {
      const ran = await home.run(['explain'], { stdin })
      assertEnded(ran, 3)
      assert.match(ran.stdout, /Not one of these lines is known/)
    }
  })

  test('a folder as stdin is a sentence', async () => {
    const ran = await home.run(['explain'], { argv: ['sh', '-c', 'exec "$@" < /', 'sh', process.execPath, PROGRAM] })
    assertEnded(ran, 2)
    assertSentence(ran, /stdin cannot be read: it is a folder|explain what/)
  })

  test('what PowerShell wrote is read, and a program is no text', async () => {
    const text = 'ssh: connect to host x port 22: Connection refused\r\n'
    const windows = await home.run(['explain'], { stdin: Buffer.from(`\uFEFF${text}`, 'utf16le') })
    assertEnded(windows, 1)
    assert.equal(windows.stdout, (await home.run(['explain'], { stdin: text })).stdout)
    const ran = await home.run(['explain'], { stdin: readFileSync(process.execPath).subarray(0, 1 << 20) })
    assertEnded(ran, 3)
    assertSentence(ran, /standard input cannot be read: it is a program, not text/)
  })

  test('20 MB of junk, and what ssh said at its very end', async () => {
    const junk = ['A'.repeat(20_000_000), 'x\n'.repeat(10_000_000), `${'\x1b]0;x\x07'.repeat(50)}\n`.repeat(80_000)]
    for (const stdin of junk) {
      const ran = await home.run(['explain'], { stdin })
      assertEnded(ran, 3)
      assert.ok(ran.peakMiB! < 256, `${ran.peakMiB} MiB`)
      const more = await home.run(['explain', '--json'], {
        stdin: `${stdin}\nConnection timed out during banner exchange\n`,
      })
      assertEnded(more, 1)
      assertInert(more.stdoutBytes, 'stdout')
      assert.ok(documentOf(more).causes.length > 0)
    }
  })

  test('a peer’s words in a pasted text stay words', async () => {
    const evil = '\x1b]0;owned\x07\u202e<script>alert(1)</script>|`x`'
    const text = [
      `debug1: kex_exchange_identification: banner line 0: ${evil}`,
      `kex_exchange_identification: ${evil}`,
      'Connection closed by 192.0.2.1 port 22',
    ]
    for (const format of ['--color', '--json', '--markdown', '--html']) {
      const ran = await home.run(['explain', format], { stdin: text.join('\n') })
      assertEnded(ran, 1, 3)
      if (format !== '--color') assertInert(ran.stdoutBytes, format)
      assert.doesNotMatch(ran.stdout, /\x1b\]|\x07|\u202e/)
      if (format === '--html') assert.doesNotMatch(ran.stdout, /<script>alert/)
    }
  })
})

test('a git host that greets by name lets one in, and gives no shell', () => {
  const greeting = "Hi octocat! You've successfully authenticated, but GitHub does not provide shell access."
  const { verdict, causes } = diagnose(evidenceIn(greeting, '2026-01-01T00:00:00Z').facts)
  assert.deepEqual([verdict, causes], ['reachable', []])
})

test('a shell that prints something is no fault of the login: the text says the step, and what it means', () => {
  for (const text of ['protocol version mismatch -- is your shell clean?', 'Received message too long 1416196713']) {
    const { answer, causes } = diagnose(evidenceIn(text, '2026-01-01T00:00:00Z').facts)
    assert.deepEqual([answer?.kind, causes], ['step-only', []])
    assert.match(answer!.says, /The login shell prints something/)
  }
})

test('whatever is pasted, the judgement is a judgement', () => {
  const line = fc.oneof(
    nasty,
    fc.constantFrom(
      'Connection timed out during banner exchange',
      'debug1: SSH2_MSG_KEXINIT sent',
      'Permission denied (publickey).',
      'drop connection #12 from [192.0.2.9]:4 on [192.0.2.1]:22 past MaxStartups',
      'kex_exchange_identification: ',
      'ssh: connect to host  port : ',
      'Unable to negotiate with  port : no matching  found. Their offer: ',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { facts } = evidenceIn(lines.join('\n'), '2026-01-01T00:00:00Z')
      const diagnosis = diagnose(facts)
      const sum = diagnosis.causes.reduce((total, cause) => total + cause.probability, 0)
      assert.ok(diagnosis.answer ? sum === 0 : sum > 0.5 && sum < 1.0001, `${sum}`)
    }),
    { numRuns: 300 },
  )
})

describe('what real clients printed', { skip: !existsSync(CORPUS) && `no corpus at ${CORPUS}` }, () => {
  const lines = existsSync(CORPUS) ? readFileSync(CORPUS, 'utf8').split('\n') : []
  const said = lines.flatMap((line) => {
    const m = /^\[([^\]]+)\] cli \((.*?)\) ([^()]*(?:\([a-z,-]+\)\.)?)$/.exec(line)
    return m ? [{ case_: `${m[1]} ${m[2]}`, text: m[3]! }] : []
  })
  const grouped = Map.groupBy(said, ({ case_ }) => case_)
  /** They say nothing of a fault: a notice of the day, the second half of a message. */
  const MUTE = /^System is going down|^Disconnected from /

  test('is all read', () => assert.ok(said.length >= 90, `${said.length}`))

  test('every line alone and all lines of one case give causes', () => {
    const texts = [
      ...said.map(({ text }) => text),
      ...[...grouped.values()].map((one) => one.map(({ text }) => text).join('\n')),
    ]
    const mute = texts.filter((text) => {
      const { facts } = evidenceIn(text, '2026-01-01T00:00:00Z')
      const { causes, verdict } = diagnose(facts)
      return Object.keys(facts).length === 0 || causes.length === 0 || verdict === 'reachable'
    })
    assert.deepEqual(
      [...new Set(mute)].filter((text) => !MUTE.test(text)),
      [],
    )
  })
})
