import type { Rule } from '../view.ts'
import { allowedUser, LOGIN_LISTS, type LoginList, loginLists, type LoginLists } from '../../../openssh/allowed-user.ts'

export const userNotLetIn: Rule = {
  id: 'user-not-let-in',
  keywords: ['allowusers', 'denyusers', 'allowgroups', 'denygroups'],
  side: 'reachability',
  sources: ['auth.c allowed_user', 'sshd_config(5) AllowUsers'],
  peers: ['Lynis SSH-7440'],
  check(c) {
    const { user, groups, address } = c.host
    const lists = loginLists(c.config.effective)
    const spelt = (list: LoginList) => `${list} ${lists[list].join(' ')}`
    const inForce = LOGIN_LISTS.filter((list) => lists[list].length > 0)
    if (inForce.length === 0) return undefined
    const everybody = whoDeniesEverybody(lists)
    if (everybody !== undefined)
      return {
        severity: 'critical',
        keyword: everybody.toLowerCase(),
        says: `Nobody is let in: ${spelt(everybody)}.`,
        reason:
          'sshd asks for keys and passwords all the same and refuses them all, so that it looks like a wrong key.',
      }
    if (user === undefined)
      return {
        severity: 'note',
        keyword: inForce[0]!.toLowerCase(),
        says: `Only some are let in: ${inForce.map(spelt).join('; ')}.`,
        reason:
          'Everybody else is asked for a password and refused, whatever they type. Say --user to see whether somebody gets in.',
      }
    const host = c.is('usedns', 'yes') ? undefined : address
    const answer = allowedUser(lists, { user, address, host, ...(groups && { groups }) }, c.config.release)
    if (answer?.verdict !== 'denied') return undefined
    return {
      severity: 'critical',
      keyword: answer.list.toLowerCase(),
      says: `${user} is not let in: ${spelt(answer.list)}.`,
      reason: 'sshd asks for keys and passwords all the same and refuses them all, so that it looks like a wrong key.',
    }
  },
}

/** A pattern that fits every name denies everybody, whatever else allows them. */
function whoDeniesEverybody(lists: LoginLists): LoginList | undefined {
  if (lists.DenyUsers.some((pattern) => /^\*+(?:@\*+)?$/.test(pattern))) return 'DenyUsers'
  return lists.DenyGroups.some((pattern) => /^\*+$/.test(pattern)) ? 'DenyGroups' : undefined
}
