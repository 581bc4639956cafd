// What distributions ship, before anybody wrote a line: an audit that cries wolf there is not read the second time.
import { deepEqual, equal } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { audit } from '../../src/knowledge/config-rules/audit.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import { foldersOf, globPaths } from '../../src/sshd-config/glob.ts'
import type { Release } from '../../src/openssh/release.ts'

const MAIN = '/etc/ssh/sshd_config'
const POLICY = '/etc/crypto-policies/back-ends/opensshserver.config'

const debian = (keyboard: string, environment: string) => `
Include /etc/ssh/sshd_config.d/*.conf
${keyboard} no
UsePAM yes
X11Forwarding yes
PrintMotd no
AcceptEnv ${environment}
Subsystem\tsftp\t/usr/lib/openssh/sftp-server
`

const RHEL_MAIN = `
Include /etc/ssh/sshd_config.d/*.conf
AuthorizedKeysFile\t.ssh/authorized_keys
Subsystem\tsftp\t/usr/libexec/openssh/sftp-server
`
const RHEL_DROP_IN = `
Include ${POLICY}
SyslogFacility AUTHPRIV
ChallengeResponseAuthentication no
GSSAPIAuthentication yes
GSSAPICleanupCredentials no
UsePAM yes
X11Forwarding yes
PrintMotd no
`
const KEYS =
  'ecdsa-sha2-nistp256,ecdsa-sha2-nistp256-cert-v01@openssh.com,ecdsa-sha2-nistp384,ecdsa-sha2-nistp384-cert-v01@openssh.com,' +
  'ecdsa-sha2-nistp521,ecdsa-sha2-nistp521-cert-v01@openssh.com,ssh-ed25519,ssh-ed25519-cert-v01@openssh.com,' +
  'rsa-sha2-256,rsa-sha2-256-cert-v01@openssh.com,rsa-sha2-512,rsa-sha2-512-cert-v01@openssh.com'
/** update-crypto-policies DEFAULT of RHEL 9. */
const RHEL_POLICY = `
Ciphers aes256-gcm@openssh.com,chacha20-poly1305@openssh.com,aes256-ctr,aes128-gcm@openssh.com,aes128-ctr
MACs hmac-sha2-256-etm@openssh.com,hmac-sha1-etm@openssh.com,umac-128-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha1,umac-128@openssh.com,hmac-sha2-512
GSSAPIKexAlgorithms gss-curve25519-sha256-,gss-nistp256-sha256-,gss-group14-sha256-,gss-group16-sha512-
KexAlgorithms curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,diffie-hellman-group14-sha256,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512
HostKeyAlgorithms ${KEYS}
PubkeyAcceptedAlgorithms ${KEYS}
CASignatureAlgorithms ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,ssh-ed25519,rsa-sha2-256,rsa-sha2-512
RequiredRSASize 2048
`
const AL2023_MAIN = `
Include /etc/ssh/sshd_config.d/*.conf
SyslogFacility AUTHPRIV
AuthorizedKeysFile\t.ssh/authorized_keys
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM yes
X11Forwarding yes
PrintMotd no
AcceptEnv LANG LC_CTYPE LC_NUMERIC LC_TIME LC_COLLATE LC_MONETARY LC_MESSAGES
Subsystem sftp\t/usr/libexec/openssh/sftp-server
AuthorizedKeysCommand /opt/aws/bin/eic_run_authorized_keys %u %f
AuthorizedKeysCommandUser ec2-instance-connect
`
const CLOUD = { '/etc/ssh/sshd_config.d/60-cloudimg-settings.conf': 'PasswordAuthentication no\n' }
const REDHAT = { '/etc/ssh/sshd_config.d/50-redhat.conf': RHEL_DROP_IN, [POLICY]: RHEL_POLICY }

const STOCK: Record<string, { release: Release; main: string; more?: Record<string, string> }> = {
  'Debian 11': {
    release: { major: 8, minor: 4, distribution: 'debian' },
    main: debian('ChallengeResponseAuthentication', 'LANG LC_*'),
  },
  'Debian 12': {
    release: { major: 9, minor: 2, distribution: 'debian' },
    main: debian('KbdInteractiveAuthentication', 'LANG LC_*'),
  },
  'Debian 13': {
    release: { major: 10, minor: 0, distribution: 'debian' },
    main: debian('KbdInteractiveAuthentication', 'LANG LC_* COLORTERM NO_COLOR'),
  },
  'Ubuntu 22.04': {
    release: { major: 8, minor: 9, distribution: 'debian' },
    main: debian('KbdInteractiveAuthentication', 'LANG LC_*'),
    more: CLOUD,
  },
  'Ubuntu 24.04': {
    release: { major: 9, minor: 6, distribution: 'debian' },
    main: debian('KbdInteractiveAuthentication', 'LANG LC_*'),
    more: CLOUD,
  },
  'RHEL 9': { release: { major: 8, minor: 7, distribution: 'redhat' }, main: RHEL_MAIN, more: REDHAT },
  'RHEL 9.7': { release: { major: 9, minor: 9, distribution: 'redhat' }, main: RHEL_MAIN, more: REDHAT },
  'Amazon Linux 2023': { release: { major: 8, minor: 7, distribution: 'redhat' }, main: AL2023_MAIN, more: REDHAT },
}

describe('the audit of what is shipped', () => {
  for (const [name, { release, main, more = {} }] of Object.entries(STOCK))
    test(`${name}: sshd starts, and nothing is worse than a note`, () => {
      const files: Record<string, string> = { [MAIN]: main, ...more }
      const folders = foldersOf(Object.keys(files))
      const config = effectiveConfig({
        main: MAIN,
        release,
        files: { readFile: (path) => files[path], glob: (pattern) => globPaths(pattern, folders) },
      })
      deepEqual(config.errors, [])
      const grave = audit(config).filter(({ severity }) => severity !== 'note')
      deepEqual(
        grave.map(({ id, says }) => `${id}: ${says}`),
        [],
      )
    })
})

test("Red Hat's words are Red Hat's alone", () => {
  const read = (text: string, release: Release) =>
    effectiveConfig({
      main: MAIN,
      release,
      files: { readFile: (path) => (path === MAIN ? text : undefined), glob: () => [] },
    })
  const words = 'RSAMinSize 2048\nMatch User a\n  KerberosUseKuserok no\n  X11MaxDisplays 5\n  GSSAPIEnablek5users no\n'
  const there = read(words, { major: 8, minor: 7, distribution: 'redhat' })
  deepEqual(there.errors, [])
  deepEqual(there.effective['requiredrsasize'], ['2048'])
  deepEqual([...new Set(read(words, { major: 8, minor: 7 }).errors.map(({ line }) => line))], [1, 3, 4, 5])
  equal(read(words, { major: 8, minor: 0, distribution: 'redhat' }).errors[0]?.line, 1)
  deepEqual(read('Include /x\n', { major: 8, minor: 0, distribution: 'redhat' }).errors, [])
})
