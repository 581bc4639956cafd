// explain --lines: whatever text is brought, each of its lines stands beside what it means.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { assertEnded, assertInert, assertSentence } from './expect.ts'
import type { ExplainedLine } from '../../src/report/lines/explained-line.ts'
import { Home, PROGRAM } from './program.ts'
import type { Ended } from './program.ts'

const home = new Home()
const schema = new URL('../../schema/explained-line.schema.json', import.meta.url)
const isExplained = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
)

const REFUSED = 'Nov  8 17:02:11 web1 sshd[700]: Invalid user bob from 203.0.113.9 port 4242'
const TEXT = [
  'debug1: Reading configuration data /etc/ssh/ssh_config',
  '',
  'the weather is fine today',
  REFUSED,
  'alice@203.0.113.7: Permission denied (publickey).',
].join('\n')

const file = (name: string, bytes: string | Uint8Array): string => {
  const path = join(home.folder, name)
  writeFileSync(path, bytes)
  return path
}

function explained({ stdout }: Ended): ExplainedLine[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((json) => {
      const value: unknown = JSON.parse(json)
      assert.ok(isExplained(value), JSON.stringify(isExplained.errors))
      return value as ExplainedLine
    })
}

describe('explain --lines', { concurrency: 4 }, () => {
  test('--json has an object for each line that is not blank, by its number', async () => {
    const ran = await home.run(['explain', '--lines', '--json'], { stdin: TEXT })
    assertEnded(ran, 0)
    assertInert(ran.stdoutBytes, 'stdout')
    const lines = explained(ran)
    assert.deepEqual(
      lines.map(({ line, known }) => [line, known]),
      [
        [1, true],
        [3, false],
        [4, true],
        [5, true],
      ],
    )
    assert.deepEqual([lines[0]!.by, lines[0]!.level], ['ssh', 'debug'])
    assert.equal(lines[2]!.by, 'sshd')
    assert.deepEqual(lines[2]!.names, ['user-unknown'])
    assert.deepEqual(lines[1], {
      line: 3,
      by: null,
      id: null,
      level: null,
      step: null,
      says: null,
      names: [],
      known: false,
    })
  })

  test('read through what tickets, terminals and screenshots do to lines', async () => {
    const stdin = [
      '```',
      '> \x1b[31mDec 10 10:00:01 web1 sshd[1]: Invalid user bob from 203.0.113.9 port 4242\x1b[0m',
      '```',
      '{"msg": "Invalid user bob from 203.0.113.9 port 4242\\nthe weather is fine"}',
      'Dec 10 10:00:01 web1 sshd[1]: Invalid us',
      'er bob from 203.0.113.9 port 4242',
      '$ ssh -v web1',
      '>3 environment variables received, ignoring additional',
    ].join('\r\n')
    const ran = await home.run(['explain', '--lines', '--json'], { stdin })
    assertEnded(ran, 0)
    assert.deepEqual(
      explained(ran).map(({ line, id }) => [line, id === null ? null : 'known']),
      [
        [1, null],
        [2, 'known'],
        [3, null],
        [4, 'known'],
        [4, null],
        [5, 'known'],
        [6, 'known'],
        [7, null],
        [8, 'known'],
      ],
    )
  })

  test('two lines that nobody prints are not put together into one that somebody might', async () => {
    const stdin =
      'Failed password for alice at 192.0.2.4 port 4022 ssh2\nFailed password of alice from 192.0.2.4 port 4022 ssh2\n'
    const ran = await home.run(['explain', '--lines', '--json'], { stdin })
    assertEnded(ran, 3)
    assert.deepEqual(
      explained(ran).map(({ line, known }) => [line, known]),
      [
        [1, false],
        [2, false],
      ],
    )
  })

  test('every line of a real ssh -vvv is known, and shows how far it came', async () => {
    const capture = join(import.meta.dirname, 'ssh-vvv.txt')
    const lines = explained(await home.run(['explain', '--lines', '--json', capture]))
    assert.deepEqual(
      lines.filter(({ known }) => !known),
      [],
    )
    assert.ok(lines.every(({ by }) => by === 'ssh' || by === null))
    const ran = await home.run(['explain', '--lines', capture])
    for (const step of [/path +✓ ok/, /banner +✓ ok/, /host +✓ ok/, /kex +✓ ok/, /auth +✗ FAIL/])
      assert.match(ran.stdout, step)
  })

  test('a file, standard input and words give the same', async () => {
    const path = file('one.log', `${REFUSED}\r\n`)
    const runs = await Promise.all([
      home.run(['explain', '--lines', '--json', path]),
      home.run(['explain', '--json', '--lines'], { stdin: `${REFUSED}\n` }),
      home.run(['explain', '--lines', '--json', '-'], { stdin: REFUSED }),
      home.run(['explain', ...REFUSED.split(' '), '--json', '--lines']),
    ])
    for (const ran of runs) {
      assertEnded(ran, 0)
      assert.equal(ran.stdout, runs[0]!.stdout)
    }
  })

  test('for people: the line, what it means, and what all of them come to', async () => {
    for (const format of [[], ['--markdown'], ['--html']]) {
      const ran = await home.run(['explain', '--lines', ...format], { stdin: TEXT })
      assertEnded(ran, 0)
      assertInert(ran.stdoutBytes, 'stdout')
      for (const words of [/Invalid user bob/, /the weather is fine/, /4 lines, 3 of them known/])
        assert.match(ran.stdout, words, format[0] ?? 'terminal')
      assert.match(ran.stdout, /Named/)
    }
  })

  test('a secret in a line is hidden, and counted', async () => {
    const ran = await home.run(['explain', '--lines'], { stdin: `${REFUSED}\nmysql --password=hunter2hunter2\n` })
    assertEnded(ran, 0)
    assert.doesNotMatch(ran.stdout, /hunter2/)
    assert.match(ran.stdout, /1 secret in these lines is hidden/)
  })

  test('a stranger’s words stay words in every form', async () => {
    const stdin = `\x1b]0;owned\x07\u202e<script>alert(1)</script>|\`x\`\n${REFUSED}\n`
    for (const format of ['--json', '--markdown', '--html', '--no-color']) {
      const ran = await home.run(['explain', '--lines', format], { stdin })
      assertEnded(ran, 0)
      assertInert(ran.stdoutBytes, format)
      if (format === '--html') assert.doesNotMatch(ran.stdout, /<script>alert/)
    }
  })
})

