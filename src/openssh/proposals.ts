import { atLeast, type Release, type Since } from './release.ts'

/**
 * What OpenSSH offers in the key exchange where nobody configured it, in its order: myproposal.h of every release from 6.6 to 10.5, built
 * with OpenSSL (KEX_SERVER_*, KEX_CLIENT_*, KEX_DEFAULT_PK_ALG, SSH_ALLOWED_CA_SIGALGS). What vendors change is not here.
 */
export interface Proposal {
  kex: readonly string[]
  ciphers: readonly string[]
  macs: readonly string[]
  /** Host keys, and public keys where a server accepts them. */
  keys: readonly string[]
}

/** A list as it stood from a release on; oldest first. */
type Rows = readonly (readonly [since: Since, ...parts: readonly string[]])[]

const NIST = 'ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521'
const CURVE = 'curve25519-sha256@libssh.org'
const CURVES = `curve25519-sha256,${CURVE}`
const GEX = 'diffie-hellman-group-exchange-sha256'
const GEX_SHA1 = 'diffie-hellman-group-exchange-sha1'
const GROUP14_SHA1 = 'diffie-hellman-group14-sha1'
const GROUP14 = 'diffie-hellman-group14-sha256'
const GROUP1 = 'diffie-hellman-group1-sha1'
const BIG_GROUPS = 'diffie-hellman-group16-sha512,diffie-hellman-group18-sha512'
const SNTRUP_OLD = 'sntrup761x25519-sha512@openssh.com'
const SNTRUP = `sntrup761x25519-sha512,${SNTRUP_OLD}`
const MLKEM = 'mlkem768x25519-sha256'

const SHARED_KEX: Rows = [
  [[8, 2], CURVES, NIST, GEX, BIG_GROUPS, GROUP14],
  [[8, 9], CURVES, NIST, SNTRUP_OLD, GEX, BIG_GROUPS, GROUP14],
  [[9, 0], SNTRUP_OLD, CURVES, NIST, GEX, BIG_GROUPS, GROUP14],
  [[9, 9], SNTRUP, MLKEM, CURVES, NIST, GEX, BIG_GROUPS, GROUP14],
]

const SERVER_KEX: Rows = [
  [[6, 6], CURVE, NIST, GEX, GEX_SHA1, GROUP14_SHA1, GROUP1],
  [[6, 7], CURVE, NIST, GEX, GROUP14_SHA1],
  [[7, 3], CURVE, NIST, GEX, BIG_GROUPS, GROUP14, GROUP14_SHA1],
  [[7, 4], CURVES, NIST, GEX, BIG_GROUPS, GROUP14, GROUP14_SHA1],
  ...SHARED_KEX,
  // A server's Diffie-Hellman groups left its default.
  [[10, 0], MLKEM, SNTRUP, CURVES, NIST],
]

const CLIENT_KEX: Rows = [
  [[6, 6], CURVE, NIST, GEX, GEX_SHA1, GROUP14_SHA1, GROUP1],
  [[6, 7], CURVE, NIST, GEX, GROUP14_SHA1, GEX_SHA1, GROUP1],
  [[6, 9], CURVE, NIST, GEX, GEX_SHA1, GROUP14_SHA1, GROUP1],
  [[7, 0], CURVE, NIST, GEX, GEX_SHA1, GROUP14_SHA1],
  [[7, 3], CURVE, NIST, GEX, BIG_GROUPS, GEX_SHA1, GROUP14, GROUP14_SHA1],
  [[7, 4], CURVES, NIST, GEX, BIG_GROUPS, GEX_SHA1, GROUP14, GROUP14_SHA1],
  [[8, 0], CURVES, NIST, GEX, BIG_GROUPS, GROUP14, GROUP14_SHA1],
  ...SHARED_KEX,
  [[10, 0], MLKEM, SNTRUP, CURVES, NIST, GEX, BIG_GROUPS, GROUP14],
]

const CTR = 'aes128-ctr,aes192-ctr,aes256-ctr'
const GCM = 'aes128-gcm@openssh.com,aes256-gcm@openssh.com'
const CHACHA = 'chacha20-poly1305@openssh.com'
const RC4 = 'arcfour256,arcfour128'
const OLD_CIPHERS =
  'aes128-cbc,3des-cbc,blowfish-cbc,cast128-cbc,aes192-cbc,aes256-cbc,arcfour,rijndael-cbc@lysator.liu.se'

const SERVER_CIPHERS: Rows = [
  [[6, 6], CTR, RC4, GCM, CHACHA, OLD_CIPHERS],
  [[6, 7], CTR, GCM, CHACHA],
  [[6, 9], CHACHA, CTR, GCM],
  [[10, 0], CHACHA, GCM, CTR],
]

const CLIENT_CIPHERS: Rows = [
  [[6, 6], CTR, RC4, GCM, CHACHA, OLD_CIPHERS],
  [[6, 7], CTR, GCM, CHACHA, RC4, OLD_CIPHERS],
  [[6, 9], CHACHA, CTR, GCM, RC4, OLD_CIPHERS],
  [[7, 2], CHACHA, CTR, GCM, 'aes128-cbc,aes192-cbc,aes256-cbc,3des-cbc'],
  [[7, 4], CHACHA, CTR, GCM, 'aes128-cbc,aes192-cbc,aes256-cbc'],
  [[7, 6], CHACHA, CTR, GCM],
  [[10, 0], CHACHA, GCM, CTR],
]

