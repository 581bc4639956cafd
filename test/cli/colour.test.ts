// Colour and the live line are for terminals: everybody else gets text.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { assertEnded, assertInert } from './expect.ts'
import { floods, silent, withPeer } from './peers.ts'
import { closedPort, Home, PROGRAM } from './program.ts'

const home = new Home()
const port = await closedPort()
const line = (...own: string[]) => [...own, ...home.ssh(port), 'alice@127.0.0.1']
const ESC = '\x1b'

describe('without a terminal', { concurrency: 4 }, () => {
  for (const [name, args, env] of [
    ['a pipe', [], {}],
    ['a pipe with NO_COLOR', [], { NO_COLOR: '1' }],
    ['a pipe with --no-color', ['--no-color'], {}],
    ['a pipe of a colourful terminal', [], { TERM: 'xterm-256color', COLORTERM: 'truecolor' }],
    ['NO_COLOR and FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }],
  ] as const) {
    test(`${name} gets no escape`, async () => {
      const ran = await home.run(line(...args), { env })
      assertEnded(ran, 1)
      assertInert(ran.stdoutBytes, 'stdout')
      assert.equal(ran.stderr, '')
    })
  }

  test('--color insists, and what it adds is colour alone', async () => {
    const [plain, coloured] = await Promise.all([home.run(line()), home.run(line('--color'))])
    assert.ok(coloured.stdout.includes(`${ESC}[`))
    const bare = coloured.stdout.replace(/\x1b\[[\d;]*m/g, '')
    assertInert(Buffer.from(bare), 'behind the colours')
    const words = (text: string) =>
      text
        .replace(/[\d.]+ (?:ms|s)\b| {2,}/g, ' ')
        .split('\n')
        .slice(2, 6)
    assert.deepEqual(words(bare), words(plain.stdout))
  })

  for (const columns of [40, 28, 80, 200]) {
    test(`COLUMNS=${columns} is kept to, commands apart`, async () => {
      const ran = await home.run(line(), { env: { COLUMNS: String(columns) } })
      assertEnded(ran, 1)
      const wide = ran.stdout.split('\n').filter((one) => [...one].length > Math.min(100, columns))
      // Only what is to be copied is ever wider.
      assert.ok(
        wide.every((one) => /^ {4}\S/.test(one)),
        wide.join('\n'),
      )
      assert.match(ran.stdout.replace(/\s+/g, ' '), /No program listens on the port/)
    })
  }

  for (const columns of ['0', '-5', 'x', '1e9', '']) {
    test(`COLUMNS=${columns} means nothing`, async () => {
      const ran = await home.run(line(), { env: { COLUMNS: columns } })
      assertEnded(ran, 1)
      assert.ok(ran.stdout.split('\n').every((one) => [...one].length <= 120))
    })
  }
})

const SCRIPT = ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path))

/** Runs it on a terminal of its own; typed text goes in once `when` was seen. */
function onTerminal(
  args: readonly string[],
  options: { env?: Record<string, string>; redirect?: string; type?: [when: RegExp, text: string] } = {},
): Promise<{ code: number | null; shown: string }> {
  const quoted = [process.execPath, PROGRAM, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
  const env = home.env({ TERM: 'xterm', LC_ALL: 'C.UTF-8', ...options.env })
  return new Promise((resolve, reject) => {
    const child = spawn(SCRIPT!, ['-qec', `stty cols 80; exec ${quoted} ${options.redirect ?? ''}`, '/dev/null'], {
      env,
    })
    let shown = ''
    let typed = false
    const clock = setTimeout(() => child.kill('SIGKILL'), 120_000)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text
      if (typed || !options.type?.[0].test(shown)) return
      typed = true
      child.stdin.write(options.type[1])
    })
    child.stdin.on('error', () => undefined)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(clock)
      resolve({ code, shown })
    })
  })
}

