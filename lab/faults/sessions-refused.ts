// MaxSessions 0: set on a bastion so that it only forwards, as the manual says, and then somebody wants a shell on
// it. sshd accepts the login and refuses to open a session in it.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd, sshdConfig } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The login works and no session is opened. */
export const sessionsRefused = {
  id: 'sessions-refused',
  releases: DEFAULT_RELEASES,
  variants: ['max-sessions'],
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    proof: /MaxSessions|ChrootDirectory|pam_open_session|no more sessions/,
    more: {
      chroot: { break: sshdConfig('Match User alice', 'ChrootDirectory /home/alice') },
    },
  },
  async break({ machine, client }) {
    await configureSshd(machine, ['MaxSessions 0'])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
