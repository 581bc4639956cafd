import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'

const BIN = resolve(import.meta.dirname, '../../bin/sshmedic.js')
const FOLDER = mkdtempSync(join(tmpdir(), 'sshmedic-growing-'))
after(() => rmSync(FOLDER, { recursive: true }))

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** As syslog has it: to the second, in UTC, without a year. */
function failed(at: Date, port: number): string {
  const day = String(at.getUTCDate()).padStart(2)
  const time = at.toISOString().slice(11, 19)
  return `${MONTHS[at.getUTCMonth()]} ${day} ${time} h sshd[9]: Failed password for root from 192.0.2.1 port ${port} ssh2\n`
}

/** Follows `path` as JSON until so many lines came; `act` is done once it runs. */
async function followed(path: string, lines: number, act: () => Promise<void> | void): Promise<Told[]> {
  const child = spawn(process.execPath, [BIN, 'logs', '--follow', path, '--ndjson', '--zone', 'UTC'])
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const closed = once(child, 'close')
  await new Promise((resolve) => setTimeout(resolve, 700))
  await act()
  for (let i = 0; i < 300 && out.split('\n').length <= lines; i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  child.kill('SIGINT')
  await closed
  assert.equal(out.split('\n').length - 1, lines, err)
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Told)
}

interface Told {
  at: string
  port: number
}

test('a file that appears later is followed from its beginning', async () => {
  const path = join(FOLDER, 'later.log')
  const told = await followed(path, 3, async () => {
    writeFileSync(path, failed(new Date(), 1))
    await new Promise((resolve) => setTimeout(resolve, 300))
    appendFileSync(path, failed(new Date(), 2) + failed(new Date(), 3))
  })
  assert.deepEqual(
    told.map(({ port }) => port),
    [1, 2, 3],
  )
})

test('the first line of an empty log is of this year', async () => {
  const path = join(FOLDER, 'empty.log')
  writeFileSync(path, '')
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)
  const [told] = await followed(path, 1, () => appendFileSync(path, failed(now, 1)))
  assert.equal(told!.at, now.toISOString())
})

test('half a line is told when it is whole', async () => {
  const path = join(FOLDER, 'half.log')
  writeFileSync(path, failed(new Date(), 1))
  const line = failed(new Date(), 23456)
  const told = await followed(path, 3, async () => {
    // The port alone would be another one.
    appendFileSync(path, line.slice(0, line.indexOf('456')))
    await new Promise((resolve) => setTimeout(resolve, 400))
    appendFileSync(path, line.slice(line.indexOf('456')) + failed(new Date(), 3))
  })
  assert.deepEqual(
    told.map(({ port }) => port),
    [1, 23456, 3],
  )
})

test('a stream that begins with other programs’ lines gets its years and its window all the same', async () => {
  const other = 'Jan  2 03:04:05 h cron[1]: nothing of sshd\n'.repeat(4000)
  const last = new Date(Date.now() - 3_600_000)
  const child = spawn(process.execPath, [BIN, 'logs', '-', '--json', '--since', '2h ago', '--zone', 'UTC'])
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stdin.write(other)
  setTimeout(() => child.stdin.end(failed(last, 7)), 500)
  await once(child, 'close')
  const { failures, time } = JSON.parse(out) as { failures: { total: number }; time: { year: number } }
  assert.equal(failures.total, 1)
  assert.equal(time.year, last.getUTCFullYear())
})

test('what is said while following knows how many an episode that is over dropped', async () => {
  const path = join(FOLDER, 'episode.log')
  const said = [
    'error: beginning MaxStartups throttling',
    'drop connection #12 from [192.0.2.7]:50111 on [198.51.100.1]:22 past MaxStartups',
    'exited MaxStartups throttling after 00:01:00, 237 connections dropped',
  ]
  writeFileSync(path, said.map((message) => `2025-11-08T17:00:00Z h sshd[7]: ${message}\n`).join(''))
  const child = spawn(process.execPath, [BIN, 'logs', '--follow', path])
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const closed = once(child, 'close')
  for (let i = 0; i < 300 && !out.includes('so far'); i++) await new Promise((resolve) => setTimeout(resolve, 50))
  child.kill('SIGINT')
  await closed
  assert.match(out, /at least 237 dropped so far/)
})
