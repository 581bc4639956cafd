import type { Entry } from '../entry.ts'

/** sudo, 1.8 to 1.9, as people paste it beside ssh: the login worked, becoming root did not. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'sudo-terminal-required',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; sudo wants a password and has no terminal to ask for it (ssh -t gives one).',
    words:
      /^sudo: (?:a terminal is required to read the password; either use (?:the -S option to read from standard input|ssh's -t option) or configure an askpass helper|no tty present and no askpass program specified)$/,
    source: 'sudo 1.9.15, src/tgetpass.c',
  },
  {
    id: 'sudo-password-required',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; sudo wants a password and was told not to ask (-n), or could not.',
    words: /^sudo: a password is required$/,
    source: 'sudo 1.9.15, plugins/sudoers/logging.c',
  },
  {
    id: 'sudo-must-have-tty',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; sudo runs from a terminal only (requiretty; ssh -t gives one).',
    words: /^sudo: sorry, you must have a tty to run sudo$/,
    source: 'sudo 1.9.15, plugins/sudoers/sudoers.c',
  },
  {
    id: 'sudo-not-in-sudoers',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; this user may not use sudo.',
    words:
      /^(?<user>\S{1,256}) is not in the sudoers file\.(?: {1,2}This incident (?:will be|has been) reported(?: to the administrator)?\.)?$/,
    source: 'sudo 1.9.15, plugins/sudoers/logging.c',
  },
  {
    id: 'sudo-may-not-run',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: "The login works; sudo's rules do not let this user do that.",
    words:
      /^(?:Sorry, user (?<user>\S{1,256}) (?:may not run sudo on \S{1,255}|is not allowed to execute '.{1,1000}' as \S{1,256} on \S{1,255})\.|\S{1,256} is not allowed to run sudo on \S{1,255}\.(?: {1,2}This incident (?:will be|has been) reported\.?)?)$/,
    source: 'sudo 1.9.15, plugins/sudoers/logging.c',
  },
  {
    id: 'sudo-host-unresolved',
    by: 'sudo',
    level: 'warning',
    step: 'session',
    says: "This machine's own name leads nowhere; sudo goes on, after waiting for the look-up.",
    words: /^(?:sudo: )?unable to resolve host (?<address>\S{1,255})(?:: (?<reason>.{1,100}))?$/,
    harmless: true,
    source: 'sudo 1.9.15, plugins/sudoers/sudoers_cb.c',
  },
  {
    id: 'sudo-account-invalid',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: "The login works; PAM refuses this user's account to sudo: locked, expired, or its password is.",
    words:
      /^sudo: (?:account validation failure, is your account locked\?|Account or password is expired, reset your password and try again|Account expired or PAM config lacks an "account" section for sudo, contact your system administrator|PAM account management error: (?<reason>.{1,100})|PAM authentication error: .{1,100})$/,
    source: 'sudo 1.9.15, plugins/sudoers/auth/pam.c',
  },
  {
    id: 'sudo-incorrect-password',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; the password given to sudo was wrong.',
    words: /^(?:sudo: )?(?:\d{1,4} incorrect password attempts?|Sorry, try again\.)$/,
    source: 'sudo 1.9.15, plugins/sudoers/logging.c',
  },
  {
    id: 'sudo-log-refused',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'sudo refused a command, as its log has it.',
    words:
      /^(?<user>\S{1,256}) : (?<reason>\d{1,4} incorrect password attempts?|user NOT in sudoers|user NOT authorized on host|command not allowed|a password is required|no tty present|sorry, you must have a tty to run sudo) ; (?:TTY=\S{1,64} ; )?PWD=.{1,300}$/,
    source: 'sudo 1.9.15, plugins/sudoers/logging.c',
  },
  {
    id: 'sudo-log-command',
    by: 'sudo',
    level: 'info',
    step: 'session',
    says: 'sudo ran a command.',
    words:
      /^(?<user>\S{1,256}) : (?:HOST=\S{1,255} ; )?(?:TTY=\S{1,64} ; )?PWD=.{1,300} ; USER=\S{1,256} ;.{0,300} COMMAND=.{1,1000}$/,
    source: 'sudo 1.9.15, plugins/sudoers/logging.c',
  },
  {
    id: 'sudo-no-new-privileges',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; the session was started so that nothing in it can become root.',
    words: /^sudo: The "no new privileges" flag is set, which prevents sudo from running as root\.$/,
    source: 'sudo 1.9.15, src/sudo.c',
  },
  {
    id: 'sudo-not-setuid',
    by: 'sudo',
    level: 'error',
    step: 'session',
    says: 'The login works; sudo is installed without its right to become root, or on a file system that forbids it.',
    words:
      /^sudo: (?:(?<path>\S{1,200}) must be owned by uid 0 and have the setuid bit set|effective uid is not 0, is .{1,300}\?)$/,
    source: 'sudo 1.9.15, src/sudo.c',
  },
]
