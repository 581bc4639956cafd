import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { compileEngine, engineModule } from '../../src/logs/scan/build.ts'
import { Reader } from '../../src/logs/scan/reader.ts'
import { scan } from '../../src/logs/scan/scan.ts'
import type { LogSummary } from '../../src/sshd-log/types.ts'
import { FORMATS, type Format } from './formats.ts'
import { generate, mulberry, RELEASES } from './generate.ts'

const OPTIONS = { notAfter: Date.UTC(2027, 5, 1) }

const both = async (chunks: readonly Uint8Array[], what: string): Promise<void> => {
  const plain = await scan([chunks], { ...OPTIONS, engine: 'plain' })
  const fast = await scan([chunks], { ...OPTIONS, engine: 'wasm' })
  assert.deepEqual(fast, plain, what)
}

/** Read by two readers, the second's put behind the first's. */
function inTwo(before: string, behind: string): LogSummary {
  const [first, second] = [before, behind].map((half) => {
    const reader = new Reader({})
    reader.bytes(Buffer.from(half))
    reader.endOfSource()
    return reader
  })
  // As a worker hands it over.
  first!.append(structuredClone(second!.part()))
  return first!.summary(OPTIONS)
}

function text(seed: number, lines: number, format: Format): string {
  const all: string[] = []
  generate({ seed, lines, format, release: RELEASES[seed % RELEASES.length]! }, (line) => all.push(line))
  return `${all.join('\n')}\n`
}

test('the compiled engine is what its source compiles to', async () => {
  const committed = readFileSync(resolve(import.meta.dirname, '../../src/logs/scan/engine-wasm.ts'), 'utf8')
  assert.equal(engineModule(await compileEngine()), committed, 'node src/logs/scan/build.ts, and commit what it writes')
})

for (const format of Object.keys(FORMATS) as Format[]) {
  test(`both engines read the same in generated logs: ${format}`, async () => {
    for (let seed = 1; seed <= 10; seed++) await both([Buffer.from(text(seed, 1500, format))], `${format} ${seed}`)
  })
}

test('both engines read the same in mutated lines', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = mulberry(seed)
    const formats: Format[] = ['classic', 'rfc3339', 'pri', 'crlf']
    const lines = text(seed, 400, formats[seed % formats.length]!).split('\n')
    const bits = [
      ' ',
      ':',
      '[',
      ']',
      '\0',
      '\r',
      '\t',
      'é',
      ' from ',
      ' port ',
      ' ssh2',
      ' [preauth]',
      '::ffff:',
      'sshd',
      'error: ',
      '9',
      ': ',
    ]
    const mutated = lines.map((line) => {
      if (random() < 0.1) return line
      let changed = line
      for (let n = Math.floor(random() * 3); n >= 0; n--) {
        const at = Math.floor(random() * (changed.length + 1))
        const kind = random()
        if (kind < 0.3) changed = changed.slice(0, at) + changed.slice(at + 1 + Math.floor(random() * 3))
        else if (kind < 0.6)
          changed = changed.slice(0, at) + bits[Math.floor(random() * bits.length)]! + changed.slice(at)
        else if (kind < 0.7) changed = changed.slice(0, at)
        else if (kind < 0.8) changed = changed.slice(at)
        else if (kind < 0.85) changed = 'Jan  2 03:04:05 h last message repeated 3 times'
        else if (kind < 0.9) changed = changed.replace(/\w{3} {1,2}\d+/, 'Jan  3')
        else {
          const other = lines[Math.floor(random() * lines.length)]!
          changed = changed.slice(0, at) + other.slice(Math.floor(random() * other.length))
        }
      }
      return changed
    })
    const bytes = Buffer.from(mutated.join('\n'))
    for (let n = 0; n < 5; n++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    try {
      await both([bytes], `seed ${seed}`)
    } catch (error) {
      // Which line it is.
      for (const line of bytes.toString('latin1').split('\n'))
        await both([Buffer.from(line, 'latin1')], JSON.stringify(line))
      throw error
    }
  }
})

test('both engines read the same wherever a block ends', async () => {
  const bytes = Buffer.from(`${text(3, 12, 'classic')}\0\0\0${text(4, 6, 'rfc3339')}last line without end`)
  const whole = await scan([[bytes]], { ...OPTIONS, engine: 'plain' })
  for (let cut = 0; cut <= bytes.length; cut++)
    assert.deepEqual(await scan([[bytes.subarray(0, cut), bytes.subarray(cut)]], OPTIONS), whole, `cut at ${cut}`)
})

