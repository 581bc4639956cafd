import { CTR, CURVES, ECDSA, GCM, names, NIST, RSA2 } from './client.ts'
import type { ClientLine } from './client.ts'

const GROUPS =
  'diffie-hellman-group18-sha512,diffie-hellman-group16-sha512,diffie-hellman-group-exchange-sha256,diffie-hellman-group14-sha256'
const ETM = 'hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com'
const PLAIN = 'hmac-sha2-256,hmac-sha2-512'
const CBC = 'aes256-cbc,aes192-cbc,aes128-cbc,3des-cbc'
const SK = 'sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com'

export const libssh: ClientLine = {
  name: 'libssh',
  source: 'src/kex.c default_methods',
  versions: [
    {
      releases: '0.8',
      use: 'some',
      kex: names(
        `${CURVES},${NIST},diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha1,diffie-hellman-group1-sha1`,
      ),
      ciphers: names(`${CTR},${CBC}`),
      macs: names(`${PLAIN},hmac-sha1`),
      keys: names(`ssh-ed25519,${ECDSA},ssh-rsa,${RSA2},ssh-dss`),
    },
    {
      releases: '0.9',
      use: 'some',
      kex: names(`${CURVES},${NIST},${GROUPS},diffie-hellman-group14-sha1,diffie-hellman-group1-sha1`),
      ciphers: names(`${GCM},${CTR},${CBC}`),
      macs: names(`${ETM},hmac-sha1-etm@openssh.com,${PLAIN},hmac-sha1`),
      keys: names(`ssh-ed25519,${ECDSA},${RSA2},ssh-rsa`),
    },
    {
      releases: '0.10 and 0.11',
      use: 'some',
      kex: names(`${CURVES},${NIST},${GROUPS}`),
      ciphers: names(`chacha20-poly1305@openssh.com,${GCM},${CTR}`),
      macs: names(`${ETM},${PLAIN}`),
      keys: names(`ssh-ed25519,${ECDSA},${SK},${RSA2}`),
    },
    {
      releases: '0.12 and later',
      use: 'some',
      kex: names(
        `mlkem768x25519-sha256,sntrup761x25519-sha512,sntrup761x25519-sha512@openssh.com,${CURVES},${NIST},${GROUPS}`,
      ),
      ciphers: names(`chacha20-poly1305@openssh.com,${GCM},${CTR}`),
      macs: names(`${ETM},${PLAIN}`),
      keys: names(`ssh-ed25519,${ECDSA},${SK},${RSA2}`),
    },
  ],
}
