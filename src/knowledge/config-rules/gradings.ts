/**
 * What is thought of algorithms, and by whom. `broken`: practical attacks or removed upstream; `weak`: on its way out;
 * `doubted`: some would rather not. ssh-audit: its ssh2_kexdb.py, fail → broken, warn → weak or doubted.
 */
export interface Grading {
  grade: 'broken' | 'weak' | 'doubted'
  why: string
  who: string
}

const SSH_AUDIT = 'ssh-audit'
const g = (grade: Grading['grade'], why: string, who: string): Grading => ({ grade, why, who })

const SHA1_GROUP = g('weak', 'SHA-1', `${SSH_AUDIT}, RFC 9142`)
const CURVE = g('doubted', 'curves of NIST, whose constants nobody explains', SSH_AUDIT)
const CBC = g('weak', 'CBC mode, removed from the defaults in OpenSSH 6.7', SSH_AUDIT)
const RC4 = g('broken', 'RC4', `${SSH_AUDIT}, RFC 8758`)
const SMALL_BLOCK = g('broken', 'blocks of 64 bits', SSH_AUDIT)
const MD5 = g('broken', 'MD5', SSH_AUDIT)
const SHORT_TAG = g('doubted', 'a tag of 64 bits', SSH_AUDIT)
const SHA1_MAC = g('doubted', 'SHA-1', SSH_AUDIT)
const RIPEMD = g('weak', 'RIPEMD-160', SSH_AUDIT)
const AND_MAC = g('doubted', 'encrypt-and-MAC', SSH_AUDIT)
const TERRAPIN = g('doubted', 'the Terrapin attack (CVE-2023-48795) where a peer lacks strict key exchange', SSH_AUDIT)
const RSA1 = g('weak', 'signatures with SHA-1, off by default since OpenSSH 8.8', `${SSH_AUDIT}, OpenSSH 8.8`)
const DSA = g('broken', 'DSA of 1024 bits, off by default since OpenSSH 7.0', `${SSH_AUDIT}, OpenSSH 7.0`)

const GRADINGS: Readonly<Record<string, Grading>> = {
  'diffie-hellman-group1-sha1': g('broken', 'a group of 1024 bits (Logjam) and SHA-1', `${SSH_AUDIT}, RFC 9142`),
  'diffie-hellman-group14-sha1': SHA1_GROUP,
  'diffie-hellman-group-exchange-sha1': g('broken', 'SHA-1 and groups the peer chooses', `${SSH_AUDIT}, RFC 9142`),
  'ecdh-sha2-nistp256': CURVE,
  'ecdh-sha2-nistp384': CURVE,
  'ecdh-sha2-nistp521': CURVE,
  '3des-cbc': SMALL_BLOCK,
  'blowfish-cbc': SMALL_BLOCK,
  'cast128-cbc': SMALL_BLOCK,
  arcfour: RC4,
  arcfour128: RC4,
  arcfour256: RC4,
  'aes128-cbc': CBC,
  'aes192-cbc': CBC,
  'aes256-cbc': CBC,
  'rijndael-cbc@lysator.liu.se': CBC,
  'chacha20-poly1305@openssh.com': TERRAPIN,
  'hmac-md5': MD5,
  'hmac-md5-96': MD5,
  'hmac-md5-etm@openssh.com': MD5,
  'hmac-md5-96-etm@openssh.com': MD5,
  'hmac-ripemd160': RIPEMD,
  'hmac-ripemd160@openssh.com': RIPEMD,
  'hmac-ripemd160-etm@openssh.com': RIPEMD,
  'hmac-sha1-96': g('weak', 'SHA-1 cut to 96 bits', SSH_AUDIT),
  'hmac-sha1-96-etm@openssh.com': g('weak', 'SHA-1 cut to 96 bits', SSH_AUDIT),
  'hmac-sha1': SHA1_MAC,
  'hmac-sha1-etm@openssh.com': SHA1_MAC,
  'umac-64@openssh.com': SHORT_TAG,
  'umac-64-etm@openssh.com': SHORT_TAG,
  'umac-128@openssh.com': AND_MAC,
  'hmac-sha2-256': AND_MAC,
  'hmac-sha2-512': AND_MAC,
  'ssh-rsa': RSA1,
  'ssh-rsa-cert-v01@openssh.com': RSA1,
  'ssh-dss': DSA,
  'ssh-dss-cert-v01@openssh.com': DSA,
  'ecdsa-sha2-nistp256': CURVE,
  'ecdsa-sha2-nistp384': CURVE,
  'ecdsa-sha2-nistp521': CURVE,
}

export function gradingOf(name: string): Grading | undefined {
  return Object.hasOwn(GRADINGS, name) ? GRADINGS[name] : undefined
}
