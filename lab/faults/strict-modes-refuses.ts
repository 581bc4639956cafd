// `chmod -R g+w` or `777` on a home "to fix permissions", a restored backup, a shared deploy folder: whoever may
// write the folder could write authorized_keys, so sshd no longer reads it. Only the server's log says so. Debian's
// sshd lets a group write whose only member is the user (user-group-modes.patch), so here the group is a shared one.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { script } from '../breaking/script.ts'
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
  fromWithin: {
    way: 'login',
    proof: /\/home\/alice/,
    more: {
      owner: { break: script('chown ops ~alice/.ssh/authorized_keys') },
      elsewhere: {
        proof: /\/srv\/keys/,
        async break({ machine }) {
          await machine.must(`
            install -d -m 775 -g www-data /srv/keys
            cp ~alice/.ssh/authorized_keys /srv/keys/alice; chmod 644 /srv/keys/alice`)
          await configureSshd(machine, ['Match User alice', 'AuthorizedKeysFile /srv/keys/%u'])
        },
      },
      symlink: {
        proof: /\/opt\/ssh/,
        break: script(`
          mkdir -m 777 /opt/ssh; mv ~alice/.ssh /opt/ssh/alice
          ln -s /opt/ssh/alice ~alice/.ssh; chown -h alice ~alice/.ssh`),
      },
    },
  },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, passwordsOrNot(random))
    await machine.must(CHMOD[variant]!)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
