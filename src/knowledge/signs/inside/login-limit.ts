import { known } from '../../../core/probe.ts'
import type { Facts, Sign } from '../../../core/types.ts'

/** pam_limits counts the login that is just beginning as well (pam_limits.c check_logins). */
const isReached = ({ limit, of, open, openOfAll }: Facts['login-limit']): boolean =>
  limit !== undefined && (of === 'all' ? openOfAll : open) >= limit

export const loginLimit = {
  id: 'login-limit',
  stage: 'session',
  beside: true,
  usual: { free: 0.998 },
  passes: 'free',
  shuts: false,
  values: ['free', 'reached'],
  from: ['login-limit'],
  read(facts) {
    const fact = known(facts, 'login-limit')
    return fact && (isReached(fact) ? 'reached' : 'free')
  },
  says: {
    free: 'PAM allows the user one more login',
    reached: 'as many logins are open as PAM allows',
  },
  detail(facts) {
    const fact = known(facts, 'login-limit')
    if (fact?.limit === undefined) return undefined
    const open = fact.of === 'all' ? `${fact.openOfAll} of everybody` : `${fact.open} of the user`
    return `${open} are open, and ${fact.file ?? 'limits.conf'} has: ${fact.line ?? fact.limit}`
  },
} satisfies Sign<'free' | 'reached'>
