import { CTR, CURVES, ECDSA, GCM, names, NIST, RSA2 } from './client.ts'
import type { ClientLine } from './client.ts'

const KEX = `${CURVES},${NIST},diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256`
const MACS = names(
  'hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha1-etm@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1',
)
const KEYS = names(`ssh-ed25519,${ECDSA},${RSA2}`)

/** The library of Java programs: the first one, whose last release is of 2018, and its continuation (mwiede). */
export const jsch: ClientLine = {
  name: 'JSch',
  source: 'com/jcraft/jsch/JSch.java',
  versions: [
    {
      releases: '0.1.54 and 0.1.55',
      use: 'old',
      kex: names(
        `${NIST},diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha256,diffie-hellman-group-exchange-sha1,diffie-hellman-group1-sha1`,
      ),
      ciphers: names(
        'aes128-ctr,aes128-cbc,3des-ctr,3des-cbc,blowfish-cbc,aes192-ctr,aes192-cbc,aes256-ctr,aes256-cbc',
      ),
      macs: names('hmac-md5,hmac-sha1,hmac-sha2-256,hmac-sha1-96,hmac-md5-96'),
      keys: names(`ssh-rsa,ssh-dss,${ECDSA}`),
    },
    {
      releases: '0.2.0 to 0.2.25 (mwiede)',
      use: 'some',
      kex: names(KEX),
      ciphers: names(`${CTR},${GCM}`),
      macs: MACS,
      keys: KEYS,
    },
    {
      releases: '0.2.26 and later (mwiede)',
      use: 'some',
      kex: names(`mlkem768x25519-sha256,${KEX}`),
      ciphers: names(`${GCM},${CTR}`),
      macs: MACS,
      keys: KEYS,
    },
  ],
}
