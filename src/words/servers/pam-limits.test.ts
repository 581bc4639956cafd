import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-limits.ts'

readsEachLine(ENTRIES, [
  ['pam-limits-too-many-logins-shown', "Too many logins for 'alice'."],
  ['pam-limits-too-many-logins-shown', "There were too many logins for 'alice'."],
  ['pam-limits-too-many-logins', 'pam_limits(sshd:session): Too many logins (max 4) for alice'],
  ['pam-limits-too-many-system-logins', 'pam_limits(sshd:session): Too many system logins (max 30)'],
  ['pam-limits-no-logins-allowed', "pam_limits(sshd:session): No logins allowed for 'alice'"],
  [
    'pam-limits-maxlogin-needs-two',
    'pam_limits(sshd:session): Maxlogin limit needs to be 2 or higher with systemd-logind',
  ],
  ['pam-limits-logind-error', 'pam_limits(sshd:session): logind error getting session list: Connection timed out'],
  ['pam-limits-stale-utmp', "pam_limits(sshd:session): Stale utmp entry (pid 2211) for 'alice' ignored"],
  ['pam-limits-could-not-set', "pam_limits(sshd:session): Could not set limit for 'nofile': Operation not permitted"],
  [
    'pam-limits-could-not-set-priority',
    'pam_limits(sshd:session): Could not set limit for PRIO_PROCESS: Permission denied',
  ],
  [
    'pam-limits-wrong-value',
    "pam_limits(sshd:session): wrong limit value '65536k' for limit item 'nofile' of type 'hard'",
  ],
  ['pam-limits-unknown-item', "pam_limits(sshd:session): unknown limit item 'maxlogin'"],
  ['pam-limits-invalid-line', "pam_limits(sshd:session): invalid line 12 in '/etc/security/limits.conf' - skipped"],
  ['pam-limits-invalid-line', "pam_limits(sshd:session): invalid line '* soft' - skipped"],
  [
    'pam-limits-file-unread',
    'pam_limits(sshd:session): cannot read settings from /etc/security/limits.conf: Permission denied',
  ],
  [
    'pam-limits-file-unread',
    "pam_limits(sshd:session): error parsing the configuration file: '/etc/security/limits.conf' ",
  ],
  ['pam-limits-user-missing', "pam_limits(sshd:session): open_session username 'alice' does not exist"],
])
