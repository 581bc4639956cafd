import assert from 'node:assert/strict'
import { once } from 'node:events'
import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { accepted, EPISODE, failed, file, start } from './logs-program.ts'

describe('sshmedic logs --follow', () => {
  it('loses nothing and repeats nothing over a rename and a copy-and-truncate', async () => {
    const path = file('grow.log', '')
    let n = 0
    const write = (lines: number, to = path) => {
      for (let i = 0; i < lines; i++) appendFileSync(to, failed(n, ++n, 'root', `203.0.113.${n % 3}`))
    }
    write(40)
    const child = start(['--follow', path, '--ndjson'])
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const seen = () => out.split('\n').length - 1
    const until = async (lines: number) => {
      for (let i = 0; i < 400 && seen() < lines; i++) await new Promise((resolve) => setTimeout(resolve, 50))
      assert.ok(seen() >= lines, `${seen()} of ${lines} lines came`)
    }
    await until(40)
    write(25)
    renameSync(path, `${path}.1`)
    write(3, `${path}.1`)
    writeFileSync(path, '')
    write(30)
    write(2, `${path}.1`)
    await until(100)
    write(7)
    copyFileSync(path, `${path}.2`)
    truncateSync(path, 0)
    write(60)
    await until(167)
    appendFileSync(path, 'half of a l')
    child.kill('SIGINT')
    const [code] = (await once(child, 'close')) as [number]
    assert.equal(code, 1)
    const ports = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { port: number }).port)
    assert.deepEqual(
      [...ports].sort((a, b) => a - b),
      Array.from({ length: n }, (_, i) => 1001 + i),
    )
  })

  it('tells in words what happens, and ends with the summary', async () => {
    const path = file('words.log', failed(0, 1, 'root', '203.0.113.7'))
    const child = start(['--follow', path])
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const said = async (what: RegExp) => {
      for (let i = 0; i < 400 && !what.test(out); i++) await new Promise((resolve) => setTimeout(resolve, 50))
      assert.match(out, what)
    }
    await said(/Following/)
    appendFileSync(path, EPISODE)
    for (let i = 0; i < 25; i++) appendFileSync(path, failed(960 + i, 10 + i, 'root', '203.0.113.7'))
    appendFileSync(path, accepted(1000, 99, 'root', '203.0.113.7'))
    await said(/root was let in from 203\.0\.113\.7 after 26 failed/)
    child.kill('SIGINT')
    await once(child, 'close')
    assert.match(out, /begins to turn people away/)
    assert.match(out, /237 connections had been dropped/)
    assert.match(out, /a flood from 203\.0\.113\.7/)
    assert.match(out, /26 {2}failed logins/)
  })
})
