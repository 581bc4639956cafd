import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { assertInert } from './expect.ts'
import { accepted, command, EPISODE, failed, file, folder, isLine, json, run } from './logs-program.ts'
import type { Document } from './logs-program.ts'

describe('sshmedic logs: what it concludes', () => {
  it('finds nothing in a quiet log and says so with 0', async () => {
    const quiet = file(
      'quiet.log',
      accepted(0, 1, 'deploy', '192.0.2.10') +
        failed(5, 2, 'anna', '192.0.2.11') +
        accepted(9, 2, 'anna', '192.0.2.11'),
    )
    const document = await json([quiet])
    assert.equal(document.verdict, 'quiet')
    assert.equal(document.code, 0)
  })

  it('tells first what sshd itself failed at, and ends with 1', async () => {
    const says = (second: number, message: string) =>
      accepted(second, 1, 'deploy', '192.0.2.10').replace(/(sshd[^ ]*: ).*/, `$1${message}`)
    const log =
      says(0, 'error: Bind to port 22 on 0.0.0.0 failed: Address already in use.') +
      says(1, 'fatal: Access denied for user alice by PAM account configuration [preauth]') +
      says(
        2,
        'Unable to negotiate with 203.0.113.9 port 4: no matching cipher found. Their offer: 3des-cbc [preauth]',
      ) +
      says(3, 'error: words that no sshd has ever printed')
    const document = await json([file('failing.log', log)])
    assert.deepEqual([document.verdict, document.code], ['failing', 1])
    const shown = String((await run([file('failing.log', log)])).stdout).replaceAll(/\s+/g, ' ')
    assert.match(shown, /sshd itself fails .*Address already in use/)
    assert.ok(shown.indexOf('What failed') < shown.indexOf('failed logins'), shown)
    for (const words of [/for alice/, /offer 3des-cbc/, /not understood here/]) assert.match(shown, words)
  })

  it('counts drops by the line that ends the episode, exactly, and finds the innocent', async () => {
    const document = await json([file('throttled.log', EPISODE + accepted(1000, 7, 'deploy', '192.0.2.10'))])
    assert.deepEqual([document.drops.total, document.drops.exact, document.code], [237, true, 1])
    assert.equal(document.verdict, 'turning-away')
    assert.deepEqual(
      document.findings.innocents.map(({ address }) => address),
      ['192.0.2.10'],
    )
    assert.ok(document.findings.advice.every(({ id }) => id !== 'raise-max-startups'))
  })

  it('tells a dictionary, a spray and somebody let in after guessing', async () => {
    let log = ''
    for (let i = 0; i < 60; i++) log += failed(i * 5, 100 + i, 'root', '203.0.113.7')
    for (let i = 0; i < 60; i++) log += failed(i * 5, 300 + i, `invalid user name${i}`, '203.0.113.8')
    log += accepted(400, 999, 'root', '203.0.113.7')
    const { findings, verdict, code } = await json([file('guessed.log', log)])
    assert.equal(verdict, 'let-in')
    assert.equal(code, 1)
    const kinds = findings.patterns.map(({ kind }) => kind)
    assert.ok(kinds.includes('dictionary') && kinds.includes('spray'), kinds.join())
    assert.equal(findings.advice[0]?.id, 'check-logins')
    assert.ok(findings.advice.some(({ id }) => id === 'block-sources'))
  })

  it('recommends raising MaxStartups only where the own connections fill it, and never with guessing', async () => {
    let own = ''
    for (let i = 0; i < 400; i++) own += accepted(Math.floor(i / 2) + 600, 100 + i, 'ci', '192.0.2.10')
    const document = await json([file('own.log', EPISODE + own)])
    assert.ok(document.findings.advice.some(({ id }) => id === 'raise-max-startups'))
    let guessing = ''
    for (let i = 0; i < 400; i++) guessing += failed(Math.floor(i / 2) + 600, 600 + i, 'root', '203.0.113.9')
    const attacked = await json([file('attacked.log', EPISODE + own + guessing)])
    assert.ok(attacked.findings.advice.every(({ id }) => id !== 'raise-max-startups'))
  })
})

