// A certificate of twelve hours, and it is the next morning; one that another authority signed (the old one, after the key of the authority was
// changed); one that is bound to the office's addresses, from home.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { byCertificate } from '../breaking/user-certificate.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The certificate is out of date, of an unknown authority, or bound to other addresses. */
export const certificateNotValid = {
  id: 'certificate-not-valid',
  releases: DEFAULT_RELEASES,
  variants: ['expired', 'other-authority', 'source'],
  alsoRight: { 'key-not-accepted': 'sshd refuses a certificate in the same words as a wrong key' },
  verdict: 'unreachable',
  fromWithin: { way: 'rescue' },
  async break({ machine, client }, variant) {
    await byCertificate(
      machine,
      client,
      variant === 'expired' ? '-13h:-1h' : '-5m:+12h',
      'alice',
      variant === 'source' ? ['-O', 'source-address=192.0.2.0/24'] : [],
    )
    if (variant === 'other-authority') {
      await machine.must(`ssh-keygen -q -t ed25519 -N '' -C 'new authority' -f /etc/ssh/new_ca`)
      await configureSshd(machine, ['TrustedUserCAKeys /etc/ssh/new_ca.pub'])
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
