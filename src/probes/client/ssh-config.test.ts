import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Unanswered } from '../../core/probe.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { SshConfigFact } from '../../core/types.ts'
import sshConfig from './ssh-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'ssh-config-'))
after(() => rmSync(folder, { recursive: true }))
const skip = spawnSync('ssh', ['-V']).error ? 'there is no ssh' : false

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const ask = (
  ssh: string[],
  destination: string,
  more: Partial<ProbeContext> & { command?: string[] } = {},
): Promise<SshConfigFact> =>
  sshConfig.run({
    target: { destination, host: destination, port: 22, ssh, command: more.command },
    facts: {},
    signal: new AbortController().signal,
    connection: async () => assert.fail('it connects to nothing'),
    progress: () => {},
    patience: 1,
    ...more,
  } as ProbeContext)

test('an alias, its host, port, user and keys', { skip }, async () => {
  const config = file('alias', 'Host web\n HostName 203.0.113.7\n Port 2200\n User deploy\n IdentityFile /k/web.pem\n')
  const fact = await ask(['-F', config, '-vvv', '-E', join(folder, 'log'), '-fN'], 'web')
  assert.deepEqual(
    [fact.ok, fact.host, fact.port, fact.user, fact.identityFiles],
    [true, '203.0.113.7', 2200, 'deploy', ['/k/web.pem']],
  )
})

test('a destination is a word of its own, whatever stands in it', { skip }, async () => {
  assert.equal((await ask(['-F', 'none'], 'ssh://me@web.example:2200')).port, 2200)
  const fact = await ask(['-F', 'none'], '-oProxyCommand=touch /tmp/x')
  assert.equal(fact.ok, false)
  assert.match(fact.error ?? '', /^hostname contains invalid characters/)
})

test("ssh's own sentence where it refuses", { skip }, async () => {
  const bad = await ask(['-F', file('bad', 'Frobnicate yes\n')], 'web')
  assert.equal(bad.ok, false)
  assert.match(bad.error ?? '', /line 1: Bad configuration option: frobnicate$/)
  const missing = await ask(['-F', join(folder, 'nofile')], 'web')
  assert.match(missing.error ?? '', /Can't open user config/)
  const ambiguous = await ask(['-F', file('remote', 'RemoteCommand tmux\n')], 'web', { command: ['uptime'] })
  assert.match(ambiguous.error ?? '', /Cannot execute command-line and remote command/)
})

test('a Match exec that hangs is given up, not waited for', { skip }, async () => {
  const began = performance.now()
  const config = file('hang', 'Match exec "sleep 60"\n')
  await assert.rejects(ask(['-F', config], 'web', { patience: 0.1 }), Unanswered)
  assert.ok(performance.now() - began < 4000)
  await assert.rejects(ask(['-F', config], 'web', { signal: AbortSignal.timeout(200) }), /interrupted/)
})

test('no ssh in PATH', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = folder
  try {
    await assert.rejects(ask([], 'web'), { name: 'Unanswered', message: 'there is no ssh program in PATH' })
  } finally {
    process.env['PATH'] = path
  }
})

test('an ssh that is something else', async () => {
  const other = mkdtempSync(join(folder, 'other-'))
  writeFileSync(join(other, 'ssh'), '#!/bin/sh\necho usage\n')
  chmodSync(join(other, 'ssh'), 0o755)
  const path = process.env['PATH']
  process.env['PATH'] = `${other}:${path}`
  try {
    await assert.rejects(ask([], 'web'), /does not know -G/)
  } finally {
    process.env['PATH'] = path
  }
})
