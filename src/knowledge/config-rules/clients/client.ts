import type { Proposal } from '../../../openssh/proposals.ts'

/**
 * What a client offers by default, release by release: `everyday` are those that people and scripts use on most servers; `some` are
 * met here and there, mostly as a library; `old` have been replaced for years.
 */
export interface ClientLine {
  name: string
  /** Where its lists were read: the file of its source. */
  source: string
  versions: readonly ClientVersion[]
}

export interface ClientVersion extends Proposal {
  /** `0.75 to 0.77`, `1.11 and later`. */
  releases: string
  use: 'everyday' | 'some' | 'old'
}

/** A comma list. */
export const names = (list: string): readonly string[] => list.split(',')

export const CURVES = 'curve25519-sha256,curve25519-sha256@libssh.org'
export const NIST = 'ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521'
export const CTR = 'aes128-ctr,aes192-ctr,aes256-ctr'
export const GCM = 'aes128-gcm@openssh.com,aes256-gcm@openssh.com'
export const ECDSA = 'ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521'
export const RSA2 = 'rsa-sha2-512,rsa-sha2-256'
