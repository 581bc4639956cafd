import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-directory.ts'

readsEachLine(ENTRIES, [
  ['pam-sss-access-denied', 'pam_sss(sshd:account): Access denied for user alice: 6 (Permission denied)'],
  ['pam-sss-account-expired', 'pam_sss(sshd:account): Access denied for user alice: 13 (User account has expired)'],
  ['pam-sss-account-system-error', 'pam_sss(sshd:account): Access denied for user alice: 4 (System error)'],
  [
    'pam-sss-account-denied-otherwise',
    'pam_sss(sshd:account): Access denied for user alice: 12 (Authentication token is no longer valid; new one required)',
  ],
  [
    'pam-sss-authentication-failure',
    'pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.7 user=alice',
  ],
  [
    'pam-sss-authentication-success',
    'pam_sss(sshd:auth): authentication success; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.7 user=alice',
  ],
  ['pam-sss-received-failure', 'pam_sss(sshd:auth): received for user alice: 7 (Authentication failure)'],
  [
    'pam-sss-received-unknown-user',
    'pam_sss(sshd:auth): received for user oracle: 10 (User not known to the underlying authentication module)',
  ],
  [
    'pam-sss-received-offline',
    'pam_sss(sshd:auth): received for user alice: 9 (Authentication service cannot retrieve authentication info)',
  ],
  ['pam-sss-received-otherwise', 'pam_sss(sshd:auth): received for user alice: 4 (System error)'],
  [
    'pam-sss-authentication-failed',
    'pam_sss(sshd:auth): Authentication failed for user alice: 7 (Authentication failure)',
  ],
  ['pam-sss-request-failed', 'pam_sss(sshd:account): Request to sssd failed. Connection refused'],
  ['pam-sss-user-message', 'pam_sss(sshd:auth): User info message: Your password will expire in 3 day(s).'],
  [
    'pam-sss-password-change-failed',
    'pam_sss(sshd:chauthtok): Password change failed for user alice: 20 (Authentication token manipulation error)',
  ],
  ['pam-ldap-refused', 'pam_ldap(sshd:auth): Authentication failure; user=alice'],
  [
    'pam-ldap-authorisation-refused',
    'pam_ldap(sshd:account): LDAP authorisation check failed; user=alice; err=Permission denied',
  ],
  [
    'pam-ldap-bind-error',
    'pam_ldap: error trying to bind as user "uid=alice,ou=people,dc=example,dc=com" (Invalid credentials)',
  ],
  ['pam-ldap-server-down', "pam_ldap: ldap_simple_bind Can't contact LDAP server"],
  [
    'pam-krb5-authentication-failure',
    'pam_krb5(sshd:auth): authentication failure; logname=alice uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.7',
  ],
  [
    'pam-krb5-authorization-failed',
    'pam_krb5(sshd:auth): failed authorization check; logname=alice uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.7',
  ],
  ['pam-krb5-authenticated', 'pam_krb5(sshd:auth): user alice authenticated as alice@EXAMPLE.COM'],
  ['pam-krb5-password-expired', 'pam_krb5(sshd:auth): user alice password expired, forcing password change'],
  [
    'pam-krb5-cannot-verify',
    'pam_krb5(sshd:auth): (user alice) credential verification failed: No such file or directory',
  ],
  [
    'pam-krb5-getting-tickets',
    "pam_krb5(sshd:auth): (user alice) krb5_get_init_creds_password: Cannot contact any KDC for realm 'EXAMPLE.COM'",
  ],
  [
    'pam-winbind-denied',
    "pam_winbind(sshd:auth): user 'alice' denied access (incorrect password or invalid membership)",
  ],
  ['pam-winbind-account-expired', "pam_winbind(sshd:auth): user 'alice' account expired"],
  ['pam-winbind-granted', "pam_winbind(sshd:account): user 'alice' granted access"],
  [
    'pam-winbind-request-failed',
    'pam_winbind(sshd:auth): request wbcLogonUser failed: WBC_ERR_AUTH_ERROR, PAM error: PAM_AUTH_ERR (7), NTSTATUS: NT_STATUS_WRONG_PASSWORD, Error message was: Wrong Password',
  ],
  [
    'pam-winbind-internal-error',
    "pam_winbind(sshd:auth): internal module error (retval = PAM_AUTHINFO_UNAVAIL(9), user = 'alice')",
  ],
  ['pam-winbind-getting-password', 'pam_winbind(sshd:auth): getting password (0x00000388)'],
  [
    'pam-winbind-group-unconvertible',
    'pam_winbind(sshd:auth): cannot convert group EXAMPLE\\admins to sid, check if group EXAMPLE\\admins is valid group.',
  ],
])
