/** What the text of an identity file is; `public` and `other` are no private key. */
export type KeyFileKind = 'private' | 'encrypted' | 'public' | 'other'

const OPENSSH_BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----\n'
const OPENSSH_END = '-----END OPENSSH PRIVATE KEY-----\n'
const MAGIC = 'openssh-key-v1\0'
const PUBLIC = /^(?:\S+ )?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+ [A-Za-z0-9+/]{20}|^---- BEGIN SSH2 PUBLIC KEY/

/**
 * Tells a private key from what is none, as ssh would read it, without looking at the key itself.
 * OpenSSH's own format is taken only with its first line first, line feeds alone, and the last one present
 * (sshkey.c private2_uudecode); OpenSSL's PEM reader forgives all of that.
 * @param text the file's first 16 KiB, one character a byte
 * @param whole whether that is all of it
 */
export function keyFileKind(text: string, whole: boolean): KeyFileKind {
  if (PUBLIC.test(text)) return 'public'
  if (text.startsWith(OPENSSH_BEGIN)) {
    if (whole && !text.includes('\n' + OPENSSH_END)) return 'other'
    const cipher = opensshCipher(text)
    if (cipher === undefined) return 'other'
    return cipher === 'none' ? 'private' : 'encrypted'
  }
  const pem = /^-----BEGIN ((?:RSA |DSA |EC |ENCRYPTED )?)PRIVATE KEY-----\r?$/m.exec(text)
  if (!pem) return 'other'
  const isEncrypted = pem[1] === 'ENCRYPTED ' || /^Proc-Type: *4,ENCRYPTED/m.test(text)
  return isEncrypted ? 'encrypted' : 'private'
}

/** The name of the cipher in the container's head: magic, then a string of at most 64 bytes. */
function opensshCipher(text: string): string | undefined {
  const body = text.slice(OPENSSH_BEGIN.length, OPENSSH_BEGIN.length + 256).replace(/-----[\s\S]*$|\s/g, '')
  const head = Buffer.from(body, 'base64').subarray(0, MAGIC.length + 4 + 64)
  if (head.length < MAGIC.length + 4 || head.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined
  const length = head.readUInt32BE(MAGIC.length)
  const name = head.subarray(MAGIC.length + 4, MAGIC.length + 4 + length)
  return length > 64 || name.length < length ? undefined : name.toString('latin1')
}
