// Logs that are not sshd's lines in a syslog: Windows' own file, dropbear, sshd -D -e, a journal whose cursors were left out.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { chooseFiles } from '../../src/logs/read/choose.ts'
import { scan } from '../../src/logs/scan/scan.ts'
import type { LogSummary } from '../../src/sshd-log/types.ts'
import { removeFolder } from '../remove-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'sshmedic-writers-'))
after(() => removeFolder(folder))

/** As `sshmedic logs FILE` reads it, with both engines, which agree. */
async function read(text: string): Promise<LogSummary> {
  const path = join(folder, 'log')
  writeFileSync(path, text)
  const parts = async () =>
    (await chooseFiles([path], { zone: 'UTC', reason: String })).parts.map((part) => part.open())
  const options = { notAfter: Date.UTC(2026, 10, 28) }
  const fast = await scan(await parts(), options)
  assert.deepEqual(fast, await scan(await parts(), { ...options, engine: 'plain' }))
  return fast
}

const failed = (text: LogSummary) => text.failures.byAddress.map(({ address, count, users }) => [address, count, users])

test('Windows’ sshd.log', async () => {
  const summary = await read(
    [
      '4152 2024-05-01 12:00:00.123 Failed password for invalid user bob from 203.0.113.9 port 4022 ssh2',
      '4152 2024-05-01 12:00:01.023 error: no more sessions',
      '4152 2024-05-01 12:00:02.023 Accepted publickey for alice from 198.51.100.4 port 4023 ssh2: ED25519 SHA256:abc',
      '4152 2024-05-01 12:00:03.023 INFO a service of somebody else',
    ].join('\r\n'),
  )
  assert.deepEqual(failed(summary), [['203.0.113.9', 1, ['bob']]])
  assert.deepEqual([summary.recognised, summary.accepted.total], [3, 1])
  assert.equal(summary.first, '2024-05-01T12:00:00.123Z')
})

test('dropbear, by syslog and by -E', async () => {
  const lines = [
    "Bad password attempt for 'root' from 203.0.113.9:5555",
    "Bad PAM password attempt for 'it's from 192.0.2.1:1' from [2001:db8::9]:5555",
    'Login attempt for nonexistent user from 203.0.113.9:5556',
    "Pubkey auth succeeded for 'alice' with ssh-ed25519 key SHA256:abc from 198.51.100.4:4242",
    'Child connection from 198.51.100.4:4242',
  ]
  for (const front of ['May  1 12:00:00 r1 dropbear[123]: ', '[123] May 01 12:00:00 ']) {
    const summary = await read(lines.map((line) => `${front}${line}\n`).join(''))
    assert.deepEqual(failed(summary), [
      ['203.0.113.9', 2, ['root', '']],
      ['2001:db8::9', 1, ["it's from 192.0.2.1:1"]],
    ])
    assert.equal(summary.accepted.total, 1)
    assert.deepEqual(summary.releases, [])
  }
})

test('sshd -D -e without any header', async () => {
  const summary = await read(
    [
      'Server listening on 0.0.0.0 port 22.',
      'Failed password for root from 203.0.113.9 port 22 ssh2',
      'Failed to start something else from 203.0.113.9',
      'error: Bind to port 22 on 0.0.0.0 failed: Address already in use.',
    ].join('\n'),
  )
  assert.deepEqual([summary.recognised, summary.failures.total, summary.kinds['bind-failed']], [3, 1, 1])
})

test('a journal whose cursors were left out', async () => {
  const entry = (port: number) =>
    `__REALTIME_TIMESTAMP=1714564800000000\n_HOSTNAME=h\nSYSLOG_IDENTIFIER=sshd\n_PID=12\nMESSAGE=Failed password for root from 203.0.113.9 port ${port} ssh2\n\n`
  const summary = await read(entry(1) + entry(2))
  assert.deepEqual([summary.failures.total, summary.first], [2, '2024-05-01T12:00:00.000Z'])
})
