import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { ProbeContext } from '../../core/probe.ts'
import type { SshConfigFact } from '../../core/types.ts'
import { askAgent } from '../keys/agent.ts'
import keyFiles, { identityFiles } from './key-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'keys-'))
after(() => rmSync(folder, { recursive: true }))
const skip = spawnSync('ssh-keygen', ['-?']).error ? 'there is no ssh-keygen' : false
const posix = process.platform === 'win32' ? 'modes are POSIX' : false
const at = (name: string) => join(folder, name)
const keygen = (name: string, ...args: string[]) =>
  assert.equal(spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-f', at(name), ...args]).status, 0)

const target = (ssh: string[] = []) => ({ destination: 'me@web', host: 'web', port: 22, ssh })
const ask = async (ssh: string[], config: Partial<SshConfigFact> = {}) => {
  const fact = {
    at: '',
    seen: 'client',
    via: 'local',
    value: { ok: true, identityAgent: 'none', identityFiles: [], ...config },
  }
  return keyFiles.run({ target: target(ssh), facts: { 'ssh-config': fact } } as unknown as ProbeContext)
}

test('every state a key file can be in', { skip: skip || posix }, async () => {
  keygen('good', '-N', '')
  keygen('locked', '-N', 'secret')
  keygen('open', '-N', '')
  chmodSync(at('open'), 0o644)
  keygen('group', '-N', '')
  chmodSync(at('group'), 0o640)
  mkdirSync(at('folder'))
  writeFileSync(at('putty.ppk'), 'PuTTY-User-Key-File-3: ssh-ed25519\n')
  spawnSync('mkfifo', [at('pipe')])
  const names = ['good', 'locked', 'open', 'group', 'folder', 'putty.ppk', 'good.pub', 'gone', 'good/below', 'pipe']
  const { files, agent } = await ask([], { identityFiles: names.map(at) })
  assert.deepEqual(
    files.map(({ state, mode }) => [state, mode]),
    [
      ['present', '0600'],
      ['passphrase', '0600'],
      ['too-open', '0644'],
      ['too-open', '0640'],
      ['unreadable', '0755'],
      ['not-a-key', '0644'],
      ['not-a-key', '0644'],
      ['missing', undefined],
      ['missing', undefined],
      ['present', '0644'],
    ],
  )
  assert.equal(agent, 'none')
})

test(
  'an unreadable file',
  { skip: skip || posix || (process.getuid?.() === 0 ? 'root reads everything' : false) },
  async () => {
    writeFileSync(at('closed'), '')
    chmodSync(at('closed'), 0)
    assert.equal((await ask([], { identityFiles: [at('closed')] })).files[0]?.state, 'unreadable')
  },
)

test(
  'a file that belongs to somebody else is not judged by its mode',
  { skip: skip || posix || (process.getuid?.() === 0 ? false : 'only root gives files away') },
  async () => {
    keygen('theirs', '-N', '')
    spawnSync('chown', ['65534', at('theirs')])
    chmodSync(at('theirs'), 0o644)
    assert.equal((await ask([], { identityFiles: [at('theirs')] })).files[0]?.state, 'present')
  },
)

test('what -i names and ssh -G forgets is looked for, each file once', () => {
  const home = userInfo().homedir
  const config = { ok: true, host: 'web.example', identityFiles: ['/a', '%d/%h.pem', 'none', '%C'] }
  assert.deepEqual(identityFiles(target(['-4i', '~/gone.pem', '-o', 'IdentityFile=/b', '-i/a']), config), [
    { path: home + '/gone.pem', named: true },
    { path: '/b', named: true },
    { path: '/a', named: true },
    { path: home + '/web.example.pem', named: true },
  ])
})

test("ssh's own guesses are told from files somebody named", () => {
  const guesses = ['rsa', 'ecdsa', 'ecdsa_sk', 'ed25519', 'ed25519_sk', 'xmss'].map((n) => `~/.ssh/id_${n}`)
  const named = (identity: string[]) =>
    identityFiles(target(), { ok: true, identityFiles: identity }).map((f) => f.named)
  assert.deepEqual(
    named(guesses),
    guesses.map(() => false),
  )
  assert.deepEqual(named(['~/.ssh/id_rsa']), [true])
  assert.deepEqual(
    named([...guesses, '/k/web.pem']),
    [...guesses, 0].map(() => true),
  )
})

const withSsh = spawnSync('ssh', ['-V']).error ? 'there is no ssh' : false
test('the real ssh -G shows its guesses as guesses', { skip: withSsh }, () => {
  const listed = spawnSync('ssh', ['-F', 'none', '-G', 'web'], { encoding: 'utf8' }).stdout
  const identity = [...listed.matchAll(/^identityfile (.*)$/gm)].map((match) => match[1]!)
  assert.ok(identity.length >= 4)
  assert.ok(identityFiles(target(), { ok: true, identityFiles: identity }).every(({ named }) => !named))
})

test('a real agent: empty, with keys, gone', { skip: skip || posix }, async () => {
  const socket = at('agent')
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' })
  try {
    for (let i = 0; !existsSync(socket) && i < 100; i++) await new Promise((resolve) => setTimeout(resolve, 20))
    assert.deepEqual(await askAgent(socket), { agent: 'empty', agentKeys: 0 })
    for (const name of ['one', 'two']) {
      keygen(name, '-N', '')
      spawnSync('ssh-add', ['-q', at(name)], { env: { ...process.env, SSH_AUTH_SOCK: socket } })
    }
    assert.deepEqual(await askAgent(socket), { agent: 'keys', agentKeys: 2 })
    process.env['SSHMEDIC_TEST_AGENT'] = socket
    assert.deepEqual(await askAgent('$SSHMEDIC_TEST_AGENT'), { agent: 'keys', agentKeys: 2 })
    delete process.env['SSHMEDIC_TEST_AGENT']
    assert.deepEqual(await askAgent('$SSHMEDIC_TEST_AGENT'), { agent: 'none' })
  } finally {
    agent.kill()
  }
  assert.deepEqual(await askAgent(at('no-socket')), { agent: 'unreachable' })
  assert.deepEqual(await askAgent('none'), { agent: 'none' })
})

test('an agent that hangs, that talks nonsense, that hangs up', { skip: posix }, async () => {
  const open = new Set<Socket>()
  const answers: Record<string, (socket: Socket) => void> = {
    silent: () => {},
    nonsense: (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n'),
    closing: (socket) => socket.end(),
  }
  for (const [name, answer] of Object.entries(answers)) {
    const server = createServer((socket) => {
      open.add(socket.unref())
      answer(socket.on('error', () => {}))
    })
    server.unref()
    await new Promise<void>((resolve) => server.listen(at(name), resolve))
    assert.deepEqual(await askAgent(at(name)), { agent: 'unreachable' }, name)
    for (const socket of open) socket.destroy()
    server.close()
  }
})
