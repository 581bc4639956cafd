import type { Rule } from '../view.ts'

export const keyCommand: Rule = {
  id: 'key-command',
  keywords: ['authorizedkeyscommand'],
  side: 'reachability',
  sources: ['auth2-pubkey.c user_key_command_allowed2'],
  check(c) {
    if (!c.set('authorizedkeyscommand') || c.is('authorizedkeyscommand', 'none', '')) return undefined
    return {
      severity: 'note',
      says: `sshd asks ${c.one('authorizedkeyscommand')} for keys.`,
      reason:
        'Each login waits for it, holding a slot of MaxStartups; when the directory behind it is down, keys are refused.',
    }
  },
}
