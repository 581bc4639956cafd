// authorized_keys is right, and sshd cannot come to it: it was made by root with `sudo` and kept its mode, the home is encrypted and opens with
// the login only, or its server gives root's children nothing (root squash).
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { script } from '../breaking/script.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** sshd may not read authorized_keys. */
export const keysUnreadable = {
  id: 'keys-unreadable',
  releases: DEFAULT_RELEASES,
  variants: ['of-root'],
  alsoRight: { 'key-not-accepted': 'the key is refused in the same words whatever keeps sshd from reading the file' },
  verdict: 'unreachable',
  fromWithin: {
    way: 'login',
    proof: /may not read the file: \S+ belongs to user 0, mode 0[67]00/,
    more: {
      'closed-folder': { break: script('chown root: ~alice/.ssh; chmod 700 ~alice/.ssh') },
      // What stands there is the empty folder on which the home is to be mounted.
      'not-mounted': {
        proof: /not mounted|\/home\/alice \(fstab\)/,
        break: script(
          `rm -rf ~alice/.ssh; echo 'files.example.org:/home/alice /home/alice nfs noauto 0 0' >> /etc/fstab`,
        ),
      },
      // As ecryptfs-setup-private leaves a home that opens with the password of its user.
      encrypted: {
        proof: /encrypted/,
        break: script(`
          rm -rf ~alice/.ssh; install -d -m 700 -o alice /home/.ecryptfs/alice/.ecryptfs
          echo /home/alice > /home/.ecryptfs/alice/.ecryptfs/Private.mnt`),
      },
    },
  },
  async break({ machine, client, random }) {
    await configureSshd(machine, passwordsOrNot(random))
    await machine.must('chown -R root: ~alice/.ssh/authorized_keys')
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
