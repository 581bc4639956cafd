// Somebody left, or an auditor's script locked what it did not know. With UsePAM no, sshd itself refuses an account
// whose shadow entry is locked (`shadow`): the key is not even looked at. With Debian's UsePAM yes `passwd -l` leaves
// keys working, so those who mean it list the account in PAM (`pam-list`): the key is accepted and the door shut,
// with no word. pam_faillock's own lock cannot be had here: it counts and refuses in the auth stack, which a login by
// key never enters.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { script } from '../breaking/script.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const DENIED = '/etc/ssh/locked-accounts'

/** The account is locked for keys too. */
export const accountLocked = {
  id: 'account-locked',
  releases: DEFAULT_RELEASES,
  variants: ['shadow', 'pam-list'],
  alsoRight: {
    'key-not-accepted': {
      says: 'where sshd itself sees the lock it refuses the key as if it were a wrong one',
      variants: ['shadow'],
    },
    'logins-closed': {
      says: 'PAM shuts the door without a word, as an empty /etc/nologin does for everybody',
      variants: ['pam-list'],
    },
    'access-rule-refuses': {
      says: 'PAM shuts the door without a word, whichever of its modules says no',
      variants: ['pam-list'],
    },
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
  async break({ machine, client, random }, variant) {
    if (variant === 'shadow') {
      await machine.must('usermod --lock alice')
      await configureSshd(machine, ['UsePAM no', ...passwordsOrNot(random)])
    } else {
      const rule = `account required pam_listfile.so onerr=succeed item=user sense=deny file=${DENIED}`
      await machine.must(`echo alice > ${DENIED}; sed -i '1i ${rule}' /etc/pam.d/sshd`)
      await configureSshd(machine, passwordsOrNot(random))
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
