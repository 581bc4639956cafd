// systemd-logind hangs (an upgrade of dbus without a reboot, a deadlock with a network file system): pam_systemd asks it for a session and
// waits out the 25 seconds of D-Bus, and then the login goes on without.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

/** The login works, half a minute late. */
export const logindHangs = {
  id: 'logind-hangs',
  releases: DEFAULT_RELEASES,
  variants: ['stopped'],
  alsoRight: {
    'login-hangs': 'until pam_systemd gives up, a login that waits for it looks like one that waits for anything else',
  },
  verdict: 'degraded',
  fromWithin: { way: 'kept' },
  async break(lab) {
    // Who has just come in has asked logind for a session, which it may still be making.
    await script('sleep 1; kill -STOP "$(systemctl show -p MainPID --value systemd-logind)"')(lab)
    return { args: lab.client.sshArgs() }
  },
} satisfies BrokenFault
