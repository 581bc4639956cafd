// An administrator allows each user some logins at once (maxlogins), and the sessions of last week that nobody closed are still there: the next
// login is let in and gets no session.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

/** No further session for this user. */
export const loginLimitReached = {
  id: 'login-limit-reached',
  releases: DEFAULT_RELEASES,
  variants: ['max-logins'],
  alsoRight: { 'sessions-refused': 'sshd opens no session, and tells the client no reason' },
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break(lab) {
    await script('echo "alice hard maxlogins 0" > /etc/security/limits.d/alice.conf')(lab)
    return { args: lab.client.sshArgs() }
  },
} satisfies BrokenFault
