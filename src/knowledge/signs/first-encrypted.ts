import { furthestLogin } from '../../core/seen.ts'
import type { Sign } from '../../core/types.ts'

/** Behind NEWKEYS the client asks for the login service, in the first packet that only the right key and MAC open (RFC 4253 7.3, 10). */
export const firstEncrypted = {
  id: 'first-encrypted',
  stage: 'kex',
  passes: 'answered',
  shuts: true,
  values: ['answered', 'unanswered'],
  from: ['login', 'login-beyond-host-key'],
  read(facts) {
    const fact = furthestLogin(facts)
    if (fact?.stepAt.newkeys === undefined) return undefined
    if (fact.stepAt.service !== undefined) return 'answered'
    // What the client itself finds damaged it says (client-names).
    return /closed|reset/.test(fact.log.failure ?? '') ? 'unanswered' : undefined
  },
  says: {
    answered: 'the first encrypted packet is answered',
    unanswered: 'the server hangs up upon the first encrypted packet',
  },
} satisfies Sign<'answered' | 'unanswered'>