describe('sshmedic logs: what it reads', () => {
  const parts = [0, 1, 2, 3].map((part) => {
    let log = ''
    for (let i = 0; i < 50; i++) log += failed(part * 600 + i, 100 * part + i, 'root', '203.0.113.7')
    return log
  })
  it('puts rotated files in order, whatever they are compressed with and called', async () => {
    const there = join(folder, 'rotated')
    mkdirSync(there)
    writeFileSync(join(there, 'auth.log.3.gz'), gzipSync(parts[0]!))
    writeFileSync(join(there, 'auth.log.2.gz'), zstdCompressSync(parts[1]!))
    writeFileSync(join(there, 'auth.log.1'), execFileSync('xz', ['-c'], { input: parts[2]! }))
    writeFileSync(join(there, 'auth.log'), parts[3]!)
    writeFileSync(join(there, 'dpkg.log'), 'nothing of sshd\n')
    const document = await json([there])
    assert.deepEqual(
      document.input.parts.map(({ name }) => name.slice(there.length + 1)),
      ['auth.log.3.gz', 'auth.log.2.gz', 'auth.log.1', 'auth.log'],
    )
    assert.deepEqual([document.lines, document.failures.total], [200, 200])
    assert.deepEqual([document.first, document.last], ['2025-11-08T16:00:00.000Z', '2025-11-08T16:30:49.000Z'])
    const shuffled = await json([2, 0, 3, 1].map((i) => document.input.parts[i]!.name))
    assert.deepEqual(shuffled.input.parts, document.input.parts)
  })

  it('puts dated files in order, and reads one file once', async () => {
    const there = join(folder, 'dated')
    mkdirSync(there)
    for (const [i, name] of ['secure-20251101', 'secure-20251108.gz', 'secure'].entries())
      writeFileSync(join(there, name), name.endsWith('gz') ? gzipSync(parts[i]!) : parts[i]!)
    const document = await json([there, join(there, 'secure')])
    assert.deepEqual(
      document.input.parts.map(({ name }) => name.slice(there.length + 1)),
      ['secure-20251101', 'secure-20251108.gz', 'secure'],
    )
    assert.equal(document.lines, 150)
  })

  it('reads standard input, compressed or not', async () => {
    assert.equal((await json(['-'], parts[0])).failures.total, 50)
    assert.equal((await json(['-'], gzipSync(parts[0]!))).failures.total, 50)
  })

  it('gives what a cut-off gzip still holds and says that it is cut off', async () => {
    let log = ''
    for (let i = 0; i < 3000; i++)
      log += failed(i, i, `invalid user u${(i * 7919) % 3001}`, `203.0.113.${(i * 31) % 250}`)
    const whole = gzipSync(log)
    const cut = file('cut.gz', whole.subarray(0, Math.floor(whole.length / 2)))
    const { code, stdout, stderr } = await run([cut, '--json'])
    const document = JSON.parse(stdout.toString()) as Document
    assert.equal(code, 1)
    assert.deepEqual(
      document.input.unread.map(({ partly }) => partly),
      [true],
    )
    const got = execFileSync('sh', ['-c', 'gzip -dc "$1" 2>/dev/null | wc -l', 'sh', cut]).toString().trim()
    assert.ok(Math.abs(document.lines - Number(got)) <= 1, `${document.lines} of ${got}`)
    assert.match(stderr, /in part only/)
  })

  it('judges by time, in the zone it says', async () => {
    const log = file('window.log', parts.join(''))
    const document = await json([log, '--since', '2025-11-08 16:10', '--until', '2025-11-08T16:20:00Z'])
    assert.equal(document.failures.total, 50)
    const berlin = await json([
      log,
      '--zone',
      'Europe/Berlin',
      '--since',
      '2025-11-08 17:10',
      '--until',
      '2025-11-08 17:20',
    ])
    assert.equal(berlin.failures.total, 50)
  })

  it('gives years to a log without them over New Year', async () => {
    const line = (date: string, port: number) =>
      `${date} h sshd[5]: Failed password for root from 203.0.113.7 port ${port} ssh2\n`
    const log = file('newyear.log', line('Dec 31 23:59:59', 1) + line('Jan  1 00:00:01', 2))
    const document = await json([log, '--year', '2024'])
    assert.deepEqual([document.first, document.last], ['2024-12-31T23:59:59.000Z', '2025-01-01T00:00:01.000Z'])
    const { stdout } = await run([log, '--ndjson', '--year', '2024'])
    const lines = stdout
      .toString()
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as { at: string })
    assert.deepEqual(
      lines.map(({ at }) => at.slice(0, 4)),
      ['2024', '2025'],
    )
  })
})

