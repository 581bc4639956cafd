import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-library.ts'

readsEachLine(ENTRIES, [
  [
    'pam-unable-to-dlopen',
    'PAM unable to dlopen(pam_tally2.so): /lib/security/pam_tally2.so: cannot open shared object file: No such file or directory',
  ],
  [
    'pam-module-error',
    'PAM [error: /lib/security/pam_pwcheck.so: cannot open shared object file: No such file or directory]',
  ],
  ['pam-adding-faulty-module', 'PAM adding faulty module: pam_tally2.so'],
  ['pam-unable-to-resolve-symbol', 'PAM unable to resolve symbol: pam_sm_acct_mgmt'],
  ['pam-no-config', 'PAM _pam_load_conf_file: unable to open config for common-auth'],
  ['pam-error-reading-config', 'PAM error reading PAM configuration file'],
  ['pam-error-loading', 'PAM error loading common-session'],
  ['pam-illegal-module-type', 'PAM (sshd) illegal module type: required'],
  ['pam-parse-error', 'PAM pam_parse: expecting return value; [...succes=1 default=ignore]'],
  ['pam-init-failed', 'PAM pam_start: failed to initialize handlers'],
  ['pam-no-modules-loaded', "PAM no modules loaded for `sshd' service"],
  ['pam-bad-jump-in-stack', 'PAM bad jump in stack'],
  ['pam-no-conversation', 'PAM no conversation function'],
  ['pam-conversation-failed', 'pam_unix(sshd:auth): conversation failed'],
  ['pam-audit-failed', 'PAM audit_log_acct_message() failed: Operation not permitted'],
  ['pam-unexpected-response', 'pam_nologin(sshd:auth): unexpected response from failed conversation function'],
  ['pam-other-service', 'pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)'],
  [
    'pam-other-service',
    'pam_unix(sudo:auth): authentication failure; logname=alice uid=1000 euid=0 tty=/dev/pts/0 ruser=alice rhost=  user=alice',
  ],
])
