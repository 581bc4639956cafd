import { CTR, CURVES, ECDSA, GCM, names, NIST, RSA2 } from './client.ts'
import type { ClientLine } from './client.ts'

const KEX = `${CURVES},${NIST},diffie-hellman-group14-sha256,diffie-hellman-group14-sha1`
const CIPHERS = names(`${GCM},chacha20-poly1305@openssh.com,${CTR}`)
const KEYS = names(`${ECDSA},${RSA2},ssh-rsa,ssh-dss,ssh-ed25519`)
const OLD_MACS = 'hmac-sha2-256-etm@openssh.com,hmac-sha2-256,hmac-sha1,hmac-sha1-96'
const MACS = names(`${OLD_MACS},hmac-sha2-512-etm@openssh.com,hmac-sha2-512`)

/** Terraform, Packer, Gitea, rclone and whatever else is written in Go. */
export const go: ClientLine = {
  name: "Go's x/crypto/ssh",
  source: 'ssh/common.go, ssh/mac.go',
  versions: [
    {
      releases: '0.1 to 0.13',
      use: 'some',
      kex: names(KEX),
      ciphers: names(`aes128-gcm@openssh.com,chacha20-poly1305@openssh.com,${CTR}`),
      macs: names(OLD_MACS),
      keys: KEYS,
    },
    { releases: '0.14 to 0.37', use: 'everyday', kex: names(KEX), ciphers: CIPHERS, macs: MACS, keys: KEYS },
    {
      releases: '0.38 and later',
      use: 'everyday',
      kex: names(`mlkem768x25519-sha256,${KEX}`),
      ciphers: CIPHERS,
      macs: MACS,
      keys: KEYS,
    },
  ],
}
