// Somebody left, or an auditor's script locked what it did not know. With UsePAM no, sshd itself refuses an account
// whose shadow entry is locked: the key is not even looked at. With Debian's UsePAM yes `passwd -l` leaves keys working.
// pam_faillock's own lock cannot be had here: it counts and refuses in the auth stack, which a login by key never enters.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { script } from '../breaking/script.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The account is locked for keys too. */
export const accountLocked = {
  id: 'account-locked',
  releases: DEFAULT_RELEASES,
  variants: ['shadow'],
  alsoRight: {
    'key-not-accepted': 'where sshd itself sees the lock it refuses the key as if it were a wrong one',
  },
  verdict: 'unreachable',
  // The colleague is shut out as well.
  fromWithin: {
    way: 'kept',
    proof: /locked|pam_/,
    more: {
      'by-the-manual': { proof: /1970-01-02/, break: script('usermod --lock --expiredate 1 alice') },
      'no-password-ever': {
        async break({ machine }) {
          await machine.must(`usermod --password '!' alice`)
          await configureSshd(machine, ['UsePAM no'])
        },
      },
    },
  },
  async break({ machine, client, random }) {
    await machine.must('usermod --lock alice')
    await configureSshd(machine, ['UsePAM no', ...passwordsOrNot(random)])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
