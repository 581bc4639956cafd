// The user name is another image's (`ubuntu@` where it should be `admin@`) or mistyped. sshd goes on as with a wrong key, so that nobody can
// find out from outside who exists.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const USERS = ['ubuntu', 'ec2-user', 'admin', 'debian', 'alcie']

/** The server has no such user. */
export const userUnknown = {
  id: 'user-unknown',
  releases: DEFAULT_RELEASES,
  variants: ['wrong-user'],
  alsoRight: { 'key-not-accepted': 'sshd refuses a user it does not know in the same words as a wrong key' },
  verdict: 'unreachable',
  fromWithin: { way: 'login' },
  async break({ machine, client, random }) {
    await configureSshd(machine, passwordsOrNot(random))
    return { args: client.sshArgs(USERS[Math.floor(random() * USERS.length)]) }
  },
} satisfies BrokenFault
