import type { Entry } from '../entry.ts'

/** pam_systemd, systemd 219 to 257: a session made known to systemd-logind. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'pam-systemd-logind-timed-out',
    by: 'pam',
    level: 'error',
    step: 'session',
    road: 'breaks',
    says: 'systemd-logind did not answer in 25 seconds; the login goes on without a session of its own, or hangs that long each time.',
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Failed to create session: (?<reason>Connection timed out|Failed to activate service 'org\.freedesktop\.login1': timed out.{0,100}|Did not receive a reply\..{0,300}|Method call timed out|Message recipient disconnected from message bus without replying|Connection reset by peer|Transport endpoint is not connected)$/,
    message: 'logind-unanswering',
    source: 'systemd 252, src/login/pam_systemd.c',
  },
  {
    id: 'pam-systemd-session-limit',
    by: 'pam',
    level: 'error',
    step: 'session',
    says: 'systemd-logind has as many sessions as SessionsMax allows and takes no more; the login goes on without one.',
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Failed to create session: Maximum number of sessions \((?<limit>\d{1,10})\) reached, refusing further sessions\.$/,
    source: 'systemd 252, src/login/logind-dbus.c',
  },
  {
    id: 'pam-systemd-session-failed',
    by: 'pam',
    level: 'error',
    step: 'session',
    says: 'systemd-logind could not register the session; the login goes on without it.',
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Failed to create session: (?!Connection timed out|Failed to activate service|Did not receive a reply|Method call timed out|Message recipient|Connection reset|Transport endpoint|Maximum number)(?<reason>.{1,300})$/,
    source: 'systemd 252, src/login/pam_systemd.c',
  },
  {
    id: 'pam-systemd-bus-unreachable',
    by: 'pam',
    level: 'error',
    step: 'session',
    says: 'The system bus does not answer, so systemd-logind could not be asked; the login goes on without a session of its own.',
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Failed to connect to system bus: (?<reason>.{1,200})$/,
    message: 'logind-unanswering',
    source: 'systemd 252, src/shared/bus-util.c',
  },
  {
    id: 'pam-systemd-release-failed',
    by: 'pam',
    level: 'error',
    step: 'session',
    says: 'The end of the session could not be told to systemd-logind; the user had gone already.',
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Failed to release session: (?<reason>.{1,300})$/,
    harmless: true,
    source: 'systemd 252, src/login/pam_systemd.c',
  },
  {
    id: 'pam-systemd-not-creating',
    by: 'pam',
    level: 'debug',
    step: 'session',
    says: 'There is a session already, and no second is made.',
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): (?:Not creating session|Cannot create session): (?<reason>.{1,200})$/,
    source: 'systemd 252, src/login/pam_systemd.c',
  },
  {
    id: 'pam-systemd-runtime-dir',
    by: 'pam',
    level: 'error',
    step: 'session',
    says: "The folder /run/user of this user is missing or another's; some programs of the session will not work.",
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): (?:Runtime directory '(?<path>.{1,200})' is not (?:owned by UID \d{1,10}, as it should|actually a directory)\.|Failed to stat\(\) runtime directory '.{1,200}': (?<reason>.{1,100}))$/,
    source: 'systemd 252, src/login/pam_systemd.c',
  },
  {
    id: 'pam-systemd-user-record',
    by: 'pam',
    level: 'error',
    step: 'session',
    road: 'breaks',
    says: "systemd's module could not look up the user.",
    words:
      /^pam_systemd\((?:[\w.-]{0,20}ssh[\w.-]{0,20}|dropbear|proftpd):session\): Failed to get user record: (?<reason>.{1,100})$/,
    source: 'systemd 252, src/login/pam_systemd.c',
  },
]
