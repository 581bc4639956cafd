import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-systemd.ts'

readsEachLine(ENTRIES, [
  ['pam-systemd-logind-timed-out', 'pam_systemd(sshd:session): Failed to create session: Connection timed out'],
  [
    'pam-systemd-logind-timed-out',
    "pam_systemd(sshd:session): Failed to create session: Failed to activate service 'org.freedesktop.login1': timed out (service_start_timeout=25000ms)",
  ],
  [
    'pam-systemd-session-limit',
    'pam_systemd(sshd:session): Failed to create session: Maximum number of sessions (8192) reached, refusing further sessions.',
  ],
  ['pam-systemd-session-failed', 'pam_systemd(sshd:session): Failed to create session: No such file or directory'],
  [
    'pam-systemd-bus-unreachable',
    'pam_systemd(sshd:session): Failed to connect to system bus: No such file or directory',
  ],
  ['pam-systemd-release-failed', 'pam_systemd(sshd:session): Failed to release session: Interrupted system call'],
  [
    'pam-systemd-not-creating',
    'pam_systemd(sshd:session): Not creating session: Already running in a session or user slice',
  ],
  [
    'pam-systemd-runtime-dir',
    "pam_systemd(sshd:session): Runtime directory '/run/user/1000' is not owned by UID 1000, as it should.",
  ],
  ['pam-systemd-user-record', 'pam_systemd(sshd:session): Failed to get user record: No such process'],
])
