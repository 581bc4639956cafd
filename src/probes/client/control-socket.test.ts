import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { ProbeContext } from '../../core/probe.ts'
import { platform } from '../platform.ts'
import controlSocket from './control-socket.ts'

const folder = mkdtempSync(join(tmpdir(), 'mux-'))
after(() => rmSync(folder, { recursive: true }))
const skip =
  process.platform === 'win32' ? 'no control sockets' : spawnSync('ssh', ['-V']).error ? 'there is no ssh' : false

const ask = (controlPath: string, patience = 1) =>
  controlSocket.run({
    target: { destination: 'me@web', host: 'web', port: 22, ssh: [] },
    facts: { 'ssh-config': { at: '', seen: 'client', via: 'local', value: { ok: true, controlPath } } },
    signal: new AbortController().signal,
    patience,
  } as unknown as ProbeContext)

async function listen(path: string, answer: (socket: Socket) => void): Promise<() => void> {
  const open: Socket[] = []
  const server: Server = createServer((socket) => {
    open.push(socket.unref())
    socket.on('error', () => {})
    answer(socket)
  })
  // A failed assertion must not leave it behind as the reason why the test file never ends.
  server.unref()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return () => {
    for (const socket of open) socket.destroy()
    server.close()
  }
}

const packet = (...words: number[]): Buffer => {
  const body = Buffer.alloc(words.length * 4)
  words.forEach((word, i) => body.writeUInt32BE(word, i * 4))
  return Buffer.concat([Buffer.from([0, 0, 0, body.length]), body])
}

test('no socket there', { skip }, async () => {
  assert.deepEqual(await ask(join(folder, 'none')), {
    path: join(folder, 'none'),
    room: platform.socketNameRoom,
    exists: false,
  })
})

test('a master that answers (PROTOCOL.mux), with a % in its path', { skip }, async () => {
  const path = join(folder, 'a%h live')
  const close = await listen(path, (socket) => {
    socket.write(packet(1, 4))
    socket.on('data', (data: Buffer) => {
      // MUX_C_ALIVE_CHECK, which may have come together with the client's hello.
      const at = data.indexOf(Buffer.from([0x10, 0, 0, 4]))
      if (at >= 0) socket.write(packet(0x80000005, data.readUInt32BE(at + 4), 4711))
    })
  })
  const fact = await ask(path)
  close()
  // It answers for itself and opens no session: what rides it would hang.
  assert.deepEqual(fact, {
    path,
    room: platform.socketNameRoom,
    exists: true,
    check: 'alive',
    session: 'hangs',
    says: 'Master running (pid=4711)',
  })
})

test('a socket nobody listens on any more, and a link into nowhere', { skip }, async () => {
  const path = join(folder, 'stale')
  const script = 'require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))'
  spawnSync(process.execPath, ['-e', script, path])
  assert.ok(existsSync(path))
  const fact = await ask(path)
  assert.equal(fact.check, 'refused')
  assert.match(fact.says ?? '', /Connection refused$/)
  assert.ok(existsSync(path), 'looking removes nothing')
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))
  assert.deepEqual((await ask(join(folder, 'link'))).exists, true)
})

test('a master that says nothing, and one that talks nonsense', { skip }, async () => {
  const silent = await listen(join(folder, 'silent'), () => {})
  const began = performance.now()
  assert.equal((await ask(join(folder, 'silent'), 0.4)).check, 'hangs')
  assert.ok(performance.now() - began < 3000)
  silent()
  const nonsense = await listen(join(folder, 'nonsense'), (socket) => socket.end('\0\0\0\x04\0\0\0\x09'))
  assert.equal((await ask(join(folder, 'nonsense'))).check, 'other')
  nonsense()
})
