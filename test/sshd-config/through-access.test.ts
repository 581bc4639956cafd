// The configuration of a real machine, read over ssh, beside what its own sshd says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readThrough } from '../../src/cli/commands/config-sources.ts'
import { originText } from '../../src/ssh/sshd-config/types.ts'
import { asClient } from '../access/ssh-of-client.ts'
import { skipUnlessHosts } from '../hosts/available.ts'
import { withLab } from '../hosts/lab.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'

const skip = await skipUnlessHosts()

const DROP_IN = `MaxStartups 20:50:100
Match User alice Address 10.0.0.0/8
  MaxSessions 3
Match Group ops
  AllowTcpForwarding no
`

for (const release of DEFAULT_RELEASES) {
  test(`over ssh we read what the sshd of ${release} reads, and know which it is`, { skip }, () =>
    withLab({ release }, ({ machine, client }) =>
      asClient(client, async () => {
        await machine.must(
          `printf '%s' '${DROP_IN}' > /etc/ssh/sshd_config.d/20-x.conf; echo 'MaxStartups 10:30:60' >> /etc/ssh/sshd_config`,
        )
        const connection = { user: 'ops', host: 'there', address: '10.1.2.3', localAddress: '10.0.0.1', localPort: 22 }
        const read = await readThrough(`ops@${machine.address}`, ['-F', client.configFile], {
          main: '/etc/ssh/sshd_config',
          release: undefined,
          connection,
        })
        if ('unread' in read) return assert.fail(read.unread)
        assert.deepEqual(read.disagreements, [])
        assert.equal(read.config.release.distribution, 'debian')
        assert.deepEqual(read.config.effective['allowtcpforwarding'], ['no'])
        assert.equal(originText(read.config.origin['allowtcpforwarding']), '/etc/ssh/sshd_config.d/20-x.conf:5')
        assert.deepEqual(read.config.effective['maxstartups'], ['10:30:60'])
        assert.deepEqual(
          read.config.errors.filter((e) => e.fatal),
          [],
        )
      }),
    ),
  )
}
