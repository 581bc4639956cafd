import type { Rule } from '../view.ts'

export const keysCommandAsRoot: Rule = {
  id: 'keys-command-as-root',
  keywords: ['authorizedkeyscommanduser', 'authorizedprincipalscommanduser'],
  side: 'safety',
  sources: ['sshd_config(5) AuthorizedKeysCommandUser'],
  check(c) {
    const keyword = ['authorizedkeyscommanduser', 'authorizedprincipalscommanduser'].find((each) => c.is(each, 'root'))
    if (keyword === undefined) return undefined
    return {
      severity: 'minor',
      keyword,
      says: 'The command that looks keys up runs as root.',
      reason:
        'The command reads names that strangers made up. It should run as a user of its own that can do nothing else.',
    }
  },
}
