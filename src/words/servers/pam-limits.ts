import type { Entry } from '../entry.ts'

/** pam_limits, Linux-PAM 1.1 to 1.7: how many logins at once, and the limits of a session. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'pam-limits-too-many-logins',
    by: 'pam',
    level: 'info',
    step: 'session',
    road: 'breaks',
    says: 'The user has as many logins open as maxlogins of pam_limits allows, so this one gets no session.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Too many logins \(max (?<limit>-?\d{1,10})\) for (?<user>.{1,256})$/,
    message: 'too-many-logins',
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-too-many-logins-shown',
    by: 'pam',
    level: 'info',
    step: 'session',
    road: 'breaks',
    says: 'The user has as many logins open as maxlogins of pam_limits allows: that is what the user is shown.',
    words: /^(?:Too many logins|There were too many logins) for '(?<user>[^']{1,256})'\.$/,
    message: 'too-many-logins',
    source: 'Linux-PAM 1.1.8 and 1.7.2, modules/pam_limits/pam_limits.c pam_sm_open_session',
  },
  {
    id: 'pam-limits-too-many-system-logins',
    by: 'pam',
    level: 'info',
    step: 'session',
    road: 'breaks',
    says: 'The machine has as many logins open as maxsyslogins of pam_limits allows, so this one gets no session.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Too many system logins \(max (?<limit>-?\d{1,10})\)$/,
    message: 'too-many-logins',
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-no-logins-allowed',
    by: 'pam',
    level: 'warning',
    step: 'session',
    road: 'breaks',
    says: 'maxlogins of pam_limits is 0 for this user: no login gets a session.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): No logins allowed for '(?<user>.{1,256})'$/,
    message: 'too-many-logins',
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-maxlogin-needs-two',
    by: 'pam',
    level: 'warning',
    step: 'session',
    says: 'maxlogins of 1 locks everybody out where systemd-logind counts: it has to be 2 or more.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Maxlogin limit needs to be 2 or higher with systemd-logind$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-logind-error',
    by: 'pam',
    level: 'error',
    step: 'session',
    road: 'breaks',
    says: 'pam_limits asked systemd-logind which sessions there are and got no answer.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): logind error getting (?:session list|username): (?<reason>.{1,100})$/,
    message: 'logind-unanswering',
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-stale-utmp',
    by: 'pam',
    level: 'info',
    step: 'session',
    says: 'An entry of utmp whose process is gone is not counted as a login.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Stale utmp entry \(pid \d{1,10}\) for '(?<user>.{1,256})' ignored$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-could-not-set',
    by: 'pam',
    level: 'error',
    step: 'session',
    road: 'breaks',
    says: 'A limit of limits.conf could not be set, so no session began: mostly a container that may not raise limits, or a value above the hard limit.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Could not set limit for '(?<limit>[^']{1,40})'(?: to soft=-?\d{1,20}, hard=-?\d{1,20})?(?:: (?<reason>.{1,100}))?$/,
    message: 'session-refused',
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-could-not-set-priority',
    by: 'pam',
    level: 'error',
    step: 'session',
    road: 'breaks',
    says: 'The priority of limits.conf could not be set, so no session began.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Could not set limit for PRIO_PROCESS: (?<reason>.{1,100})$/,
    message: 'session-refused',
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-wrong-value',
    by: 'pam',
    level: 'warning',
    step: 'session',
    says: 'limits.conf has a value that is no number; that line has no effect.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): wrong limit value '(?<limit>.{0,100})' for limit item '(?<option>[^']{0,40})' of type '[^']{0,40}'$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-unknown-item',
    by: 'pam',
    level: 'debug',
    step: 'session',
    says: 'limits.conf has an item that pam_limits does not know; that line has no effect.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): unknown limit item '(?<option>.{0,100})'$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-invalid-line',
    by: 'pam',
    level: 'warning',
    step: 'session',
    says: 'A line of limits.conf is malformed and is passed over.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): invalid line (?:(?<line>\d{1,20}) in '(?<path>.{1,300})' - skipped|'.{0,500}' - skipped)$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-file-unread',
    by: 'pam',
    level: 'warning',
    step: 'session',
    says: 'A file of limits cannot be read.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): (?:cannot read settings from|error parsing the configuration file: ')(?<path>.{1,300})(?:: (?<reason>[^:]{1,100})|' ?)$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
  {
    id: 'pam-limits-user-missing',
    by: 'pam',
    level: 'warning',
    step: 'session',
    road: 'breaks',
    says: 'The user of the session cannot be looked up any more.',
    words:
      /^pam_limits\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): open_session username '(?<user>.{0,256})' does not exist$/,
    source: 'Linux-PAM 1.7.2, modules/pam_limits/pam_limits.c',
  },
]
