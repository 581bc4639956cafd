// A list of who may log in stands in PAM: pam_access for a group of administrators, pam_sss for a directory's rules. The account is known, the
// key is right, and the door is shut without a word.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** An access rule keeps the account out. */
export const accessRuleRefuses = {
  id: 'access-rule-refuses',
  releases: DEFAULT_RELEASES,
  variants: ['pam-access'],
  alsoRight: {
    'logins-closed': 'PAM shuts the door without a word, as an empty /etc/nologin does for everybody',
    'account-locked': 'PAM shuts the door without a word, whichever of its modules says no',
  },
  verdict: 'unreachable',
  // The colleague may be shut out as well.
  fromWithin: { way: 'kept', proof: /pam_access/ },
  async break({ machine, client, random }) {
    await machine.must(`
      sed -i '1i account required pam_access.so' /etc/pam.d/sshd
      echo '-:alice:ALL' >> /etc/security/access.conf`)
    await configureSshd(machine, passwordsOrNot(random))
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
