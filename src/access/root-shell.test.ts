import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { BecomeRoot } from './become-root.ts'
import { RootShell } from './root-shell.ts'

const shell = () => new RootShell(spawn('sh', [], { stdio: 'pipe' }))

/** A real shell that takes itself for root's: an `id` of ours says so. */
const folder = mkdtempSync(join(tmpdir(), 'sshmedic-id-'))
writeFileSync(join(folder, 'id'), '#!/bin/sh\necho 0\n', { mode: 0o755 })
after(() => rmSync(folder, { recursive: true }))
const pretended = () => spawn('sh', [], { stdio: 'pipe', env: { PATH: `${folder}:${process.env.PATH}` } })

test('one shell runs one command after the other, each with its own streams and exit code', async () => {
  const one = shell()
  await one.isRoot
  for (const code of [0, 3, 126, 255]) {
    const ran = await one.run(['sh', '-c', 'echo out; echo err >&2; exit "$1"', 'sh', String(code)], {})
    assert.deepEqual([ran?.code, ran?.stdout, ran?.stderr], [code, 'out\n', 'err\n'])
  }
  assert.equal((await one.run(['printf', 'no line end'], {}))?.stdout, 'no line end')
  assert.equal((await one.run(['cat'], {}))?.stdout, '', 'its input is not the next command')
  one.close()
})

test('a clock that runs out keeps what was said, and ends the shell', async () => {
  const one = shell()
  await one.isRoot
  const ran = await one.run(['sh', '-c', 'echo begun; sleep 30'], { timeoutMs: 300 })
  assert.deepEqual([ran?.timedOut, ran?.code, ran?.stdout], [true, null, 'begun\n'])
})

test('a shell that ends by itself has told nothing', async () => {
  const one = new RootShell(spawn('true', [], { stdio: 'pipe' }))
  assert.equal(await one.isRoot, false)
  assert.equal(await one.run(['true'], {}), undefined)
})

test('whoever wants root waits for a sudo that thinks, and is told where it refuses', async () => {
  const slow = new BecomeRoot(() => spawn('sh', ['-c', 'sleep 0.4; exit 1'], { stdio: 'pipe' }))
  const began = performance.now()
  assert.equal(await slow.exec(['id'], {}), undefined)
  assert.ok(performance.now() - began > 300)
  assert.equal((await slow.settled).root, false)
})

test('commands of root’s run in shells that stay, and after room was made in none', async () => {
  let started = 0
  const root = new BecomeRoot(() => {
    started++
    return pretended()
  })
  assert.equal((await root.settled).root, true)
  const all = await Promise.all(Array.from({ length: 9 }, (_, i) => root.exec(['echo', String(i)], {})))
  assert.deepEqual(
    all.map((ran) => ran?.stdout),
    Array.from({ length: 9 }, (_, i) => `${i}\n`),
  )
  assert.ok(started <= 2, `${started} shells`)
  assert.equal(root.makeRoom(), true)
  assert.equal(await root.exec(['true'], {}), undefined)
  assert.equal(root.makeRoom(), false)
})

test('where a second shell is refused, all wait for the first, and sudo is not asked again and again', async () => {
  let started = 0
  const one = new BecomeRoot(() => (started++ === 0 ? pretended() : spawn('false', [], { stdio: 'pipe' })))
  assert.equal((await one.settled).root, true)
  const asked = Array.from({ length: 6 }, (_, i) => one.exec(['sh', '-c', `sleep 0.1; echo ${i}`], {}))
  assert.deepEqual(
    (await Promise.all(asked)).map((ran) => ran?.stdout),
    ['0\n', '1\n', '2\n', '3\n', '4\n', '5\n'],
  )
  assert.equal(started, 2)
  one.close()
})
