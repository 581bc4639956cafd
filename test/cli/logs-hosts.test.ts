// The logs of real machines, read over ssh as a user would have them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openSsh } from '../../src/access/ssh.ts'
import { remoteLogs } from '../../src/logs/read/remote.ts'
import { scan } from '../../src/logs/scan/scan.ts'
import { findingsOf } from '../../src/knowledge/log-findings/findings.ts'
import { asClient } from '../access/ssh-of-client.ts'
import { configureSshd } from '../../lab/breaking/sshd-config.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'

const skip = await skipUnlessHosts()

for (const release of DEFAULT_RELEASES)
  describe(`logs of a real machine, ${release}`, { skip }, () => {
    test('a flooded sshd turns people away, and its journal says so over ssh', () =>
      withLab({ release }, async (lab) => {
        const { machine, client, attacker } = lab
        await configureSshd(
          machine,
          ['MaxStartups 3:100:3', 'LoginGraceTime 20', 'PerSourcePenalties no'].slice(0, release === 'trixie' ? 3 : 2),
        )
        await client.run(['ssh', ...client.sshArgs('nobody-here'), '-o', 'BatchMode=yes', 'true'], {
          timeoutMs: 20_000,
        })
        await client.run(['ssh', ...client.sshArgs('alice'), 'true'], { timeoutMs: 20_000 })
        const holders = await attacker.hold(6, { seconds: 3 })
        await client.run(['ssh', ...client.sshArgs('alice'), 'true'], { timeoutMs: 20_000 })
        await holders.close()
        await new Promise((resolve) => setTimeout(resolve, 1000))
        await client.run(['ssh', ...client.sshArgs('alice'), 'true'], { timeoutMs: 20_000 })
        await asClient(client, async () => {
          const access = await openSsh({
            destination: `root@${machine.address}`,
            ssh: ['-F', client.configFile],
            patience: 2,
          })
          if ('failed' in access) return assert.fail(access.failed)
          try {
            const input = await remoteLogs(access, {})
            const summary = await scan(
              input.parts.map((part) => part.open()),
              {
                zone: input.zone ?? 'UTC',
                notAfter: Date.now(),
                ...(input.begin !== undefined && { begin: input.begin }),
              },
            )
            const said = JSON.stringify({ input, summary: { ...summary, timeline: 0 } })
            assert.deepEqual(input.unread, [], said)
            assert.ok(summary.drops.total > 0, said)
            assert.ok(summary.accepted.total > 0, said)
            assert.equal(findingsOf(summary).verdict, 'turning-away', said)
            assert.ok(
              findingsOf(summary).advice.every(({ id }) => id !== 'raise-max-startups'),
              said,
            )
          } finally {
            await access.close()
          }
        })
      }))
  })
