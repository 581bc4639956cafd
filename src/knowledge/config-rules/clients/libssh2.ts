import { CTR, CURVES, ECDSA, GCM, names, NIST, RSA2 } from './client.ts'
import type { ClientLine } from './client.ts'

const SHA1_KEX = 'diffie-hellman-group14-sha1,diffie-hellman-group1-sha1,diffie-hellman-group-exchange-sha1'
const GROUPS =
  'diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256'
const CIPHERS = `${CTR},aes256-cbc,rijndael-cbc@lysator.liu.se,aes192-cbc,aes128-cbc,3des-cbc`
const MACS = 'hmac-sha2-256,hmac-sha2-512,hmac-sha1,hmac-sha1-96,hmac-md5,hmac-md5-96'
const ETM = 'hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha1-etm@openssh.com'

/** curl's sftp and scp, libgit2, PHP's ssh2; as built with OpenSSL. */
export const libssh2: ClientLine = {
  name: 'libssh2',
  source: 'src/kex.c, src/hostkey.c, src/mac.c, src/crypt.c',
  versions: [
    {
      releases: '1.8 and older',
      use: 'old',
      kex: names(`diffie-hellman-group-exchange-sha256,${SHA1_KEX}`),
      ciphers: names(`${CIPHERS},blowfish-cbc,arcfour128,arcfour,cast128-cbc`),
      macs: names(MACS),
      keys: names('ssh-rsa,ssh-dss'),
    },
    {
      releases: '1.9',
      use: 'some',
      kex: names(`${NIST},${CURVES},diffie-hellman-group-exchange-sha256,${SHA1_KEX}`),
      ciphers: names(CIPHERS),
      macs: names(MACS),
      keys: names(`${ECDSA},ssh-ed25519,ssh-rsa,ssh-dss`),
    },
    {
      releases: '1.10 (Debian 12)',
      use: 'some',
      kex: names(`${CURVES},${NIST},${GROUPS},${SHA1_KEX}`),
      ciphers: names(CIPHERS),
      macs: names(MACS),
      keys: names(`${ECDSA},ssh-ed25519,ssh-rsa,ssh-dss`),
    },
    {
      releases: '1.11 and later',
      use: 'some',
      kex: names(`${CURVES},${NIST},${GROUPS},${SHA1_KEX}`),
      ciphers: names(`${GCM},${CIPHERS}`),
      macs: names(`${MACS},${ETM}`),
      keys: names(`${ECDSA},ssh-ed25519,${RSA2},ssh-rsa,ssh-dss`),
    },
  ],
}