/** What the live line may use: carriage return, erase line, and the colours of the result. */
const OURS = /\x1b\[2K|\x1b\[[\d;]*m|\r/g

describe('on a terminal', { skip: !SCRIPT && 'needs script of util-linux', concurrency: 3 }, () => {
  test('the result is coloured and the live line is gone at the end', async () => {
    const { code, shown } = await onTerminal(line())
    assert.equal(code, 1, shown)
    assert.match(shown, /\x1b\[2K\d+\.\d s {2}\S/, 'the live line was there')
    assert.match(shown, /\r\x1b\[2K(?!\d+\.\d s)/, 'and was erased')
    assert.match(shown, /\x1b\[[\d;]+m/, 'colour')
    assertInert(Buffer.from(shown.replace(OURS, '')), 'the terminal')
  })

  for (const [name, args, env] of [
    ['--no-color', ['--no-color'], {}],
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['TERM=dumb', [], { TERM: 'dumb' }],
  ] as const) {
    test(`${name} means no colour`, async () => {
      const { code, shown } = await onTerminal(line(...args), { env })
      assert.equal(code, 1)
      assert.doesNotMatch(shown.replaceAll('\x1b[2K', ''), /\x1b/)
      if (name === 'TERM=dumb') assert.doesNotMatch(shown, /\x1b/)
    })
  }

  test('a terminal of another encoding gets ASCII, and a file from there what was meant', async () => {
    const latin = { LC_ALL: 'de_DE.ISO-8859-1' }
    const { code, shown } = await onTerminal(line('--no-color'), { env: latin })
    assert.equal(code, 1)
    assert.match(shown, /tcp +x FAIL/)
    assert.match(shown, /^[\0-\x7f]*$/)
    assert.match((await home.run(line(), { env: latin })).stdout, /tcp +✗ FAIL/)
  })

  for (const [verb, args, mark] of [
    ['explain', ['explain', 'kex_exchange_identification: Connection closed by remote host'], /You cannot get in/],
    ['config', ['config', join(home.folder, 'sshd_config')], /Read as OpenSSH/],
    ['startups', ['startups', '--rate', '0.5/s'], /drops/],
    ['logs', ['logs', join(home.folder, 'auth.log')], /203\.0\.113\.9/],
  ] as const) {
    test(`${verb} keeps the same rules of colour and encoding as every verb`, async () => {
      writeFileSync(join(home.folder, 'sshd_config'), 'MaxStartups 3\n')
      const failed = 'Nov  8 17:20:01 web sshd[1]: Failed password for root from 203.0.113.9 port 4 ssh2\n'
      writeFileSync(join(home.folder, 'auth.log'), failed)
      const coloured = await onTerminal(args)
      assert.match(coloured.shown, mark)
      assert.match(coloured.shown, /\x1b\[[\d;]+m/)
      for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }] as Record<string, string>[]) {
        assert.doesNotMatch((await onTerminal(args, { env })).shown.replaceAll('\r\x1b[2K', ''), /\x1b/)
      }
      assert.match((await onTerminal([...args, '--color'], { env: { NO_COLOR: '1' } })).shown, /\x1b\[[\d;]+m/)
      assert.doesNotMatch((await onTerminal([...args, '--no-color'])).shown.replaceAll('\r\x1b[2K', ''), /\x1b/)
      const latin = await onTerminal([...args, '--no-color'], { env: { LC_ALL: 'de_DE.ISO-8859-1' } })
      assert.match(latin.shown.replaceAll('\x1b[2K', ''), /^[\r\n\x20-\x7e]*$/)
    })
  }

  test('a live line on a terminal, the result in a file, and the other way round', async () => {
    const toFile = await onTerminal(line('--json'), { redirect: '>/dev/null' })
    assert.match(toFile.shown, /\x1b\[2K/)
    const quiet = await onTerminal(line(), { redirect: '2>/dev/null' })
    assert.doesNotMatch(quiet.shown, /\x1b\[2K/)
    assert.match(quiet.shown, /nothing-listens/)
  })

  test('nothing of a flooding peer’s reaches the terminal by the live line', () =>
    withPeer(floods('\x1b]0;owned\x07\x1b[31m\u202e\r\n'), async (peer) => {
      const { shown } = await onTerminal([...home.ssh(peer.port), 'alice@127.0.0.1'])
      assertInert(Buffer.from(shown.replace(OURS, '')), 'the terminal')
    }))

  test('^C typed at the terminal ends it with what was seen and 130', () =>
    withPeer(silent, async (peer) => {
      const { code, shown } = await onTerminal([...home.ssh(peer.port), 'alice@127.0.0.1'], {
        type: [/ssh: connected/, '\x03'],
      })
      assert.equal(code, 130, shown)
      assert.match(shown.replace(OURS, ''), /tcp +✓ ok/)
    }))
})
