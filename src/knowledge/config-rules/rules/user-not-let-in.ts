import type { Rule, View } from '../view.ts'
import { SPELT, refusedBy } from '../allowed.ts'
import type { List } from '../allowed.ts'

export const userNotLetIn: Rule = {
  id: 'user-not-let-in',
  keywords: ['allowusers', 'denyusers', 'allowgroups', 'denygroups'],
  side: 'reachability',
  sources: ['auth.c allowed_user', 'sshd_config(5) AllowUsers'],
  peers: ['Lynis SSH-7440'],
  check(c) {
    const { user, groups, address } = c.host
    const lists = ['denyusers', 'allowusers', 'denygroups', 'allowgroups'] as const
    const inForce = lists.filter((list) => c.all(list).length > 0)
    if (inForce.length === 0) return undefined
    const everybody = nobodyGetsIn(c)
    if (everybody !== undefined)
      return {
        severity: 'critical',
        keyword: everybody,
        says: `Nobody is let in: ${SPELT[everybody]} ${c.all(everybody).join(' ')}.`,
        reason:
          'sshd asks for keys and passwords all the same and refuses them all, so that it looks like a wrong key.',
      }
    if (user === undefined)
      return {
        severity: 'note',
        keyword: inForce[0]!,
        says: `Only some are let in: ${inForce.map((list) => `${SPELT[list]} ${c.all(list).join(' ')}`).join('; ')}.`,
        reason:
          'Everybody else is asked for a password and refused whatever it is. Say --user to see whether somebody gets in.',
      }
    const because = refusedBy((list) => c.all(list), user, groups, address)
    if (because === undefined) return undefined
    return {
      severity: 'critical',
      keyword: because.list,
      says: `${user} is not let in: ${SPELT[because.list]} ${c.all(because.list).join(' ')}.`,
      reason: 'sshd asks for keys and passwords all the same and refuses them all, so that it looks like a wrong key.',
    }
  },
}

/** A pattern that fits every name denies everybody, whatever else allows them. */
function nobodyGetsIn(c: View): List | undefined {
  const has = (list: List, pattern: RegExp) =>
    c.all(list).some((value) => value.split(' ').some((each) => pattern.test(each)))
  if (has('denyusers', /^\*+(?:@\*+)?$/)) return 'denyusers'
  return has('denygroups', /^\*+$/) ? 'denygroups' : undefined
}
