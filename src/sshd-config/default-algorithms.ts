import { atLeast, type Release } from '../openssh/release.ts'

/** myproposal.h by release: what is offered where sshd_config names no algorithms. */

const AES = ['aes128-ctr', 'aes192-ctr', 'aes256-ctr']
const GCM = ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com']

const MACS =
  'umac-64-etm@openssh.com,umac-128-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,' +
  'hmac-sha1-etm@openssh.com,umac-64@openssh.com,umac-128@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1'

const ECDH = 'curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521'
const DH =
  'diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,' +
  'diffie-hellman-group14-sha256'
const SNTRUP_OLD = 'sntrup761x25519-sha512@openssh.com'
const SNTRUP = `sntrup761x25519-sha512,${SNTRUP_OLD}`
const MLKEM = 'mlkem768x25519-sha256'

/** 9.9 gave it its final name; Debian 12 carries that back. */
export function hasFinalSntrup({ major, minor, distribution }: Release): boolean {
  return atLeast({ major, minor }, [9, 9]) || (distribution === 'debian' && major === 9 && minor === 2)
}

function kex(release: Release): string {
  // A server's Diffie-Hellman groups left the default with 10.0.
  if (atLeast(release, [10, 0])) return [MLKEM, SNTRUP, ECDH].join(',')
  if (atLeast(release, [9, 9])) return [SNTRUP, MLKEM, ECDH, DH].join(',')
  // Debian's 9.2, not Ubuntu's 9.6, has the final name beside the old one.
  if (hasFinalSntrup(release)) return [SNTRUP, ECDH, DH].join(',')
  if (atLeast(release, [9, 0])) return [SNTRUP_OLD, ECDH, DH].join(',')
  if (atLeast(release, [8, 9])) return [ECDH, SNTRUP_OLD, DH].join(',')
  if (atLeast(release, [8, 2])) return [ECDH, DH].join(',')
  return [ECDH, DH, 'diffie-hellman-group14-sha1'].join(',')
}

const ECDSA = ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521']
const SK_ED = 'sk-ssh-ed25519@openssh.com'
const SK_EC = 'sk-ecdsa-sha2-nistp256@openssh.com'

/** Plain types in their order; certificates are the same before them. */
function keyTypes(release: Release): string[] {
  const rsa = ['rsa-sha2-512', 'rsa-sha2-256', ...(atLeast(release, [8, 8]) ? [] : ['ssh-rsa'])]
  if (atLeast(release, [8, 5])) return ['ssh-ed25519', ...ECDSA, SK_ED, SK_EC, ...rsa]
  if (atLeast(release, [8, 2])) return [...ECDSA, SK_EC, 'ssh-ed25519', SK_ED, ...rsa]
  return [...ECDSA, 'ssh-ed25519', ...rsa]
}

const certificate = (type: string): string => `${type.replace(/@openssh\.com$/, '')}-cert-v01@openssh.com`

function signatures(release: Release): string {
  if (atLeast(release, [8, 5])) return ['ssh-ed25519', ...ECDSA, SK_ED, SK_EC, 'rsa-sha2-512', 'rsa-sha2-256'].join(',')
  if (atLeast(release, [8, 2])) return [...ECDSA, SK_EC, 'ssh-ed25519', SK_ED, 'rsa-sha2-512', 'rsa-sha2-256'].join(',')
  return [...ECDSA, 'ssh-ed25519', 'rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'].join(',')
}

/** Keyword as that release names it → its default list. */
export function defaultAlgorithms(release: Release): Record<string, string> {
  const types = keyTypes(release)
  const keys = [...types.map(certificate), ...types].join(',')
  const renamed = atLeast(release, [8, 5])
  const chacha = 'chacha20-poly1305@openssh.com'
  return {
    ciphers: [chacha, ...(atLeast(release, [10, 0]) ? [...GCM, ...AES] : [...AES, ...GCM])].join(','),
    macs: MACS,
    kexalgorithms: kex(release),
    ...(atLeast(release, [7, 9]) ? { casignaturealgorithms: signatures(release) } : {}),
    [renamed ? 'hostbasedacceptedalgorithms' : 'hostbasedacceptedkeytypes']: keys,
    hostkeyalgorithms: keys,
    [renamed ? 'pubkeyacceptedalgorithms' : 'pubkeyacceptedkeytypes']: keys,
  }
}
