import { CTR, ECDSA, GCM, names, NIST, RSA2 } from './client.ts'
import type { ClientLine } from './client.ts'

const KEX = names(
  `curve25519-sha256@libssh.org,${NIST},diffie-hellman-group16-sha512,diffie-hellman-group-exchange-sha256,` +
    'diffie-hellman-group14-sha256,diffie-hellman-group-exchange-sha1,diffie-hellman-group14-sha1,diffie-hellman-group1-sha1',
)
const CIPHERS = `${CTR},aes128-cbc,aes192-cbc,aes256-cbc,3des-cbc`
const MACS = names(
  'hmac-sha2-256,hmac-sha2-512,hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha1,hmac-md5,hmac-sha1-96,hmac-md5-96',
)
const KEYS = `ssh-ed25519,${ECDSA},${RSA2},ssh-rsa`

/** Ansible's paramiko plugin, Fabric, many scripts. */
export const paramiko: ClientLine = {
  name: 'Paramiko',
  source: 'paramiko/transport.py Transport._preferred_*',
  versions: [
    {
      releases: '1.16 and 1.17',
      use: 'old',
      kex: names(
        'diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,diffie-hellman-group-exchange-sha256',
      ),
      ciphers: names(`${CIPHERS},blowfish-cbc,arcfour128,arcfour256`),
      macs: names('hmac-sha2-256,hmac-sha2-512,hmac-md5,hmac-sha1-96,hmac-md5-96,hmac-sha1'),
      keys: names('ssh-rsa,ssh-dss,ecdsa-sha2-nistp256'),
    },
    {
      releases: '2.9 to 3.4',
      use: 'everyday',
      kex: KEX,
      ciphers: names(CIPHERS),
      macs: MACS,
      keys: names(`${KEYS},ssh-dss`),
    },
    {
      releases: '3.5 and later',
      use: 'everyday',
      kex: KEX,
      ciphers: names(`${CIPHERS},${GCM}`),
      macs: MACS,
      keys: names(KEYS),
    },
  ],
}
