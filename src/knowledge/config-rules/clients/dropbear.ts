import { CURVES, ECDSA, names } from './client.ts'
import type { ClientLine } from './client.ts'

const ECDH = 'ecdh-sha2-nistp521,ecdh-sha2-nistp384,ecdh-sha2-nistp256'
const CTR = 'aes128-ctr,aes256-ctr'
const SK = 'sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com'

/** dbclient of routers and small boards (OpenWrt); its defaults, which a builder may change. */
export const dropbear: ClientLine = {
  name: 'dropbear',
  source: 'src/default_options.h, src/common-algo.c',
  versions: [
    {
      releases: '2018.76 to 2019.78',
      use: 'old',
      kex: names(
        `${CURVES},${ECDH},diffie-hellman-group14-sha256,diffie-hellman-group14-sha1,diffie-hellman-group1-sha1`,
      ),
      ciphers: names(`${CTR},aes128-cbc,aes256-cbc,3des-ctr,3des-cbc`),
      macs: names('hmac-sha1-96,hmac-sha1,hmac-sha2-256'),
      keys: names(`${ECDSA},ssh-rsa,ssh-dss`),
    },
    {
      releases: '2020.79 to 2024.86',
      use: 'some',
      kex: names(`${CURVES},${ECDH},diffie-hellman-group14-sha256,diffie-hellman-group14-sha1`),
      ciphers: names(`chacha20-poly1305@openssh.com,${CTR}`),
      macs: names('hmac-sha1,hmac-sha2-256'),
      keys: names(`ssh-ed25519,${ECDSA},rsa-sha2-256,ssh-rsa`),
    },
    {
      releases: '2025.87 and later',
      use: 'some',
      kex: names(
        `sntrup761x25519-sha512,sntrup761x25519-sha512@openssh.com,mlkem768x25519-sha256,${CURVES},${ECDH},diffie-hellman-group14-sha256`,
      ),
      ciphers: names('chacha20-poly1305@openssh.com,aes256-ctr,aes128-ctr'),
      macs: names('hmac-sha2-256'),
      keys: names(`ssh-ed25519,${SK},${ECDSA},rsa-sha2-256`),
    },
  ],
}
