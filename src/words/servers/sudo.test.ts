import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './sudo.ts'

readsEachLine(ENTRIES, [
  [
    'sudo-terminal-required',
    'sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper',
  ],
  ['sudo-password-required', 'sudo: a password is required'],
  ['sudo-must-have-tty', 'sudo: sorry, you must have a tty to run sudo'],
  ['sudo-not-in-sudoers', 'alice is not in the sudoers file.  This incident will be reported.'],
  ['sudo-may-not-run', 'Sorry, user alice may not run sudo on node1.'],
  ['sudo-host-unresolved', 'sudo: unable to resolve host node1: Name or service not known'],
  ['sudo-account-invalid', 'sudo: account validation failure, is your account locked?'],
  ['sudo-incorrect-password', 'sudo: 3 incorrect password attempts'],
  ['sudo-log-refused', 'alice : user NOT in sudoers ; TTY=pts/0 ; PWD=/home/alice ; USER=root ; COMMAND=/bin/bash'],
  ['sudo-log-command', 'alice : TTY=pts/0 ; PWD=/home/alice ; USER=root ; COMMAND=/bin/systemctl restart ssh'],
  ['sudo-no-new-privileges', 'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.'],
  ['sudo-not-setuid', 'sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set'],
])
