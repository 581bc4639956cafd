// An administrator allows each user some logins at once (maxlogins), and the sessions of last week that nobody closed are still there: the next
// login is let in and gets no session.
import { spawn } from 'node:child_process'
import { script } from '../breaking/script.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

const MOST = 2

/** Leaves logins with a terminal open, which is what utmp and logind count; returns what closes them. */
function staysLoggedIn({ netns, client }: FaultLab, count: number): () => Promise<void> {
  const words = ['netns', 'exec', netns.client, 'ssh', '-tt', '-o', 'BatchMode=yes', ...client.sshArgs(), 'sleep 600']
  const open = Array.from({ length: count }, () => spawn('ip', words, { stdio: ['pipe', 'ignore', 'ignore'] }))
  return async () => {
    for (const each of open) each.kill()
    await Promise.resolve()
  }
}

/** No further session for this user. */
export const loginLimitReached = {
  id: 'login-limit-reached',
  releases: DEFAULT_RELEASES,
  variants: ['old-sessions'],
  alsoRight: { 'sessions-refused': 'sshd opens no session, and tells the client no reason' },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    proof: /maxlogins|Too many logins/,
    more: {
      'none-at-all': { break: script('echo "alice hard maxlogins 0" > /etc/security/limits.d/alice.conf') },
    },
  },
  async break(lab) {
    const release = staysLoggedIn(lab, MOST)
    // Their commands run once the sessions are whole; `who` may count what logind keeps beside them.
    await lab.machine.must(`until [ "$(pgrep -cu alice sleep)" = ${MOST} ]; do sleep 0.2; done`, { timeoutMs: 20_000 })
    await lab.machine.must(`echo "alice hard maxlogins ${MOST}" > /etc/security/limits.d/alice.conf`)
    return { args: lab.client.sshArgs(), release }
  },
} satisfies BrokenFault
