import type { Entry } from '../../entry.ts'

/** What stands in the way of a login that sshd let in, or is said to everybody but root. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'nologin-attempted-login',
    by: 'nologin',
    level: 'info',
    step: 'session',
    road: 'breaks',
    says: 'The login worked, and the shell of the account is nologin, which ends at once.',
    words: /^Attempted login by (?<user>.{1,255}) (?:\(UID: \d{1,10}\) )?on \S{1,100}$/,
    message: 'shell-unusable',
    source: 'shadow 4.13, src/nologin.c; seen behind sshd 9.2 to 10.5',
  },
  {
    id: 'logins-closed-while-the-system-stops',
    by: 'systemd',
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: 'The server lets only root in while it boots or goes down (/run/nologin).',
    words:
      /^"?System is going down\. (?:Unprivileged users are not permitted to log in (?:anymore|yet)\.|See pam_nologin\(8\)).{0,200}$/,
    message: 'nologin-file',
    source: 'systemd 252, src/login/logind-dbus.c and tmpfiles.d/systemd-nologin.conf, shown by pam_nologin',
  },
  {
    id: 'logins-closed-while-the-system-boots',
    by: 'systemd',
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: 'The server lets only root in while it boots or goes down (/run/nologin).',
    words:
      /^"?System is booting up\. (?:Unprivileged users are not permitted to log in (?:anymore|yet)\.|See pam_nologin\(8\)).{0,200}$/,
    message: 'system-booting',
    source: 'systemd 252, src/login/logind-dbus.c and tmpfiles.d/systemd-nologin.conf, shown by pam_nologin',
  },
]
