import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { boundedRun } from './bounded-run.ts'

const node = (script: string, seconds: number, signal?: AbortSignal) =>
  boundedRun(process.execPath, ['-e', script], { seconds, signal })

test('what a program says and how it ends', async () => {
  const ran = await node('console.log("out"); console.error("err"); process.exitCode = 3', 20)
  assert.deepEqual(ran, { code: 3, stdout: 'out\n', stderr: 'err\n' })
  assert.equal((await node('process.kill(process.pid, "SIGTERM")', 20)).signal, 'SIGTERM')
})

test('a program that is not there, or no program', async () => {
  // EACCES where a folder of PATH may not be looked into.
  assert.match((await boundedRun('sshmedic-no-such-program', [], { seconds: 5 })).failed ?? '', /^(ENOENT|EACCES)$/)
  assert.ok((await boundedRun('/', [], { seconds: 5 })).failed)
})

test('a program that never ends is ended in time, and its children with it', async () => {
  const began = performance.now()
  const ran = await node(
    'const c = require("child_process").spawn("sleep", ["300"]); console.log(c.pid); setInterval(() => {}, 1e6)',
    1.5,
  )
  assert.equal(ran.ended, 'out-of-time')
  assert.ok(performance.now() - began < 5000)
  const child = Number(ran.stdout)
  assert.ok(child > 1)
  await new Promise((resolve) => setTimeout(resolve, 100))
  // Gone, or dead and waiting for an init that does not hurry.
  assert.match(spawnSync('ps', ['-o', 'stat=', '-p', String(child)], { encoding: 'utf8' }).stdout, /^(Z.*\n)?$/)
})

test('a child that keeps the output open does not hold us', async () => {
  const script =
    'const c = require("child_process").spawn("sleep", ["20"], { stdio: "inherit", detached: true });' +
    'c.unref(); console.log(c.pid)'
  const began = performance.now()
  const ran = await node(script, 15)
  process.kill(Number(ran.stdout), 'SIGKILL')
  assert.deepEqual([ran.code, ran.ended], [0, undefined])
  assert.ok(performance.now() - began < 10_000)
})

test('the caller may end it', async () => {
  assert.equal((await node('setInterval(() => {}, 1e6)', 20, AbortSignal.timeout(300))).ended, 'aborted')
  assert.equal((await node('', 20, AbortSignal.abort())).ended, 'aborted')
})

test('a flood is not kept', async () => {
  const ran = await node(
    'const b = "x".repeat(65536); let n = 0;' +
      'const w = () => { while (n++ < 800) if (!process.stdout.write(b)) return process.stdout.once("drain", w) }; w()',
    20,
  )
  assert.equal(ran.code, 0)
  assert.ok(ran.stdout.length <= 256 * 1024)
})
