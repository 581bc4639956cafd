import type { Rule } from '../view.ts'

export const compression: Rule = {
  id: 'compression',
  keywords: ['compression'],
  side: 'safety',
  sources: ['sshd_config(5) Compression', 'OpenSSH 7.4 release notes'],
  peers: ['Lynis SSH-7408 Compression'],
  check(c) {
    if (!c.is('compression', 'yes', 'delayed')) return undefined
    // Up to 7.3 the default was delayed, and yes meant at once.
    const early = !c.since(7, 4) && c.lines('compression').some((line) => line.took && line.arguments[0] === 'yes')
    return {
      severity: early ? 'minor' : 'note',
      says: early ? 'Data is decompressed before the login.' : 'Data may be compressed, after the login.',
      reason: early
        ? 'Up to 7.3 strangers reach zlib without logging in; delayed keeps them from it.'
        : 'Lynis would rather have it off; since 7.4 no stranger reaches it.',
      ...(early && { recommend: { keyword: 'Compression', value: 'delayed' } }),
    }
  },
}
