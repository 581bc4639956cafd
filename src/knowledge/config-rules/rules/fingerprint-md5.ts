import type { Rule } from '../view.ts'

export const fingerprintMd5: Rule = {
  id: 'fingerprint-md5',
  keywords: ['fingerprinthash'],
  side: 'safety',
  sources: ['sshd_config(5) FingerprintHash'],
  peers: ['Lynis SSH-7408 FingerprintHash'],
  check(c) {
    if (!c.is('fingerprinthash', 'md5')) return undefined
    return {
      severity: 'minor',
      says: 'Keys are written into the log as MD5 fingerprints.',
      reason: 'Two keys can be made to look alike.',
      recommend: { keyword: 'FingerprintHash', value: 'sha256' },
    }
  },
}
