/**
 * What clients people really use offer by default, as far as a narrow server could shut them out: ssh_config(5) and
 * myproposal.h of OpenSSH, PuTTY's and Paramiko's sources, libssh2's. What newer ones of a kind took away again (ssh-dss,
 * SHA-1) still stands here: a server that has nothing else is found by the gradings.
 */
export interface CommonClient {
  name: string
  /** Few use it still: to shut it out is no more than a note. */
  old?: boolean
  kex: readonly string[]
  ciphers: readonly string[]
  macs: readonly string[]
  /** Host key algorithms; and what it signs with. */
  keys: readonly string[]
}

const CURVES = ['curve25519-sha256', 'curve25519-sha256@libssh.org']
const NIST = ['ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp521']
const GROUPS = [
  'diffie-hellman-group-exchange-sha256',
  'diffie-hellman-group14-sha256',
  'diffie-hellman-group16-sha512',
]
const CTR = ['aes128-ctr', 'aes192-ctr', 'aes256-ctr']
const CBC = ['aes128-cbc', 'aes192-cbc', 'aes256-cbc', '3des-cbc']
const GCM = ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com']
const CHACHA = 'chacha20-poly1305@openssh.com'
const ETM = ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'umac-128-etm@openssh.com']
const PLAIN = ['hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha1']
const UMAC = ['umac-64-etm@openssh.com', 'umac-64@openssh.com', 'umac-128@openssh.com', 'hmac-sha1-etm@openssh.com']
const ECDSA = ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521']
const SK = ['sk-ssh-ed25519@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com']
const RSA2 = ['rsa-sha2-512', 'rsa-sha2-256']

export const COMMON_CLIENTS: readonly CommonClient[] = [
  {
    name: 'OpenSSH 9.9 and later',
    kex: [
      'mlkem768x25519-sha256',
      'sntrup761x25519-sha512',
      'sntrup761x25519-sha512@openssh.com',
      ...CURVES,
      ...NIST,
      ...GROUPS,
      'diffie-hellman-group18-sha512',
    ],
    ciphers: [CHACHA, ...CTR, ...GCM],
    macs: [...ETM, ...UMAC, ...PLAIN],
    keys: ['ssh-ed25519', ...ECDSA, ...SK, ...RSA2],
  },
  {
    name: 'OpenSSH 8.8 to 9.8',
    kex: ['sntrup761x25519-sha512@openssh.com', ...CURVES, ...NIST, ...GROUPS, 'diffie-hellman-group18-sha512'],
    ciphers: [CHACHA, ...CTR, ...GCM],
    macs: [...ETM, ...UMAC, ...PLAIN],
    keys: ['ssh-ed25519', ...ECDSA, ...SK, ...RSA2],
  },
  {
    name: 'OpenSSH 7.4 to 8.4 (RHEL 7 and 8, Ubuntu 20.04)',
    kex: [...CURVES, ...NIST, ...GROUPS, 'diffie-hellman-group18-sha512', 'diffie-hellman-group14-sha1'],
    ciphers: [CHACHA, ...CTR, ...GCM],
    macs: [...ETM, ...UMAC, ...PLAIN],
    keys: ['ssh-ed25519', ...ECDSA, ...RSA2, 'ssh-rsa'],
  },
  {
    name: 'PuTTY 0.75 and later',
    kex: [
      ...CURVES,
      ...NIST,
      'diffie-hellman-group-exchange-sha256',
      'diffie-hellman-group14-sha256',
      'diffie-hellman-group-exchange-sha1',
      'diffie-hellman-group14-sha1',
      'diffie-hellman-group1-sha1',
    ],
    ciphers: ['aes256-ctr', 'aes256-cbc', 'aes192-ctr', 'aes192-cbc', 'aes128-ctr', 'aes128-cbc', CHACHA, '3des-cbc'],
    macs: [
      'hmac-sha2-256',
      'hmac-sha1',
      'hmac-sha2-256-etm@openssh.com',
      'hmac-sha1-etm@openssh.com',
      'hmac-sha1-96',
      'hmac-md5',
    ],
    keys: ['ssh-ed25519', ...ECDSA, ...RSA2, 'ssh-rsa', 'ssh-dss'],
  },
  {
    name: 'Paramiko 2.9 and later (Ansible, Fabric)',
    kex: [
      'curve25519-sha256@libssh.org',
      ...NIST,
      'diffie-hellman-group16-sha512',
      'diffie-hellman-group-exchange-sha256',
      'diffie-hellman-group14-sha256',
      'diffie-hellman-group-exchange-sha1',
      'diffie-hellman-group14-sha1',
      'diffie-hellman-group1-sha1',
    ],
    ciphers: [...CTR, ...CBC],
    macs: [
      'hmac-sha2-256',
      'hmac-sha2-512',
      'hmac-sha2-256-etm@openssh.com',
      'hmac-sha2-512-etm@openssh.com',
      'hmac-sha1',
      'hmac-md5',
      'hmac-sha1-96',
      'hmac-md5-96',
    ],
    keys: ['ssh-ed25519', ...ECDSA, ...RSA2, 'ssh-rsa', 'ssh-dss'],
  },
  {
    name: 'libssh2 1.8 and older (git clients, PHP)',
    old: true,
    kex: [
      'diffie-hellman-group-exchange-sha256',
      'diffie-hellman-group-exchange-sha1',
      'diffie-hellman-group14-sha1',
      'diffie-hellman-group1-sha1',
    ],
    ciphers: [...CTR, ...CBC],
    macs: [...PLAIN, 'hmac-sha1-96', 'hmac-md5', 'hmac-md5-96'],
    keys: ['ssh-rsa', 'ssh-dss'],
  },
  {
    name: 'OpenSSH 5.3 (RHEL 6)',
    old: true,
    kex: [
      'diffie-hellman-group-exchange-sha256',
      'diffie-hellman-group-exchange-sha1',
      'diffie-hellman-group14-sha1',
      'diffie-hellman-group1-sha1',
    ],
    ciphers: [...CTR, ...CBC],
    macs: ['hmac-sha1', 'umac-64@openssh.com', 'hmac-md5'],
    keys: ['ssh-rsa', 'ssh-dss'],
  },
]

/** Ciphers that bring their own integrity: no MAC is negotiated with them. */
export const AUTHENTICATED: readonly string[] = [CHACHA, ...GCM]