describe('sshmedic logs: what cannot be read', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['a missing file', ['missing.log'], 3, /missing\.log cannot be read: there is no such file/],
    ['a path that is no file', ['./nowhere'], 3, /no such file/],
    ['a folder without logs', ['hollow'], 3, /the folder has no log/],
    ['a program', [process.execPath], 3, /it is not text/],
    ['two formats', ['--json', '--html'], 2, /cannot both/],
    ['a time that is none', ['--since', 'soon', 'hollow'], 2, /--since takes a time/],
    ['an unknown option', ['--frobnicate'], 2, /frobnicate/],
    ['a host and a file', ['a@b', './x'], 2, /one host at a time/],
  ]
  mkdirSync(join(folder, 'hollow'))
  for (const [what, args, code, tells] of cases)
    it(what, async () => {
      const ran = await run(args)
      assert.equal(ran.code, code, ran.stderr)
      assert.match(ran.stderr, tells)
    })

  it('reads the rest, and says what it did not', async () => {
    const document = await json(['missing.log', file('rest.log', accepted(0, 1, 'deploy', '192.0.2.10'))])
    assert.deepEqual([document.lines, document.code, document.input.unread.length], [1, 3, 1])
  })

  it('says that it may not', { skip: process.getuid?.() !== 0 && 'needs root to be somebody else' }, async () => {
    const secret = file('secret.log', EPISODE)
    chmodSync(secret, 0o600)
    chmodSync(folder, 0o755)
    const child = spawn(process.execPath, [command, secret], { uid: 65534, gid: 65534, env: { ...process.env } })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number]
    assert.equal(code, 3, stderr)
    assert.match(stderr, /you may not/)
  })

  it('of an empty file nothing was read, and that is no good news', async () => {
    assert.deepEqual(
      [(await json([file('empty.log', '')])).code, (await json([file('empty.log', '')])).verdict],
      [3, 'nothing-read'],
    )
  })
})

describe('sshmedic logs: strangers’ text', () => {
  const hostile = [
    'x]: Failed password for root from 9.9.9.9 port 1 ssh2',
    '\x1b]0;owned\x07\x1b[2J',
    '<script>alert(1)</script>',
    '`id` | $(id) | **bold** @somebody https://evil.example',
    'a\u202eb\u0000c',
    '"; rm -rf /; "',
  ]
  let log = ''
  for (const [i, name] of hostile.entries())
    for (let j = 0; j < 12; j++) log += failed(i * 20 + j, i * 50 + j, `invalid user ${name}`, '203.0.113.7')
  log += failed(900, 998, 'root', 'evil\x1b[31m.example')
  const path = file('hostile.log', log)
  for (const format of ['--color', '--no-color', '--json', '--ndjson', '--markdown', '--html'])
    it(`${format} commands no terminal and makes no source`, async () => {
      const { stdout, code } = await run([path, format])
      assert.equal(code, 1)
      const text = stdout.toString()
      // Our own colours apart.
      assertInert(Buffer.from(text.replace(/\x1b\[[\d;]*m/g, '')), format)
      assert.ok(!text.includes('\x1b[31m'), 'a stranger’s colour')
      assert.ok(
        !text.includes('<script>') || format.includes('json') || format.includes('color'),
        'a stranger’s markup',
      )
      if (format !== '--ndjson') assert.doesNotMatch(text, /"address": ?"9\.9\.9\.9"/)
    })

  it('every line of --ndjson fits its schema', async () => {
    const real = readFileSync(path, 'utf8') + EPISODE
    const { stdout } = await run(['-', '--ndjson'], { stdin: real })
    const lines = stdout.toString().trimEnd().split('\n')
    assert.equal(lines.length, real.trimEnd().split('\n').length)
    for (const line of lines) assert.ok(isLine(JSON.parse(line)), `${line} ${JSON.stringify(isLine.errors?.[0])}`)
  })

  it('writes into a pipe what was meant, whatever the locale', async () => {
    const { stdout } = await run([path], { env: { LANG: 'C', LC_ALL: 'C' } })
    assert.deepEqual(stdout, (await run([path])).stdout)
  })
})
