import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-unix.ts'

readsEachLine(ENTRIES, [
  ['pam-unix-password-expired-shown', 'WARNING: Your password has expired.'],
  ['pam-unix-password-expired-shown', 'You are required to change your password immediately (administrator enforced).'],
  [
    'pam-unix-authentication-failure',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.19  user=root',
  ],
  [
    'pam-unix-authentication-failure',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.19 ',
  ],
  [
    'pam-unix-more-failures',
    'PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.19  user=root',
  ],
  [
    'pam-unix-more-failures',
    'pam_unix(sshd:auth): 1 more authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.19  user=root',
  ],
  ['pam-unix-max-retries', 'PAM service(sshd) ignoring max retries; 6 > 3'],
  ['pam-unix-user-unknown', 'pam_unix(sshd:auth): check pass; user unknown'],
  ['pam-unix-named-user-unknown', 'pam_unix(sshd:auth): check pass; user (oracle) unknown'],
  ['pam-unix-could-not-identify-user', 'pam_unix(sshd:account): could not identify user (from getpwnam(alice))'],
  ['pam-unix-helper-abnormal-exit', 'pam_unix(sshd:auth): unix_chkpwd abnormal exit: 139'],
  ['pam-unix-helper-waitpid', 'pam_unix(sshd:auth): unix_chkpwd waitpid returned -1: No child processes'],
  ['pam-unix-helper-execve', 'pam_unix(sshd:account): helper binary execve failed: Permission denied'],
  ['pam-unix-fork-failed', 'pam_unix(sshd:account): Fork failed: Resource temporarily unavailable'],
  ['pam-unix-hash-unknown', 'pam_unix(sshd:auth): The password hash "!$6$ab" is unknown to libcrypt.'],
  [
    'pam-unix-hash-disabled',
    'pam_unix(sshd:auth): The support for password hash "$1$abc" has been disabled in libcrypt configuration.',
  ],
  ['pam-unix-bad-username', 'pam_unix(sshd:auth): bad username [-froot]'],
  ['pam-unix-no-password-obtained', 'pam_unix(sshd:auth): auth could not identify password for [root]'],
  ['pam-unix-account-expired', 'pam_unix(sshd:account): account alice has expired (account expired)'],
  [
    'pam-unix-account-expired-password-unchanged',
    'pam_unix(sshd:account): account alice has expired (failed to change password)',
  ],
  ['pam-unix-password-expired-root', 'pam_unix(sshd:account): expired password for user alice (root enforced)'],
  ['pam-unix-password-aged', 'pam_unix(sshd:account): expired password for user alice (password aged)'],
  ['pam-unix-password-will-expire', 'pam_unix(sshd:account): password for user alice will expire in 3 days'],
  ['pam-unix-password-changed-in-future', 'pam_unix(sshd:account): account alice has password changed in future'],
  ['pam-unix-session-opened', 'pam_unix(sshd:session): session opened for user alice(uid=1000) by alice(uid=0)'],
  ['pam-unix-session-opened', 'pam_unix(sshd:session): session opened for user root by (uid=0)'],
  ['pam-unix-session-closed', 'pam_unix(sshd:session): session closed for user alice'],
  ['pam-unix-session-no-user', 'pam_unix(sshd:session): open_session - error recovering username'],
  ['pam-unix-password-changed', 'pam_unix(sshd:chauthtok): password changed for alice'],
  ['pam-unix-user-not-authenticated', 'pam_unix(sshd:chauthtok): user not authenticated'],
  ['pam-unix-new-password-not-acceptable', 'pam_unix(sshd:chauthtok): new password not acceptable'],
  ['pam-unix-user-missing-in-passwd', 'pam_unix(sshd:chauthtok): user "alice" does not exist in /etc/passwd'],
  ['pam-unix-unrecognized-option', 'pam_unix(sshd:auth): unrecognized option [nullok_secure]'],
  ['unix-chkpwd-failed', 'password check failed for user (root)'],
  ['unix-chkpwd-no-user', 'could not obtain user info (alice)'],
])
