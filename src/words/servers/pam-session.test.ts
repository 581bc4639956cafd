import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-session.ts'

readsEachLine(ENTRIES, [
  [
    'pam-env-file-unopened',
    'pam_env(sshd:session): Unable to open env file: /etc/default/locale: No such file or directory',
  ],
  ['pam-env-user-environment', 'pam_env(sshd:session): deprecated reading of user environment enabled'],
  ['pam-env-malformed', "pam_env(sshd:session): non-alphanumeric key 'export PATH' in /etc/environment', ignoring"],
  ['pam-loginuid-set-failed', 'pam_loginuid(sshd:session): set_loginuid failed'],
  ['pam-loginuid-unwritable', 'pam_loginuid(sshd:session): Error writing /proc/self/loginuid: Operation not permitted'],
  ['pam-loginuid-no-auditd', 'pam_loginuid(sshd:session): required running auditd not detected'],
  ['pam-selinux-no-context', 'pam_selinux(sshd:session): Unable to get valid context for alice'],
  [
    'pam-selinux-exec-context-failed',
    'pam_selinux(sshd:session): Setting executable context "unconfined_u:unconfined_r:unconfined_t:s0" failed: Invalid argument',
  ],
  ['pam-selinux-session', 'pam_selinux(sshd:session): Open Session'],
  [
    'pam-selinux-context-not-allowed',
    'pam_selinux(sshd:session): Security context system_u:system_r:unconfined_t:s0 is not allowed for user_u:user_r:user_t:s0',
  ],
  ['pam-mkhomedir-helper-abnormal', 'pam_mkhomedir(sshd:session): mkhomedir_helper abnormal exit: 11'],
  ['pam-mkhomedir-unable-to-create', 'PAM unable to create directory /home/alice: Permission denied'],
  ['pam-lastlog-file-unusable', 'pam_lastlog(sshd:session): unable to open /var/log/lastlog: Permission denied'],
  ['pam-lastlog-created', 'pam_lastlog(sshd:session): file /var/log/lastlog created'],
  ['pam-lastlog-corruption', 'pam_lastlog(sshd:session): corruption detected in /var/log/btmp'],
  ['pam-exec-failed', 'pam_exec(sshd:session): /usr/local/bin/notify failed: exit code 7'],
  ['pam-exec-unstarted', 'pam_exec(sshd:session): execve(/usr/local/bin/notify,...) failed: Permission denied'],
  [
    'pam-namespace-failed',
    'pam_namespace(sshd:session): Unable to unshare from parent namespace, Operation not permitted',
  ],
  ['pam-motd-unscanned', 'pam_motd(sshd:session): error scanning directory /etc/motd.d: Permission denied'],
  ['pam-keyinit-unknown-user', 'pam_keyinit(sshd:session): Unable to look up user "alice"'],
  [
    'pam-warn',
    'pam_warn(other:auth): function=[pam_sm_authenticate] flags=0x8001 service=[sshd] terminal=[ssh] user=[alice] ruser=[<unknown>] rhost=[203.0.113.7]',
  ],
])
