// A contractor's account had an end date (`usermod -e`), or nobody changed the password within the months that a
// compliance rule allows (`chage -M -I`): one morning the right key brings a farewell.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

/** The account's time is over. */
export const accountExpired = {
  id: 'account-expired',
  releases: DEFAULT_RELEASES,
  variants: ['expiry-date', 'dormant'],
  verdict: 'unreachable',
  fromWithin: {
    way: 'login',
    more: {
      'password-due': { break: script('chage -d 0 alice') },
    },
  },
  async break({ machine, client, random }, variant) {
    const days = 1 + Math.floor(random() * 300)
    const dormant = `chage -d $(date -d '-${400 + days} days' +%F) -M 90 -I 30 alice`
    await machine.must(variant === 'dormant' ? dormant : `usermod -e $(date -d '-${days} days' +%F) alice`)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
