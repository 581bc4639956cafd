// A hardened sshd_config lists who may log in, and the new colleague or the deploy user was not added; or a group was
// renamed. sshd then treats the account as one that does not exist.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd, sshdConfig } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const LINES: Record<string, string> = {
  'allow-users': 'AllowUsers ops root',
  'deny-users': 'DenyUsers alice',
  'allow-groups': 'AllowGroups sudo root',
}

/** sshd_config excludes the account. */
export const userNotAllowed = {
  id: 'user-not-allowed',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(LINES),
  alsoRight: { 'key-not-accepted': 'sshd refuses the key of an excluded user in the same words as a wrong one' },
  verdict: 'unreachable',
  // The colleague is excluded as well.
  fromWithin: {
    way: 'kept',
    proof: /(?:Allow|Deny)(?:Users|Groups)/,
    more: {
      'match-block': { break: sshdConfig('Match User alice', 'AllowUsers bob') },
      'user-at-address': { break: sshdConfig('AllowUsers ops root alice@192.0.2.*') },
      'deny-pattern': { break: sshdConfig('DenyUsers al*') },
    },
  },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, [LINES[variant]!, ...passwordsOrNot(random)])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
