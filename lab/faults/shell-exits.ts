// The account has no shell, on purpose (`nologin` for a service's user) or by a locking script (`false`), or a
// start-up file of it ends the shell: `. /opt/team/env.sh || exit 1`, and the file is gone since the last clean-up.
// The key is accepted and the connection is over at once.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const BREAK: Record<string, string> = {
  nologin: 'usermod --shell /usr/sbin/nologin alice',
  false: 'usermod --shell /bin/false alice',
  profile: `sed -i '1i . /opt/team/env.sh || exit 1' ~alice/.profile`,
}

/** The login works and its shell ends. */
export const shellExits = {
  id: 'shell-exits',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(BREAK),
  verdict: 'unreachable',
  fromWithin: { way: 'login' },
  async break({ machine, client }, variant) {
    await machine.must(BREAK[variant]!)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