const MACS =
  'umac-64-etm@openssh.com,umac-128-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,' +
  'hmac-sha1-etm@openssh.com,umac-64@openssh.com,umac-128@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1'
const OLD_MACS =
  'hmac-md5-etm@openssh.com,hmac-sha1-etm@openssh.com,umac-64-etm@openssh.com,umac-128-etm@openssh.com,' +
  'hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-ripemd160-etm@openssh.com,' +
  'hmac-sha1-96-etm@openssh.com,hmac-md5-96-etm@openssh.com,hmac-md5,hmac-sha1,umac-64@openssh.com,umac-128@openssh.com,' +
  'hmac-sha2-256,hmac-sha2-512,hmac-ripemd160,hmac-ripemd160@openssh.com,hmac-sha1-96,hmac-md5-96'
const CLIENT_ONLY_MACS =
  'hmac-md5-etm@openssh.com,hmac-ripemd160-etm@openssh.com,hmac-sha1-96-etm@openssh.com,hmac-md5-96-etm@openssh.com,' +
  'hmac-md5,hmac-ripemd160,hmac-ripemd160@openssh.com,hmac-sha1-96,hmac-md5-96'

const SERVER_MACS: Rows = [
  [[6, 6], OLD_MACS],
  [[6, 7], MACS],
]

const CLIENT_MACS: Rows = [
  [[6, 6], OLD_MACS],
  [[6, 7], MACS, CLIENT_ONLY_MACS],
  [[7, 2], MACS],
]

const ECDSA = 'ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521'
const SK_ED = 'sk-ssh-ed25519@openssh.com'
const SK_EC = 'sk-ecdsa-sha2-nistp256@openssh.com'
const WEBAUTHN = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com'
const RSA2 = 'rsa-sha2-512,rsa-sha2-256'

/** Plain types in their order. */
const TYPES: Rows = [
  [[6, 6], ECDSA, 'ssh-ed25519,ssh-rsa,ssh-dss'],
  [[7, 0], ECDSA, 'ssh-ed25519,ssh-rsa'],
  [[7, 2], ECDSA, 'ssh-ed25519', RSA2, 'ssh-rsa'],
  [[8, 2], ECDSA, SK_EC, 'ssh-ed25519', SK_ED, RSA2, 'ssh-rsa'],
  [[8, 5], 'ssh-ed25519', ECDSA, SK_ED, SK_EC, RSA2, 'ssh-rsa'],
  [[8, 8], 'ssh-ed25519', ECDSA, SK_ED, SK_EC, RSA2],
  [[10, 3], 'ssh-ed25519', ECDSA, SK_ED, SK_EC, WEBAUTHN, RSA2],
]

/** Up to 6.9 certificates of the first format stood behind the others. */
const V00 = ['ssh-rsa-cert-v00@openssh.com', 'ssh-dss-cert-v00@openssh.com']

const SIGNATURES: Rows = [
  [[7, 9], ECDSA, 'ssh-ed25519', RSA2, 'ssh-rsa'],
  [[8, 2], ECDSA, SK_EC, 'ssh-ed25519', SK_ED, RSA2],
  [[8, 5], 'ssh-ed25519', ECDSA, SK_ED, SK_EC, RSA2],
  [[10, 3], 'ssh-ed25519', ECDSA, SK_ED, SK_EC, WEBAUTHN, RSA2],
]

/** The last row that holds; a release before the first reads as the first. */
function listOf(rows: Rows, release: Release): string[] {
  const [, ...parts] = rows.findLast(([since]) => atLeast(release, since)) ?? rows[0]!
  return parts.flatMap((part) => part.split(','))
}

/** Certificates stand before the plain types, in the same order; before 7.8 those of rsa-sha2 had no name of their own. */
function keysOf(release: Release): string[] {
  const types = listOf(TYPES, release)
  const named = atLeast(release, [7, 8]) ? types : types.filter((type) => !type.startsWith('rsa-sha2-'))
  const certificates = named.map((type) => `${type.replace(/@openssh\.com$/, '')}-cert-v01@openssh.com`)
  return [...certificates, ...(atLeast(release, [7, 0]) ? [] : V00), ...types]
}

export function serverProposal(release: Release): Proposal {
  return {
    kex: listOf(SERVER_KEX, release),
    ciphers: listOf(SERVER_CIPHERS, release),
    macs: listOf(SERVER_MACS, release),
    keys: keysOf(release),
  }
}

export function clientProposal(release: Release): Proposal {
  return {
    kex: listOf(CLIENT_KEX, release),
    ciphers: listOf(CLIENT_CIPHERS, release),
    macs: listOf(CLIENT_MACS, release),
    keys: keysOf(release),
  }
}

/** Algorithms with which a CA may sign certificates (CASignatureAlgorithms), from 7.9 on. */
export const caSignatures = (release: Release): string[] => listOf(SIGNATURES, release)
