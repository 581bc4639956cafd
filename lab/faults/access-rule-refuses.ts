// A rule of who may log in stands in PAM: pam_access for a group of administrators, a list of pam_listfile, pam_sss for what a directory says. The
// account is known, the key is right, and the door is shut without a word.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const DENIED = '/etc/ssh/locked-accounts'

/** What stands in front of sshd's own lines of PAM, and the rule it reads. */
const RULES: Record<string, string> = {
  'pam-access': `
    sed -i '1i account required pam_access.so' /etc/pam.d/sshd
    echo '-:alice:ALL' >> /etc/security/access.conf`,
  'pam-list': `
    sed -i '1i account required pam_listfile.so onerr=succeed item=user sense=deny file=${DENIED}' /etc/pam.d/sshd
    echo alice > ${DENIED}`,
}

/** An access rule keeps the account out. */
export const accessRuleRefuses = {
  id: 'access-rule-refuses',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(RULES),
  alsoRight: {
    'logins-closed': 'PAM shuts the door without a word, as an empty /etc/nologin does for everybody',
    'account-locked': 'PAM shuts the door without a word, whichever of its modules says no',
  },
  verdict: 'unreachable',
  // The colleague may be shut out as well.
  fromWithin: { way: 'kept', proof: /pam_(?:access|listfile)/ },
  async break({ machine, client, random }, variant) {
    await machine.must(RULES[variant]!)
    await configureSshd(machine, passwordsOrNot(random))
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
