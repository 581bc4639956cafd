// `chmod -R g+w` or `777` on a home "to fix permissions", a restored backup, a shared deploy folder: whoever may
// write the folder could write authorized_keys, so sshd no longer reads it. Only the server's log says so. Debian's
// sshd lets a group write whose only member is the user (user-group-modes.patch), so here the group is a shared one.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const CHMOD: Record<string, string> = {
  home: 'groupadd deploy && gpasswd --members alice,ops deploy && chgrp deploy ~alice && chmod g+w ~alice',
  'ssh-folder': 'chmod 777 ~alice/.ssh',
  file: 'chmod 666 ~alice/.ssh/authorized_keys',
}

/** authorized_keys is right and others could write it. */
export const strictModesRefuses = {
  id: 'strict-modes-refuses',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(CHMOD),
  alsoRight: { 'key-not-accepted': 'the key is refused in the same words whatever made sshd ignore authorized_keys' },
  verdict: 'unreachable',
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, passwordsOrNot(random))
    await machine.must(CHMOD[variant]!)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
