import type { Since } from '../openssh/release.ts'

/**
 * Every algorithm sshd is built with, in the order it goes through them (`ssh -Q` of Debian's 9.2 and 10.0; cipher.c, mac.c, kex.c and
 * sshkey.c of the releases from 6.6 on). What came or went between carries its release: ssh-dss is no longer built in since 9.8,
 * mlkem768x25519-sha256 came with 9.9; of sntrup761x25519-sha512 see hasFinalSntrup. What the first protocol alone used is left out.
 */
interface Algorithm {
  name: string
  since?: Since
  until?: Since
}

export const ALGORITHMS: Readonly<Record<'ciphers' | 'macs' | 'kex' | 'key' | 'sig', readonly Algorithm[]>> = {
  ciphers: [
    { name: '3des-cbc' },
    { name: 'blowfish-cbc', until: [7, 6] },
    { name: 'cast128-cbc', until: [7, 6] },
    { name: 'arcfour', until: [7, 6] },
    { name: 'arcfour128', until: [7, 6] },
    { name: 'arcfour256', until: [7, 6] },
    { name: 'aes128-cbc' },
    { name: 'aes192-cbc' },
    { name: 'aes256-cbc' },
    { name: 'rijndael-cbc@lysator.liu.se', until: [8, 5] },
    { name: 'aes128-ctr' },
    { name: 'aes192-ctr' },
    { name: 'aes256-ctr' },
    { name: 'aes128-gcm@openssh.com' },
    { name: 'aes256-gcm@openssh.com' },
    { name: 'chacha20-poly1305@openssh.com' },
  ],
  macs: [
    { name: 'hmac-sha1' },
    { name: 'hmac-sha1-96' },
    { name: 'hmac-sha2-256' },
    { name: 'hmac-sha2-512' },
    { name: 'hmac-md5' },
    { name: 'hmac-md5-96' },
    { name: 'hmac-ripemd160', until: [7, 6] },
    { name: 'hmac-ripemd160@openssh.com', until: [7, 6] },
    { name: 'umac-64@openssh.com' },
    { name: 'umac-128@openssh.com' },
    { name: 'hmac-sha1-etm@openssh.com' },
    { name: 'hmac-sha1-96-etm@openssh.com' },
    { name: 'hmac-sha2-256-etm@openssh.com' },
    { name: 'hmac-sha2-512-etm@openssh.com' },
    { name: 'hmac-md5-etm@openssh.com' },
    { name: 'hmac-md5-96-etm@openssh.com' },
    { name: 'hmac-ripemd160-etm@openssh.com', until: [7, 6] },
    { name: 'umac-64-etm@openssh.com' },
    { name: 'umac-128-etm@openssh.com' },
  ],
  kex: [
    { name: 'diffie-hellman-group1-sha1' },
    { name: 'diffie-hellman-group14-sha1' },
    { name: 'diffie-hellman-group14-sha256', since: [7, 3] },
    { name: 'diffie-hellman-group16-sha512', since: [7, 3] },
    { name: 'diffie-hellman-group18-sha512', since: [7, 3] },
    { name: 'diffie-hellman-group-exchange-sha1' },
    { name: 'diffie-hellman-group-exchange-sha256' },
    { name: 'ecdh-sha2-nistp256' },
    { name: 'ecdh-sha2-nistp384' },
    { name: 'ecdh-sha2-nistp521' },
    { name: 'mlkem768nistp256-sha256', since: [10, 5] },
    { name: 'curve25519-sha256', since: [7, 4] },
    { name: 'curve25519-sha256@libssh.org' },
    { name: 'sntrup761x25519-sha512' },
    { name: 'sntrup4591761x25519-sha512@tinyssh.org', since: [8, 0], until: [8, 5] },
    { name: 'sntrup761x25519-sha512@openssh.com', since: [8, 5] },
    { name: 'mlkem768x25519-sha256', since: [9, 9] },
  ],
  key: [
    { name: 'ssh-ed25519' },
    { name: 'ssh-ed25519-cert-v01@openssh.com' },
    { name: 'sk-ssh-ed25519@openssh.com' },
    { name: 'sk-ssh-ed25519-cert-v01@openssh.com' },
    { name: 'ssh-mldsa44-ed25519@openssh.com', since: [10, 4] },
    { name: 'ssh-mldsa44-ed25519-cert-v01@openssh.com', since: [10, 4] },
    { name: 'ecdsa-sha2-nistp256' },
    { name: 'ecdsa-sha2-nistp256-cert-v01@openssh.com' },
    { name: 'ecdsa-sha2-nistp384' },
    { name: 'ecdsa-sha2-nistp384-cert-v01@openssh.com' },
    { name: 'ecdsa-sha2-nistp521' },
    { name: 'ecdsa-sha2-nistp521-cert-v01@openssh.com' },
    { name: 'sk-ecdsa-sha2-nistp256@openssh.com' },
    { name: 'sk-ecdsa-sha2-nistp256-cert-v01@openssh.com' },
    { name: 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com' },
    { name: 'webauthn-sk-ecdsa-sha2-nistp256-cert-v01@openssh.com', since: [10, 3] },
    { name: 'ssh-dss', until: [9, 8] },
    { name: 'ssh-dss-cert-v01@openssh.com', until: [9, 8] },
    { name: 'ssh-rsa' },
    { name: 'ssh-rsa-cert-v01@openssh.com' },
    { name: 'rsa-sha2-256' },
    { name: 'rsa-sha2-256-cert-v01@openssh.com' },
    { name: 'rsa-sha2-512' },
    { name: 'rsa-sha2-512-cert-v01@openssh.com' },
  ],
  sig: [
    { name: 'ssh-ed25519' },
    { name: 'sk-ssh-ed25519@openssh.com' },
    { name: 'ssh-mldsa44-ed25519@openssh.com', since: [10, 4] },
    { name: 'ecdsa-sha2-nistp256' },
    { name: 'ecdsa-sha2-nistp384' },
    { name: 'ecdsa-sha2-nistp521' },
    { name: 'sk-ecdsa-sha2-nistp256@openssh.com' },
    { name: 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com' },
    { name: 'ssh-dss', until: [9, 8] },
    { name: 'ssh-rsa' },
    { name: 'rsa-sha2-256' },
    { name: 'rsa-sha2-512' },
  ],
}

/** sshkey.c keytypes before each type got a file of its own (9.2): the order `ssh -Q` and wildcards go by. */
const KEYS_BEFORE_9_2 =
  'ssh-ed25519,ssh-ed25519-cert-v01@openssh.com,sk-ssh-ed25519@openssh.com,sk-ssh-ed25519-cert-v01@openssh.com,ssh-rsa,' +
  'rsa-sha2-256,rsa-sha2-512,ssh-dss,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,' +
  'sk-ecdsa-sha2-nistp256@openssh.com,webauthn-sk-ecdsa-sha2-nistp256@openssh.com,ssh-rsa-cert-v01@openssh.com,' +
  'rsa-sha2-256-cert-v01@openssh.com,rsa-sha2-512-cert-v01@openssh.com,ssh-dss-cert-v01@openssh.com,' +
  'ecdsa-sha2-nistp256-cert-v01@openssh.com,ecdsa-sha2-nistp384-cert-v01@openssh.com,' +
  'ecdsa-sha2-nistp521-cert-v01@openssh.com,sk-ecdsa-sha2-nistp256-cert-v01@openssh.com,' +
  'ssh-rsa-cert-v00@openssh.com,ssh-dss-cert-v00@openssh.com'

const before92 = (names: readonly string[]): Algorithm[] =>
  names.map((name) => ({
    name,
    ...(name.startsWith('sk-') && { since: [8, 2] as const }),
    ...(name.startsWith('webauthn-') && { since: [8, 4] as const }),
    ...(name.startsWith('rsa-sha2-') && { since: name.includes('-cert-') ? ([7, 8] as const) : ([7, 2] as const) }),
    ...(name.endsWith('-v00@openssh.com') && { until: [7, 0] as const }),
  }))

export const OLD_KEYS: Readonly<Record<'key' | 'sig', readonly Algorithm[]>> = {
  key: before92(KEYS_BEFORE_9_2.split(',')),
  sig: before92(KEYS_BEFORE_9_2.split(',').filter((name) => !name.includes('-cert-'))),
}
