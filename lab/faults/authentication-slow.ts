// PAM asks somebody who is slow: an LDAP or SSSD server behind a bad link, an audit hook, a second factor's service
// that times out and fails open. Account modules run for keys too, so every login waits, and holds a startup slot
// meanwhile.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The login comes, seconds late. */
export const authenticationSlow = {
  id: 'authentication-slow',
  releases: DEFAULT_RELEASES,
  variants: ['account-module'],
  verdict: 'degraded',
  fromWithin: { way: 'login' },
  async break({ machine, client, random }) {
    const seconds = (3 + 3 * random()).toFixed(1)
    await machine.must(`sed -i '1i account optional pam_exec.so quiet /bin/sleep ${seconds}' /etc/pam.d/sshd`)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
