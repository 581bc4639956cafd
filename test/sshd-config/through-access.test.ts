// The configuration of a real machine, read over ssh, beside what its own sshd says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readThrough } from '../../src/cli/verbs/config/sources.ts'
import { audit } from '../../src/knowledge/config-rules/audit.ts'
import { originText } from '../../src/sshd-config/types.ts'
import { asClient } from '../access/ssh-of-client.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'

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

test('an audit through a way in sees what lies beside the configuration', { skip }, () =>
  withLab({ release: 'bookworm' }, ({ machine, client }) =>
    asClient(client, async () => {
      await machine.must(
        `rm /etc/ssh/ssh_host_ecdsa_key; : > /etc/ssh/ssh_host_rsa_key; : > /etc/ssh/sshd_config.d/70-late.conf
        echo 'UseDNS yes' > /etc/ssh/sshd_config.d/hardening
        ssh-keygen -q -t rsa -b 1024 -N '' -f /tmp/small && cp /tmp/small.pub /etc/ssh/ssh_host_rsa_key.pub
        printf 'ALL: ALL: \\\\\\nallow\\nvsftpd: 1.2.3.4\\n' > /etc/hosts.allow; echo '# none' > /etc/hosts.deny`,
      )
      const asked = { main: '/etc/ssh/sshd_config', release: undefined, connection: undefined, audit: true }
      const read = await readThrough(`ops@${machine.address}`, ['-F', client.configFile], asked)
      if ('unread' in read) return assert.fail(read.unread)
      assert.deepEqual(read.machine, {
        present: 'ops',
        dropIns: ['/etc/ssh/sshd_config.d/70-late.conf', '/etc/ssh/sshd_config.d/hardening'],
        hostKeyBits: { '/etc/ssh/ssh_host_rsa_key': 1024 },
        wrapperRules: ['ALL: ALL: allow'],
        hostKeyFiles: ['/etc/ssh/ssh_host_ed25519_key'],
      })
      const found = audit(read.config, read.machine)
      const says = (id: string) => found.find((finding) => finding.id === id)?.says ?? ''
      assert.match(says('host-keys-missing'), /ssh_host_rsa_key, \/etc\/ssh\/ssh_host_ecdsa_key/)
      assert.match(says('tcp-wrappers'), /ALL: ALL: allow/)
      assert.match(says('drop-in-unread'), /sshd_config\.d\/hardening is not read/)
      assert.match(says('host-key-small'), /ssh_host_rsa_key has 1024 bits/)
    }),
  ),
)
