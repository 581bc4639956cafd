// Somebody set LoginGraceTime to some seconds against scanners, and the directory that PAM or AuthorizedKeysCommand asks takes longer: sshd hangs up
// in the middle of the login.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The login is slower than sshd waits. */
export const graceTimeOver = {
  id: 'grace-time-over',
  releases: DEFAULT_RELEASES,
  variants: ['account-module', 'keys-command'],
  alsoRight: { 'authentication-slow': 'until sshd hangs up a login that is too slow looks like a slow one' },
  verdict: 'unreachable',
  fromWithin: { way: 'rescue' },
  async break({ machine, client, random }, variant) {
    const grace = 3 + Math.floor(3 * random())
    const wait = grace + 5
    const lines = [`LoginGraceTime ${grace}`]
    if (variant === 'account-module')
      await machine.must(`sed -i '1i account optional pam_exec.so quiet /bin/sleep ${wait}' /etc/pam.d/sshd`)
    else {
      await machine.must(
        'cat > /usr/local/bin/keys-of; chmod 755 /usr/local/bin/keys-of; rm ~alice/.ssh/authorized_keys',
        {
          stdin: `#!/bin/sh\nsleep ${wait}\n`,
        },
      )
      lines.push('AuthorizedKeysCommand /usr/local/bin/keys-of', 'AuthorizedKeysCommandUser nobody')
    }
    await configureSshd(machine, lines)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
