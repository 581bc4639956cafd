import type { Rule } from '../view.ts'

export const acceptAnyEnvironment: Rule = {
  id: 'accept-any-environment',
  keywords: ['acceptenv'],
  side: 'safety',
  sources: ['sshd_config(5) AcceptEnv'],
  check(c) {
    const wide = c
      .all('acceptenv')
      .flatMap((each) => each.split(' '))
      .filter((name) => /^\*$|^LD_/.test(name))
    if (wide.length === 0) return undefined
    return {
      severity: 'minor',
      says: `AcceptEnv takes ${wide.join(' ')} from clients.`,
      reason: 'LD_PRELOAD and its like get around a ForceCommand.',
      recommend: { keyword: 'AcceptEnv', value: 'LANG LC_*' },
    }
  },
}
