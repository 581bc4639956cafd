import { createHash } from 'node:crypto'

/** Of a public key's blob, or its base64, as ssh-keygen shows it: `SHA256:…` (sshkey.c sshkey_fingerprint). */
export const fingerprintOf = (blob: Uint8Array | string): string =>
  `SHA256:${createHash('sha256')
    .update(typeof blob === 'string' ? Buffer.from(blob, 'base64') : blob)
    .digest('base64')
    .replace(/=+$/, '')}`