test('lines over 64 KB, NULs without end, no lines at all', async () => {
  const good = 'Nov  2 15:40:14 h sshd[5]: Failed password for root from 192.0.2.1 port 5 ssh2\n'
  await both([], 'nothing')
  await both([Buffer.from('\n\n')], 'empty lines')
  for (const size of [65_000, 70_000, 300_000, 3_000_000]) {
    await both([Buffer.from(`${good}${'x'.repeat(size)}\n${good}`)], `${size} x`)
    await both([Buffer.from(`${good}${'\0'.repeat(size)}${good}`)], `${size} NULs`)
    await both(
      [Buffer.from(good), Buffer.from('y'.repeat(size)), Buffer.from('y'.repeat(size)), Buffer.from(`\n${good}`)],
      `${size} y`,
    )
    await both([Buffer.from(`${good}${'z'.repeat(size)}`)], `${size} z, no end`)
  }
  const summary = await scan([[Buffer.from(`${good}${'\0'.repeat(300_000)}${good}`)]], OPTIONS)
  assert.equal(summary.failures.total, 2)
})

const CORPORA = resolve(import.meta.dirname, '../../../shared/corpora')
test(
  'both engines read the same in real logs',
  { skip: !existsSync(CORPORA) && `NOT RUN: no ${CORPORA}` },
  async () => {
    for (const entry of readdirSync(CORPORA, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) await both([readFileSync(join(entry.parentPath, entry.name))], entry.name)
    }
  },
)

test('both engines read times without a zone in the zone that is said', async () => {
  const failed = (time: string) => `${time} vm sshd[7]: Failed password for root from 192.0.2.7 port 5 ssh2\n`
  for (const time of ['2025-07-20 13:00:08', 'Jul 20 2025 13:00:08', 'Jul 20 13:00:08', '2025-07-20T13:00:08+02:00']) {
    const options = { ...OPTIONS, zone: 'America/New_York' }
    const [plain, fast] = await Promise.all(
      (['plain', 'wasm'] as const).map((engine) => scan([[Buffer.from(failed(time))]], { ...options, engine })),
    )
    assert.deepEqual(fast, plain, time)
    assert.match(plain!.failures.byAddress[0]!.first!, time.includes('+') ? /T11:00:08/ : /T17:00:08/)
  }
})

test('an attempt told by a name and by an address is one to both engines, in one half or in two', async () => {
  const told = ['client.example.net', 'dead.cafe', '192.0.2.7'].map((address, i) => [
    `Jul 20 13:00:08 vm sshd[7${i}]: error: PAM: Authentication failure for illegal user bob from ${address}\n`,
    `Jul 20 13:00:09 vm sshd[7${i}]: Failed keyboard-interactive/pam for invalid user bob from 192.0.2.7 port 5 ssh2\n`,
  ])
  const halves = [0, 1].map((i) => told.map((lines) => lines[i]!).join(''))
  await both([Buffer.from(halves.join(''))], 'names')
  const whole = await scan([[Buffer.from(halves.join(''))]], { ...OPTIONS, engine: 'plain' })
  assert.equal(whole.failures.total, 3)
  assert.equal(inTwo(halves[0]!, halves[1]!).failures.total, 3)
})

test('two halves of a log, read apart, are the whole', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const start = Date.UTC(2025, 11, 31, 22)
    const lines: string[] = []
    const format: Format = seed % 2 ? 'classic' : 'rfc3339'
    generate({ seed, lines: 800, format, start, pace: 20_000, addresses: 12, release: RELEASES[seed % 5]! }, (line) =>
      lines.push(line),
    )
    const whole = await scan([[Buffer.from(`${lines.join('\n')}\n`)]], { ...OPTIONS, engine: 'plain' })
    for (const cut of [0, 1, 57, 300, 555, lines.length]) {
      const [before, behind] = [lines.slice(0, cut), lines.slice(cut)].map((half) =>
        half.map((line) => `${line}\n`).join(''),
      )
      assert.deepEqual(inTwo(before!, behind!), whole, `seed ${seed}, cut at line ${cut}`)
    }
  }
})

test('files are read in the order given, as one log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-logs-'))
  try {
    const all = text(5, 600, 'classic').split('\n')
    writeFileSync(join(folder, 'a'), all.slice(0, 200).join('\n'))
    writeFileSync(join(folder, 'b'), all.slice(200).join('\n'))
    assert.deepEqual(
      await scan([join(folder, 'a'), join(folder, 'b')], OPTIONS),
      await scan([[Buffer.from(all.join('\n'))]], { ...OPTIONS, engine: 'plain' }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a line that a crash cut short, NULs, and the first line after it are one line of the second', async () => {
  const failed = (from: string, rest = '') =>
    `Nov 20 13:00:00 vm sshd[1]: Failed password for root from ${from} port 5 ssh2${rest}`
  for (const end of ['\n', '\r\n', '']) {
    const bytes = Buffer.from(`${failed('192.0.2.1').slice(0, -9)}\0\0\0${failed('192.0.2.2')}${end}`)
    await both([bytes], JSON.stringify(end))
    const { failures } = await scan([[bytes]], OPTIONS)
    assert.deepEqual(
      failures.byAddress.map(({ address }) => address),
      ['192.0.2.2'],
    )
  }
  const whole = await scan([[Buffer.from(`${failed('192.0.2.1')}\n\0\0\0${failed('192.0.2.2')}\n`)]], OPTIONS)
  assert.equal(whole.failures.total, 2)
})
