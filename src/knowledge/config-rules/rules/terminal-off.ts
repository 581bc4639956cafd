import type { Rule } from '../view.ts'

export const terminalOff: Rule = {
  id: 'terminal-off',
  keywords: ['permittty'],
  side: 'reachability',
  sources: ['sshd_config(5) PermitTTY'],
  check(c) {
    if (!c.is('permittty', 'no')) return undefined
    return {
      severity: 'minor',
      says: 'PermitTTY no: logins get no terminal.',
      reason: 'A shell looks as if it hung, without a prompt; sudo and editors refuse to work.',
    }
  },
}
