// /run/sshd is gone while sshd runs: a second sshd or a stopped socket unit took the RuntimeDirectory with it, a
// cleaner of /run was too eager, a container has an empty /run. Up to 9.7 each child checks it before the banner; later
// ones find out when they chroot, after it.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

/** The directory for privilege separation is gone. */
export const privsepDirectoryMissing = {
  id: 'privsep-directory-missing',
  releases: DEFAULT_RELEASES,
  variants: ['removed'],
  alsoRight: {
    'sshd-child-dies': 'from outside only the death of the child is seen; the reason is in the log',
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      open: { releases: ['bookworm'], break: script('chmod 777 /run/sshd') },
      owner: { releases: ['bookworm'], break: script('chown alice /run/sshd') },
    },
  },
  async break({ machine, client }) {
    await machine.must('rm -r /run/sshd')
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
