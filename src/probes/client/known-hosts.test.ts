import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { ProbeContext } from '../../core/probe.ts'
import { config, sheet } from '../../../test/cases/facts.ts'
import type { Facts } from '../../core/types.ts'
import probe from './known-hosts.ts'

const folder = mkdtempSync(join(tmpdir(), 'known-hosts-'))
after(() => rmSync(folder, { recursive: true }))

spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')])
const [type, key] = spawnSync('ssh-keygen', ['-y', '-f', join(folder, 'key')], { encoding: 'utf8' }).stdout.split(' ')
const skip = key === undefined && 'there is no ssh-keygen here'

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => `${line} ${type} ${key?.trim()}\n`).join(''))
  return path
}

async function found(
  path: string,
  over: Partial<Facts['ssh-config']> = {},
  host = 'web7.example.org',
): Promise<boolean> {
  const facts = sheet({ 'ssh-config': config({ host, userKnownHostsFiles: [path, join(folder, 'missing')], ...over }) })
  const context = { target: { destination: host, host, port: over.port ?? 22, ssh: [] }, facts, patience: 1 }
  const fact = await probe.run({ ...context, signal: new AbortController().signal } as unknown as ProbeContext)
  assert.deepEqual(fact.files, [path])
  return fact.found
}

test('a host that is there, plain and hashed', { skip }, async () => {
  const path = file('plain', 'web7.example.org', 'db1.example.org')
  assert.equal(await found(path), true)
  assert.equal(await found(path, {}, 'web8.example.org'), false)
  const hashed = file('hashed', 'web7.example.org')
  spawnSync('ssh-keygen', ['-q', '-H', '-f', hashed])
  assert.equal(await found(hashed), true)
  assert.equal(await found(hashed, {}, 'web8.example.org'), false)
})

test('another port is another name', { skip }, async () => {
  const path = file('ports', '[web7.example.org]:2222')
  assert.equal(await found(path, { port: 2222 }), true)
  assert.equal(await found(path), false)
})

test('HostKeyAlias is looked for as it stands, whatever host and port', { skip }, async () => {
  const path = file('alias', 'bastion')
  assert.equal(await found(path, { hostKeyAlias: 'bastion', port: 2222 }), true)
  assert.equal(await found(path, { hostKeyAlias: 'other' }), false)
})

test('an authority that may sign for the host has not answered, nor has a revoked key', { skip }, async () => {
  assert.equal(await found(file('marked', '@cert-authority *.example.org', '@revoked web7.example.org')), false)
})

test('there is nothing to ask where no file is configured', () =>
  assert.equal(probe.applies(sheet({ 'ssh-config': config({ userKnownHostsFiles: [] }) })), false))
