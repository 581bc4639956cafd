import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import type { ConnectionRequest } from '../core/connection-ledger.ts'
import { connectionFile } from './connection-file.ts'

const NOW = 1_800_000_000
const request = (over: Partial<ConnectionRequest> = {}): ConnectionRequest => ({
  target: '203.0.113.7 22',
  kind: 'extra',
  count: 3,
  most: 5,
  ...over,
})

const before = process.env.XDG_CACHE_HOME
let home = ''
let now = NOW
const ledger = connectionFile(() => now)
const folder = () => join(home, 'sshmedic')
const file = () => join(folder(), `connections-${NOW / 600}.jsonl`)

beforeEach(() => {
  now = NOW
  home = mkdtempSync(join(tmpdir(), 'sshmedic-test-'))
  process.env.XDG_CACHE_HOME = home
})
afterEach(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = before
  rmSync(home, { recursive: true, force: true })
})

describe('the ledger in a file', () => {
  test('remembers from run to run, and forgets', async () => {
    assert.equal(await ledger.request(request()), 'granted')
    assert.equal(await connectionFile(() => now).request(request()), 'refused')
    now += 1
    assert.equal(await ledger.request(request()), 'granted')
  })

  test('remembers over the end of a file, and keeps no old one', async () => {
    now = NOW + 599.5
    assert.equal(await ledger.request(request()), 'granted')
    now = NOW + 600
    assert.equal(await ledger.request(request()), 'refused')
    assert.equal(readdirSync(folder()).length, 2)
    now = NOW + 6000
    await ledger.request(request())
    assert.equal(readdirSync(folder()).length, 1)
  })

  test('takes a target under a name of JavaScript as a target like others', async () => {
    for (const target of ['toString', 'constructor', '__proto__']) {
      assert.equal(await ledger.request(request({ target })), 'granted', target)
      assert.equal(await ledger.request(request({ target })), 'refused', target)
    }
  })

  test('is for its owner only', async () => {
    await ledger.request(request())
    assert.equal(statSync(file()).mode & 0o777, 0o600)
    assert.equal(statSync(dirname(file())).mode & 0o777, 0o700)
  })

  for (const [what, text] of [
    ['is cut off', '{"target":"203.0.113.7 22","ki'],
    ['is of another kind', '[1,2,3]\nnull\n7\n"x"\n'],
    ['has wrong types', '{"target":"203.0.113.7 22","kind":"extra","count":"5","most":5,"at":1800000000}\n'],
    ['has numbers that are none', '{"target":"203.0.113.7 22","kind":"extra","count":-5,"most":5,"at":1800000000}\n'],
    ['is no text', '\u0000\ufffd\n'],
  ] as const)
    test(`that ${what} grants no more and no less`, async () => {
      mkdirSync(folder())
      writeFileSync(file(), text)
      assert.equal(await ledger.request(request()), 'granted')
      assert.equal(await ledger.request(request()), 'refused')
    })

  test('that cannot be kept says so', async () => {
    process.env.XDG_CACHE_HOME = join(home, 'a-file')
    writeFileSync(join(home, 'a-file'), '')
    assert.equal(await ledger.request(request()), 'not-kept')
    process.env.XDG_CACHE_HOME = home
    mkdirSync(file(), { recursive: true })
    assert.equal(await ledger.request(request()), 'not-kept')
  })
})

describe('two processes at once', () => {
  test('never spend the same allowance: of many that ask at the same moment exactly as many as there is are granted', async () => {
    const start = join(home, 'start')
    const script = `
      import { existsSync } from 'node:fs'
      import { connectionFile } from ${JSON.stringify(new URL('./connection-file.ts', import.meta.url).href)}
      const ledger = connectionFile(() => Date.now() / 1000)
      process.stdout.write('ready\\n')
      while (!existsSync(${JSON.stringify(start)})) {}
      let granted = 0
      for (let i = 0; i < 20; i++)
        if ((await ledger.request({ target: 'x 22', kind: 'question', count: 1, most: 25 })) === 'granted') granted++
      console.log(granted)`
    const processes = Array.from({ length: 4 }, () => run(script))
    await Promise.all(processes.map(({ ready }) => ready))
    writeFileSync(start, '')
    const granted = await Promise.all(processes.map(({ result }) => result))
    assert.equal(
      granted.reduce((a, b) => a + b, 0),
      25,
      granted.join(' + '),
    )
    assert.ok(existsSync(folder()))
  })
})

function run(script: string): { ready: Promise<void>; result: Promise<number> } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.startsWith('ready')) resolve()
    }),
  )
  const result = new Promise<number>((resolve) => child.on('close', () => resolve(Number(out.split('\n')[1]))))
  return { ready, result }
}
