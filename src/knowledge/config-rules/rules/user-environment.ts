import type { Rule } from '../view.ts'

export const userEnvironment: Rule = {
  id: 'user-environment',
  keywords: ['permituserenvironment'],
  side: 'safety',
  sources: ['sshd_config(5) PermitUserEnvironment'],
  peers: ['Lynis SSH-7408 PermitUserEnvironment'],
  check(c) {
    if (!c.set('permituserenvironment') || c.is('permituserenvironment', 'no', '')) return undefined
    return {
      severity: 'minor',
      says: `PermitUserEnvironment ${c.one('permituserenvironment')}: users set variables before anything of theirs is restricted.`,
      reason: 'LD_PRELOAD and its like get around a ForceCommand.',
      recommend: { keyword: 'PermitUserEnvironment', value: 'no' },
    }
  },
}
