// The authority signs certificates for `deploy`, or for the address of a person, and somebody logs in as alice with one; or the server's file of
// principals names others.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { byCertificate } from '../breaking/user-certificate.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The certificate opens other users. */
export const certificateNotForUser = {
  id: 'certificate-not-for-user',
  releases: DEFAULT_RELEASES,
  variants: ['other-user', 'principals-file'],
  alsoRight: { 'key-not-accepted': 'sshd refuses a certificate in the same words as a wrong key' },
  verdict: 'unreachable',
  fromWithin: { way: 'rescue' },
  async break({ machine, client }, variant) {
    const listed = variant === 'principals-file'
    await byCertificate(machine, client, '-5m:+12h', listed ? 'alice' : 'deploy,www')
    if (listed) {
      await machine.must('install -d /etc/ssh/principals; echo deploy > /etc/ssh/principals/alice')
      await configureSshd(machine, [
        'TrustedUserCAKeys /etc/ssh/user_ca.pub',
        'AuthorizedPrincipalsFile /etc/ssh/principals/%u',
      ])
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
