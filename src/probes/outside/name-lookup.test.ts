import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { Unanswered } from '../../core/probe.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { SshConfigFact } from '../../core/types.ts'
import nameLookup from './name-lookup.ts'

const ask = (host: string, config: Partial<SshConfigFact> = {}, more: Partial<ProbeContext> = {}) =>
  nameLookup.run({
    target: { destination: host, host, port: 22, ssh: [] },
    facts: { 'ssh-config': { at: '', seen: 'client' as const, via: 'local', value: { ok: true, ...config } } },
    signal: new AbortController().signal,
    connection: async () => assert.fail('a lookup is no connection'),
    progress: () => {},
    patience: 1,
    ...more,
  } as ProbeContext)

test('an address is its own answer, in its family', async () => {
  assert.deepEqual(await ask('203.0.113.7'), {
    name: '203.0.113.7',
    addresses: [{ address: '203.0.113.7', family: 4 }],
    seconds: 0,
  })
  assert.deepEqual((await ask('fe80::1%lo')).addresses, [{ address: 'fe80::1%lo', family: 6 }])
  assert.equal((await ask('203.0.113.7', { addressFamily: 'inet6' })).error, 'not-found')
})

test("the system's resolver decides, by the name ssh_config gives", async () => {
  const value = await ask('web', { host: 'localhost', addressFamily: 'inet' })
  assert.deepEqual([value.name, value.addresses], ['localhost', [{ address: '127.0.0.1', family: 4, own: true }]])
})

test('names that can have no address, and names that look like options', async () => {
  for (const name of ['no-such-name.invalid', '--eval=1', '-p', '']) {
    const value = await ask(name)
    assert.ok(value.error === 'not-found' || value.error === 'lookup-fails', `${name}: ${JSON.stringify(value)}`)
    assert.deepEqual(value.addresses, [])
  }
})

test('a proxy resolves for itself', () => {
  const sheet = (value: SshConfigFact) => ({ 'ssh-config': { at: '', seen: 'client' as const, via: 'local', value } })
  assert.equal(nameLookup.applies(sheet({ ok: true, proxyJump: 'jump' })), false)
  assert.equal(nameLookup.applies(sheet({ ok: true, proxyCommand: 'nc %h %p' })), false)
  assert.equal(nameLookup.applies({}), true)
})

test('interrupted', async () => {
  await assert.rejects(ask('localhost', {}, { signal: AbortSignal.abort() }), Unanswered)
})

// A mount namespace of our own, in which the name server is an address that takes questions and never answers.
const inNamespace = spawnSync('unshare', ['-m', 'true']).status === 0
const skip = inNamespace ? false : 'needs root and mount namespaces: the dead name server was NOT tried'

/** Runs a script where /etc/resolv.conf and /etc/hosts are the ones given. */
function elsewhere(resolv: string, hosts: string, script: string) {
  const setup =
    'set -e; d=$(mktemp -d); printf "%s" "$1" >$d/r; printf "%s" "$2" >$d/h; echo "hosts: files dns" >$d/n; ' +
    'for f in r:resolv.conf h:hosts n:nsswitch.conf; do mount --bind $d/${f%%:*} /etc/${f#*:}; done; ' +
    'exec "$3" --input-type=module-typescript -e "$4"'
  const args = ['-m', 'sh', '-c', setup, 'sh', resolv, hosts, process.execPath, script]
  return spawnSync('unshare', args, { encoding: 'utf8', timeout: 30_000, cwd: import.meta.dirname })
}

const SCRIPT = (host: string, patience: number) => `
import nameLookup from '${new URL('./name-lookup.ts', import.meta.url).href}'
const value = await nameLookup.run({ target: { host: '${host}', ssh: [] }, facts: {}, patience: ${patience},
  signal: new AbortController().signal, progress: (text) => console.error(text) })
console.log(JSON.stringify(value))
`

test('a name server that never answers: lookup-fails in time, and nothing keeps us afterwards', { skip }, () => {
  const silent = `
import { createSocket } from 'node:dgram'
const socket = createSocket('udp4').bind(53, '127.0.0.99')
await new Promise((resolve) => socket.once('listening', resolve))
socket.unref()
`
  const began = performance.now()
  const ran = elsewhere('nameserver 127.0.0.99\n', '127.0.0.1 localhost\n', silent + SCRIPT('web.example', 0.25))
  const took = (performance.now() - began) / 1000
  const value = JSON.parse(ran.stdout) as { error: string; code: string; seconds: number }
  assert.deepEqual([value.error, value.code], ['lookup-fails', 'ETIMEOUT'])
  assert.ok(value.seconds >= 1.4 && value.seconds < 3, `${value.seconds} s`)
  assert.ok(took < 5, `the process lived for ${took} s`)
})

test('no name server at all', { skip }, () => {
  const ran = elsewhere('nameserver 127.0.0.98\n', '127.0.0.1 localhost\n', SCRIPT('web.example', 1))
  const value = JSON.parse(ran.stdout) as { error: string; code: string }
  assert.deepEqual([value.error, value.code], ['lookup-fails', 'EAI_AGAIN'])
})

test('a name with sixty addresses: fifty are kept, in order, and it says so', { skip }, () => {
  const hosts = Array.from({ length: 60 }, (_, i) => `192.0.2.${i + 1} many.example\n`).join('')
  const ran = elsewhere('', hosts, SCRIPT('many.example', 1))
  const value = JSON.parse(ran.stdout) as { addresses: { address: string }[] }
  assert.equal(value.addresses.length, 50)
  assert.equal(new Set(value.addresses.map(({ address }) => address)).size, 50)
  assert.match(ran.stderr, /60 addresses; the first 50 are kept/)
})
