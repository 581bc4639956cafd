// Which machine the way in ends on: host keys as ssh-keygen names them, addresses as two generations of tools list them.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readSession } from '../../src/probes/inside/inside-session.ts'
import { readClientLog } from '../../src/client-log/client-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'sshmedic-identity-'))
after(() => rmSync(folder, { recursive: true }))

test('host keys have the fingerprints ssh-keygen and ssh -v give them', () => {
  const keys = ['ed25519', 'ecdsa', 'rsa'].map((type) => {
    const file = join(folder, type)
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', 'root@web 1', '-f', file])
    return {
      text: readFileSync(`${file}.pub`, 'utf8'),
      listed: execFileSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' }),
    }
  })
  const text = `@id\n0\nroot\n@name\nweb1\n@keys\n${keys.map((key) => key.text).join('')}-----BEGIN OPENSSH PRIVATE KEY-----\n`
  const session = readSession(text)
  assert.equal(session?.hostname, 'web1')
  assert.deepEqual(
    session?.hostKeys,
    keys.map(({ listed }) => listed.split(' ')[1]),
  )
  const shown = session?.hostKeys?.[0]
  assert.equal(readClientLog(`debug1: Server host key: ssh-ed25519 ${shown}\n`).hostKey, shown)
  const certificate = `debug1: Server host certificate: ssh-ed25519-cert-v01@openssh.com ${shown}, serial 3 ID "web1" CA ssh-rsa SHA256:x valid forever\n`
  assert.equal(readClientLog(certificate).hostKey, shown)
  assert.equal(readClientLog('debug1: Server host key: ssh-ed25519 MD5:00:11\n').hostKey, undefined)
})

test('addresses of ip and of ifconfig, old and new; loopback and link-local are nobody’s', () => {
  const text = `@id\n0\nroot\n@addresses
1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever
1: lo    inet6 ::1/128 scope host
2: eth0    inet 192.0.2.2/24 brd 192.0.2.255 scope global eth0
2: eth0    inet6 2001:db8:0:0::2/64 scope global
2: eth0    inet6 fe80::1/64 scope link
          inet addr:10.1.2.3  Bcast:10.1.2.255  Mask:255.255.255.0
          inet6 addr: 2001:db8::9/64 Scope:Global
        inet 198.51.100.9  netmask 255.255.255.0  broadcast 198.51.100.255`
  assert.deepEqual(readSession(text)?.addresses, [
    '192.0.2.2',
    '2001:db8::2',
    '10.1.2.3',
    '2001:db8::9',
    '198.51.100.9',
  ])
  assert.equal(readSession('@id\n0\nroot\n@addresses\n')?.addresses, undefined)
})
