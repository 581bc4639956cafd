import type { AuditContext } from '../../src/sshd-config/audit-context.ts'
import type { Severity } from '../../src/knowledge/config-rules/types.ts'
import type { Release } from '../../src/openssh/release.ts'

/** A configuration that shows what a rule is about. Only tests read these. */
export interface Example {
  text: string
  severity: Severity
  release?: Release
  host?: AuditContext
  files?: Record<string, string>
}

const OLD: Release = { major: 7, minor: 4 }
const NEW: Release = { major: 10, minor: 0, distribution: 'debian' }

/** Every rule has at least one. The release is Debian's 9.2 where none is named. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'max-startups-hard': [
    { text: 'MaxStartups 10', severity: 'major' },
    { text: 'MaxStartups 10:100:60', severity: 'major' },
    { text: 'MaxStartups 100:30:100', severity: 'minor' },
  ],
  'max-startups-low': [
    { text: 'MaxStartups 10:30:60', severity: 'minor' },
    { text: 'MaxStartups 2:30:100', severity: 'major' },
  ],
  'max-startups-jump': [
    { text: 'MaxStartups 20:50:100', severity: 'minor' },
    { text: 'MaxStartups 30:50:100', severity: 'minor' },
  ],
  'max-startups-huge': [{ text: 'MaxStartups 10:30:5000', severity: 'minor' }],
  'max-startups-shadowed': [
    {
      text: 'Include /etc/ssh/sshd_config.d/*.conf\nMaxStartups 10:30:100',
      files: { '/etc/ssh/sshd_config.d/50-more.conf': 'MaxStartups 50:30:200\n' },
      severity: 'major',
    },
  ],
  'login-grace-none': [{ text: 'LoginGraceTime 0', severity: 'major' }],
  'login-grace-long': [
    { text: '', severity: 'note' },
    { text: 'LoginGraceTime 10m', severity: 'minor' },
  ],
  'login-grace-short': [
    { text: 'LoginGraceTime 3', severity: 'major' },
    { text: 'LoginGraceTime 15', severity: 'minor' },
  ],
  'per-source-startups-small': [
    { text: 'PerSourceMaxStartups 1', severity: 'minor' },
    { text: 'PerSourceMaxStartups 10', severity: 'note' },
  ],
  'per-source-net-wide': [{ text: 'PerSourceNetBlockSize 16:32', severity: 'minor' }],
  'per-source-penalties-default': [{ text: '', release: NEW, severity: 'note' }],
  'per-source-penalties-tight': [
    { text: 'PerSourcePenalties min:1 authfail:60', release: NEW, severity: 'minor' },
    { text: 'PerSourcePenalties overflow:deny-all', release: NEW, severity: 'minor' },
  ],
  'max-sessions-few': [
    { text: 'MaxSessions 0', severity: 'critical' },
    { text: 'MaxSessions 1', severity: 'minor' },
  ],
  'max-auth-tries-few': [
    { text: 'MaxAuthTries 0', severity: 'critical' },
    { text: 'MaxAuthTries 1', severity: 'major' },
    { text: 'MaxAuthTries 2', severity: 'minor' },
  ],
  'use-dns': [{ text: 'UseDNS yes', severity: 'minor' }],
  'tcp-wrappers': [
    { text: '', host: { wrapperRules: ['sshd: 192.0.2.1'] }, severity: 'minor' },
    { text: '', host: { wrapperRules: ['ALL: PARANOID'] }, severity: 'major' },
  ],
  'user-not-let-in': [
    { text: 'AllowUsers ops', severity: 'note' },
    { text: 'AllowUsers ops\nDenyUsers bob *', severity: 'critical' },
    { text: 'DenyGroups *', severity: 'critical' },
    { text: 'AllowUsers ops', host: { user: 'alice' }, severity: 'critical' },
    { text: 'DenyUsers alice', host: { user: 'alice' }, severity: 'critical' },
    { text: 'AllowGroups ssh', host: { user: 'alice', groups: ['alice'] }, severity: 'critical' },
    { text: 'DenyGroups dev', host: { user: 'alice', groups: ['alice', 'dev'] }, severity: 'critical' },
    { text: 'AllowUsers alice@192.0.2.0/24', host: { user: 'alice', address: '198.51.100.7' }, severity: 'critical' },
  ],
  'listens-on-loopback-only': [{ text: 'ListenAddress 127.0.0.1\nListenAddress ::1', severity: 'critical' }],
  'address-family-one': [
    { text: 'AddressFamily inet6', severity: 'minor' },
    { text: 'AddressFamily inet', severity: 'note' },
  ],
  'port-changed': [
    { text: 'Port 2222', severity: 'note' },
    { text: 'Port 2222', host: { socketActivated: true }, severity: 'major' },
    { text: 'Port 2222', release: { major: 9, minor: 6, distribution: 'ubuntu' }, severity: 'minor' },
    {
      text: 'Port 2222',
      release: { major: 9, minor: 6, distribution: 'ubuntu' },
      host: { socketActivated: true, dropIns: [] },
      severity: 'minor',
    },
    {
      text: 'Port 2222',
      release: { major: 9, minor: 3, distribution: 'ubuntu' },
      host: { socketActivated: true, dropIns: [] },
      severity: 'major',
    },
    {
      text: 'Port 2222',
      release: { major: 9, minor: 6, distribution: 'ubuntu' },
      host: { dropIns: [] },
      severity: 'note',
    },
  ],
  'no-authentication-left': [
    {
      text: 'PubkeyAuthentication no\nPasswordAuthentication no\nKbdInteractiveAuthentication no',
      severity: 'critical',
    },
    { text: 'AuthorizedKeysFile none\nPasswordAuthentication no\nUsePAM no', severity: 'critical' },
  ],
  'methods-many': [{ text: 'UsePAM yes\nAuthenticationMethods publickey,password', severity: 'note' }],
  'root-login-off': [
    { text: 'PermitRootLogin no', host: { rootOnly: true }, severity: 'critical' },
    { text: 'PermitRootLogin no', host: { user: 'root' }, severity: 'critical' },
  ],
  'authorized-keys-elsewhere': [
    { text: 'AuthorizedKeysFile /etc/ssh/keys/%u', severity: 'minor' },
    { text: 'AuthorizedKeysFile /etc/ssh/keys', severity: 'major' },
  ],
  'client-alive-cuts': [
    { text: 'ClientAliveInterval 5\nClientAliveCountMax 2', severity: 'minor' },
    { text: 'ClientAliveInterval 300\nClientAliveCountMax 0', release: OLD, severity: 'major' },
  ],
  'client-alive-off': [
    { text: '', severity: 'note' },
    { text: 'ClientAliveInterval 300\nClientAliveCountMax 0', severity: 'note' },
  ],
  'channel-timeout': [{ text: 'ChannelTimeout session=5m', severity: 'minor' }],
  'unused-connection-timeout': [
    { text: 'UnusedConnectionTimeout 10', severity: 'minor' },
    { text: 'UnusedConnectionTimeout 10m', severity: 'note' },
  ],
  'command-forced': [{ text: 'ForceCommand internal-sftp', severity: 'minor' }],
  'chroot-directory': [{ text: 'ChrootDirectory /srv', severity: 'minor' }],
  'terminal-off': [{ text: 'PermitTTY no', severity: 'minor' }],
  'ip-qos-set': [{ text: 'IPQoS ef cs1', severity: 'note' }],
  'refuse-connection': [{ text: 'RefuseConnection yes', release: NEW, severity: 'critical' }],
  'gssapi-on': [{ text: 'GSSAPIAuthentication yes', severity: 'note' }],
  'log-level-low': [
    { text: 'LogLevel QUIET', severity: 'minor' },
    { text: '', release: { major: 8, minor: 2 }, severity: 'note' },
  ],
  'pam-off': [{ text: 'UsePAM no', severity: 'minor' }],
  'jump-forwarding-off': [
    { text: 'AllowTcpForwarding no', severity: 'note' },
    { text: 'DisableForwarding yes', severity: 'note' },
  ],
  'tcp-keepalive-off': [{ text: 'TCPKeepAlive no', severity: 'note' }],
  'rekey-often': [{ text: 'RekeyLimit 1M', severity: 'minor' }],
  'host-keys-missing': [
    { text: 'HostKey /etc/ssh/k1\nHostKey /etc/ssh/k2', host: { hostKeyFiles: [] }, severity: 'critical' },
    { text: 'HostKey /etc/ssh/k1\nHostKey /etc/ssh/k2', host: { hostKeyFiles: ['/etc/ssh/k1'] }, severity: 'minor' },
  ],
  'algorithms-narrow': [
    { text: 'KexAlgorithms sntrup761x25519-sha512@openssh.com', severity: 'major' },
    { text: 'Ciphers aes256-cbc', severity: 'major' },
    { text: 'MACs hmac-sha2-512', severity: 'major' },
    { text: 'HostKeyAlgorithms ssh-rsa', severity: 'major' },
  ],
  'pubkey-algorithms-narrow': [{ text: 'PubkeyAcceptedAlgorithms ssh-ed25519', severity: 'minor' }],
  'line-refused': [
    { text: 'PasswordAuthentication noPubkeyAuthentication yes', severity: 'critical' },
    { text: 'PasswrodAuthentication no', severity: 'critical' },
    { text: 'PerSourcePenalties no', severity: 'critical' },
    { text: 'PasswordAuthentication no\nAuthenticationMethods password', severity: 'critical' },
  ],
  'line-deprecated': [{ text: 'KeyRegenerationInterval 3600', severity: 'note' }],
  'include-finds-nothing': [
    { text: 'Include /etc/ssh/mine.conf', severity: 'minor' },
    { text: 'Include /etc/ssh/none.d/*.conf', severity: 'note' },
  ],
  'include-late': [
    {
      text: 'UsePAM yes\nInclude /etc/ssh/sshd_config.d/*.conf',
      files: { '/etc/ssh/sshd_config.d/a.conf': 'UseDNS no\n' },
      severity: 'note',
    },
    { text: 'UsePAM yes', host: { dropIns: ['/etc/ssh/sshd_config.d/a.conf'] }, severity: 'minor' },
  ],
  'drop-in-unread': [
    {
      text: 'Include /etc/ssh/sshd_config.d/*.conf',
      host: {
        dropIns: [
          '/etc/ssh/sshd_config.d/hardening',
          '/etc/ssh/sshd_config.d/old.conf.bak',
          '/etc/ssh/sshd_config.d/README',
        ],
      },
      severity: 'minor',
    },
  ],
  'host-key-small': [
    { text: '', host: { hostKeyBits: { '/etc/ssh/ssh_host_rsa_key': 1024 } }, severity: 'minor' },
    { text: 'HostKey /k', host: { hostKeyBits: { '/k': 768 } }, severity: 'major' },
  ],
  'line-loses': [
    { text: 'PasswordAuthentication no\nPasswordAuthentication yes', severity: 'minor' },
    { text: 'PasswordAuthentication no\nPasswordAuthentication no', severity: 'note' },
  ],
  'key-command': [
    { text: 'AuthorizedKeysCommand /usr/bin/keys %u\nAuthorizedKeysCommandUser nobody', severity: 'note' },
  ],
  'root-by-password': [
    { text: 'PermitRootLogin yes', severity: 'major' },
    {
      text: 'PermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no',
      severity: 'note',
    },
  ],
  'passwords-on': [
    { text: '', severity: 'note' },
    { text: '', host: { exposed: true }, severity: 'minor' },
  ],
  'empty-passwords': [{ text: 'PermitEmptyPasswords yes', severity: 'critical' }],
  'kex-weak': [
    { text: 'KexAlgorithms +diffie-hellman-group1-sha1', severity: 'major' },
    { text: 'KexAlgorithms +diffie-hellman-group14-sha1', severity: 'minor' },
    { text: '', severity: 'note' },
  ],
  'ciphers-weak': [
    { text: 'Ciphers +3des-cbc', severity: 'major' },
    { text: 'Ciphers +aes256-cbc', severity: 'minor' },
  ],
  'macs-weak': [{ text: 'MACs +hmac-md5', severity: 'major' }],
  'host-key-algorithms-weak': [{ text: 'HostKeyAlgorithms +ssh-rsa', severity: 'minor' }],
  'pubkey-algorithms-weak': [
    { text: 'PubkeyAcceptedAlgorithms +ssh-dss', severity: 'major' },
    { text: 'PubkeyAcceptedKeyTypes +ssh-dss', release: OLD, severity: 'major' },
  ],
  'rsa-keys-long': [
    { text: 'RequiredRSASize 3072', severity: 'minor' },
    { text: 'RequiredRSASize 4096', severity: 'major' },
  ],
  'rsa-keys-small': [
    { text: '', severity: 'note' },
    { text: 'RequiredRSASize 1024', severity: 'minor' },
  ],
  'x11-forwarding': [
    { text: 'X11Forwarding yes', severity: 'note' },
    { text: 'X11Forwarding yes\nX11UseLocalhost no', severity: 'minor' },
  ],
  'agent-forwarding': [{ text: '', severity: 'note' }],
  'tcp-forwarding': [{ text: '', severity: 'note' }],
  'gateway-ports': [{ text: 'GatewayPorts yes', severity: 'minor' }],
  'user-environment': [{ text: 'PermitUserEnvironment yes', severity: 'minor' }],
  'accept-any-environment': [{ text: 'AcceptEnv *', severity: 'minor' }],
  'host-based': [{ text: 'HostbasedAuthentication yes', severity: 'minor' }],
  'rhosts-read': [
    { text: 'IgnoreRhosts no', severity: 'note' },
    { text: 'IgnoreRhosts no\nHostbasedAuthentication yes', severity: 'minor' },
  ],
  'tunnel-devices': [{ text: 'PermitTunnel yes', severity: 'minor' }],
  compression: [
    { text: '', severity: 'note' },
    { text: 'Compression yes', release: { major: 6, minor: 6 }, severity: 'minor' },
  ],
  'log-level-info': [
    { text: '', severity: 'note' },
    { text: 'LogLevel DEBUG2', severity: 'minor' },
  ],
  'debian-banner': [{ text: '', severity: 'note' }],
  'keys-command-as-root': [
    { text: 'AuthorizedKeysCommand /usr/bin/keys %u\nAuthorizedKeysCommandUser root', severity: 'minor' },
  ],
  leftovers: [
    { text: 'Protocol 2', severity: 'note' },
    { text: 'UsePrivilegeSeparation no', severity: 'note' },
    { text: 'Protocol 2,1', release: { major: 7, minor: 2 }, severity: 'major' },
    { text: 'UsePrivilegeSeparation no', release: OLD, severity: 'major' },
  ],
  'max-auth-tries-many': [
    { text: '', severity: 'note' },
    { text: 'MaxAuthTries 50', severity: 'minor' },
  ],
  'max-sessions-many': [{ text: '', severity: 'note' }],
  'strict-modes-off': [{ text: 'StrictModes no', severity: 'minor' }],
  'fingerprint-md5': [{ text: 'FingerprintHash md5', severity: 'minor' }],
  'last-login-hidden': [{ text: 'PrintLastLog no', severity: 'note' }],
  'key-exchange-floods': [
    { text: '', severity: 'note' },
    { text: 'PerSourcePenalties no\nKexAlgorithms +diffie-hellman-group14-sha256', release: NEW, severity: 'minor' },
  ],
  'everybody-may-try': [{ text: '', severity: 'note' }],
}