describe('what cannot be explained is said', { concurrency: 4 }, () => {
  const cases: [string, () => string[], RegExp][] = [
    ['a file that is not there', () => ['/nonexistent/ssh.log'], /ssh\.log cannot be read: there is no such file/],
    ['one word that names no file', () => ['ssh.log'], /there is no such file/],
    ['two files', () => [file('one', REFUSED), file('two', REFUSED)], /one file at a time/],
    ['a folder', () => [home.folder], /it is a folder/],
    ['an empty file', () => [file('empty', '')], /there is no line to read/],
    ['blank lines', () => [file('blank', ' \n\t\r\n\n')], /there is no line to read/],
    ['a program', () => [process.execPath], /it is a program, not text/],
    ['nothing that is known', () => ['the', 'weather', 'is', 'fine'], /not one of these lines is known/],
  ]
  for (const [name, operands, says] of cases)
    for (const format of ['--json', '--no-color'])
      test(`${name}, ${format}`, async () => {
        const ran = await home.run(['explain', '--lines', format, ...operands()])
        assertEnded(ran, 3)
        assertSentence(ran, says)
      })

  test('standard input that is empty or closed', async () => {
    assertSentence(await home.run(['explain', '--lines'], { stdin: '' }), /there is no line to read/)
    const closed = await home.run(['explain', '--lines'], {
      argv: ['sh', '-c', 'exec "$@" <&-', 'sh', process.execPath, PROGRAM],
    })
    assertEnded(closed, 2, 3)
    assertSentence(closed, /explain what|no line/)
  })
})

describe('texts of any size', { concurrency: 2 }, () => {
  const LINES = 400_000
  const long = `${'the weather is fine today\n'.repeat(LINES)}${REFUSED}\n`

  test('--json tells every line within bounded memory', async () => {
    const ran = await home.run(['explain', '--lines', '--json'], { stdin: long })
    assertEnded(ran, 0)
    const told = ran.stdout.trimEnd().split('\n')
    assert.equal(told.length, LINES + 1)
    assert.equal((JSON.parse(told.at(-1)!) as ExplainedLine).line, LINES + 1)
    assert.ok(ran.peakMiB! < 200, `${ran.peakMiB} MiB`)
  })

  test('a page has both ends of it', async () => {
    const ran = await home.run(['explain', '--lines'], { stdin: long })
    assertEnded(ran, 0)
    assert.match(ran.stdout, /Here 390,001 lines are left out/)
    assert.match(ran.stdout, /Invalid user bob/)
    assert.ok(ran.peakMiB! < 256, `${ran.peakMiB} MiB`)
  })

  test('a line of 50 MB is read through', async () => {
    const ran = await home.run(['explain', '--lines', '--json'], { stdin: `${'x'.repeat(50e6)}\n${REFUSED}\n` })
    assertEnded(ran, 0)
    assert.deepEqual(
      explained(ran).map(({ line, known }) => [line, known]),
      [
        [1, false],
        [2, true],
      ],
    )
    assert.ok(ran.peakMiB! < 200, `${ran.peakMiB} MiB`)
  })

  test('| head ends it without a word', async () => {
    const argv = ['bash', '-c', '"$@" | head -1; exit "${PIPESTATUS[0]}"', 'bash', process.execPath, PROGRAM]
    const ran = await home.run(['explain', '--lines', '--json'], { argv, stdin: `${REFUSED}\n${long}` })
    assertEnded(ran, 0)
    assert.equal(ran.stderr, '')
    assert.equal(explained(ran).length, 1)
  })

  test('^C while it waits for more', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'explain', '--lines', '--json'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    child.stdin.write(`${REFUSED}\n`)
    // What has come is told before the rest has.
    const [told] = (await once(child.stdout, 'data')) as [Buffer]
    assert.equal((JSON.parse(String(told)) as ExplainedLine).known, true)
    child.kill('SIGINT')
    assert.deepEqual(await once(child, 'exit'), [130, null])
  })
})
