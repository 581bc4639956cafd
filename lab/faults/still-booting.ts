// sshd listens before the boot is done, and until then pam_nologin lets in nobody but root: after a reboot for some
// seconds, and for ever where a unit that the boot waits for does not end (a mount, a cloud-init that hangs). The file
// is written by the machine's own systemd, so its words are the real ones.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The boot is not over. */
export const stillBooting = {
  id: 'still-booting',
  releases: DEFAULT_RELEASES,
  variants: ['nologin'],
  verdict: 'unreachable',
  fromWithin: { way: 'login-as-root' },
  async break({ machine, client }) {
    await machine.must('systemd-tmpfiles --create --boot --prefix=/run/nologin && grep -q "booting up" /run/nologin')
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
