import { CURVES, ECDSA, GCM, names, NIST, RSA2 } from './client.ts'
import type { ClientLine } from './client.ts'

const OLD_KEX =
  `${CURVES},curve448-sha512,${NIST},diffie-hellman-group-exchange-sha256,diffie-hellman-group-exchange-sha1,` +
  'diffie-hellman-group14-sha256,diffie-hellman-group14-sha1,rsa2048-sha256,rsa1024-sha1,diffie-hellman-group1-sha1'
const GROUPS =
  'diffie-hellman-group15-sha512,diffie-hellman-group16-sha512,diffie-hellman-group17-sha512,diffie-hellman-group18-sha512'
const CIPHERS =
  'aes256-ctr,aes256-cbc,rijndael-cbc@lysator.liu.se,aes192-ctr,aes192-cbc,aes128-ctr,aes128-cbc,chacha20-poly1305@openssh.com,3des-ctr,3des-cbc'
const MACS =
  'hmac-sha2-256,hmac-sha1,hmac-sha1-96,hmac-md5,hmac-sha2-256-etm@openssh.com,hmac-sha1-etm@openssh.com,' +
  'hmac-sha1-96-etm@openssh.com,hmac-md5-etm@openssh.com'
const SHA512 = 'hmac-sha2-512,hmac-sha2-512-etm@openssh.com'
const KEYS = `ssh-ed448,ssh-ed25519,${ECDSA},${RSA2},ssh-rsa,ssh-dss`

/** What it asks about first (its warning for old algorithms) is offered as well. */
export const putty: ClientLine = {
  name: 'PuTTY',
  source: 'settings.c, ssh2transport.c (ssh/transport2.c since 0.77)',
  versions: [
    {
      releases: '0.75 to 0.77',
      use: 'everyday',
      kex: names(OLD_KEX),
      ciphers: names(CIPHERS),
      macs: names(MACS),
      keys: names(KEYS),
    },
    {
      releases: '0.78',
      use: 'everyday',
      kex: names(`sntrup761x25519-sha512@openssh.com,${OLD_KEX},${GROUPS}`),
      ciphers: names(`${CIPHERS},${GCM}`),
      macs: names(MACS),
      keys: names(KEYS),
    },
    {
      releases: '0.79 to 0.82',
      use: 'everyday',
      kex: names(`sntrup761x25519-sha512@openssh.com,${OLD_KEX},${GROUPS}`),
      ciphers: names(`${CIPHERS},${GCM}`),
      macs: names(`${MACS},${SHA512}`),
      keys: names(KEYS),
    },
    {
      releases: '0.83 and later',
      use: 'everyday',
      kex: names(
        `sntrup761x25519-sha512,sntrup761x25519-sha512@openssh.com,mlkem768x25519-sha256,mlkem1024nistp384-sha384,mlkem768nistp256-sha256,${OLD_KEX},${GROUPS}`,
      ),
      ciphers: names(`${CIPHERS},${GCM}`),
      macs: names(`${MACS},${SHA512}`),
      keys: names(KEYS),
    },
  ],
}
