// A start-up file waits for what does not come: a home or a tool on a dead NFS server, a licence server, `ssh-agent`
// or `module load` on a network disk, a lock. The key is accepted, the greeting may show, the prompt never does. At
// the top of ~/.bashrc it hits every command too, since bash reads that for sshd; ~/.ssh/rc and sshrc run before any
// shell.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const WAIT = 'until test -e /net/tools/ready; do sleep 1; done'

const FILES: Record<string, string> = {
  profile: '~alice/.profile',
  'profile.d': '/etc/profile.d/tools.sh',
  bashrc: '~alice/.bashrc',
  'user-rc': '~alice/.ssh/rc',
  sshrc: '/etc/ssh/sshrc',
}

/** The login works and the shell never comes. */
export const loginHangs = {
  id: 'login-hangs',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(FILES),
  verdict: 'unreachable',
  fromWithin: { way: 'login' },
  async break({ machine, client }, variant) {
    const file = FILES[variant]!
    // In front of whatever the file has.
    await machine.must(
      `touch ${file}; { echo '${WAIT}'; cat ${file}; } > /tmp/new; cat /tmp/new > ${file}; rm /tmp/new`,
    )
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
