import { parseRelease } from './release.ts'

/** Libraries that sign with RSA keys, and their first release that knows rsa-sha2 (RFC 8332). */
const FIRST_WITH_SHA2: readonly (readonly [RegExp, readonly number[]])[] = [
  // JSch of JCraft ended with 0.1.55 without it; its continuation (mwiede) has it since 0.1.57.
  [/^JSCH[-_](\d{1,3}(?:\.\d{1,3}){1,3})/i, [0, 1, 57]],
  [/^paramiko_(\d{1,3}(?:\.\d{1,3}){1,3})/i, [2, 9]],
  [/^libssh2_(\d{1,3}(?:\.\d{1,3}){1,3})/i, [1, 10, 0]],
  [/^libssh[_-](\d{1,3}(?:\.\d{1,3}){1,3})/i, [0, 9, 0]],
  [/^SSHJ[_-](\d{1,3}(?:\.\d{1,3}){1,3})/i, [0, 31]],
  [/^PuTTY_Release_(\d{1,3}\.\d{1,3})/i, [0, 75]],
  [/^WinSCP_release_(\d{1,3}(?:\.\d{1,3}){1,3})/i, [5, 19]],
  [/^dropbear_(\d{4}\.\d{1,3})/i, [2020, 79]],
]

const before = (release: readonly number[], first: readonly number[]): boolean => {
  for (let i = 0; i < Math.max(release.length, first.length); i++) {
    const difference = (release[i] ?? 0) - (first[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/**
 * Whether a client signs with an RSA key by SHA-1 alone (`ssh-rsa`), by the software field of its identification; undefined where it is not known
 * here. OpenSSH itself knows rsa-sha2 since 7.2 (sshkey.c).
 */
export function signsBySha1Alone(software: string): boolean | undefined {
  const name = software.replace(/^SSH-\d\.\d{1,2}-/, '')
  const openssh = parseRelease(name)
  if (openssh) return openssh.major < 7 || (openssh.major === 7 && openssh.minor < 2)
  for (const [pattern, first] of FIRST_WITH_SHA2) {
    const release = pattern.exec(name)?.[1]
    if (release !== undefined) return before(release.split('.').map(Number), first)
  }
  return undefined
}

/** Whether a server takes such a signature as it comes: OpenSSH since 8.8 does not (myproposal.h, PubkeyAcceptedAlgorithms). */
export function takesSha1Signatures(software: string): boolean | undefined {
  const openssh = parseRelease(software.replace(/^SSH-\d\.\d{1,2}-/, ''))
  return openssh && (openssh.major < 8 || (openssh.major === 8 && openssh.minor < 8))
}
