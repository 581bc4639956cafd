import type { Rule } from '../view.ts'

export const methodsMany: Rule = {
  id: 'methods-many',
  keywords: ['authenticationmethods'],
  side: 'reachability',
  sources: ['sshd_config(5) AuthenticationMethods'],
  check(c) {
    const lists = c
      .one('authenticationmethods')
      .split(' ')
      .filter((list) => list !== '')
    if (lists.length === 0 || lists.includes('any') || !lists.every((list) => list.includes(','))) return undefined
    return {
      severity: 'note',
      says: `Every login takes several steps: ${lists.join(' or ')}.`,
      reason:
        "Programs that can do one step only (scp in scripts, deploy keys, BatchMode) end with 'Permission denied' after a key that was accepted.",
    }
  },
}
