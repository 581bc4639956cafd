import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const pam = notesOf({ step: 'auth', road: 'breaks' })
const other = notesOf({ step: 'auth' })

/** sshd about PAM, Kerberos and the client's host. auth-pam.c, auth2-gss.c, gss-serv-krb5.c, auth-krb5.c, auth2-hostbased.c, auth2-chall.c. */
export const PAM: readonly Note[] = [
  pam(
    'PAM: Authentication failure for {user} from {address}',
    'PAM refused the answers of this user, mostly a wrong password.',
    { narrow: true },
  ),
  pam(
    'PAM: User not known to the underlying authentication module for {user} from {address}',
    'PAM does not know this user.',
    { narrow: true },
  ),
  pam(
    ['PAM: {reason} for {user} from {address}'],
    'PAM did not let this user in; its reason stands behind the colon.',
    {
      // sshd's wording of PAM_ACCT_EXPIRED, with which other modules refuse as well (pam_sss, pam_access behind others).
      message: ({ reason }) => (reason === 'User account has expired' ? 'account-said-expired' : undefined),
    },
  ),
  pam('PAM: pam_open_session(): {reason}', 'The login worked, and a PAM module refused the session.', {
    step: 'session',
    message: 'session-refused',
  }),
  pam(['PAM: pam_setcred(): {reason}'], 'A PAM module could not give the user what belongs to a login.', {
    step: 'session',
  }),
  pam('PAM: pam_chauthtok(): {reason}', 'The password had to be changed, and PAM did not take the new one.'),
  pam(
    [
      'PAM: initialisation failed',
      'PAM: initialization failed',
      'sshpam_device.query failed',
      'PAM: failed to start authentication thread: {reason}',
      'fork(): {reason}',
      'PAM: failed create sockets: {reason}',
    ],
    'sshd could not ask PAM.',
  ),
  pam(
    ['PAM: authentication thread exited uncleanly', 'PAM: authentication thread exited unexpectedly'],
    'A PAM module broke down in the middle of a login.',
  ),
  pam(
    ['PAM user mismatch', 'check_pam_user: PAM user "{user}" does not match previous "{}"'],
    'A PAM module changed the name of the user, which sshd does not allow.',
  ),
  other(
    ['pam_putenv: {reason}', 'PAM: pam_putenv: {reason}', 'PAM: could not set TZ environment: {reason}'],
    'A variable could not be set for PAM.',
    { harmless: true },
  ),
  other(
    [
      "Account {user} has unsupported auth1 value '{}'",
      "Can't retrieve attribute SYSTEM for {user}: {reason}",
      "Can't retrieve attribute auth1 for {user}: {reason}",
      "Password can't be changed for user {user}: {reason}",
    ],
    'AIX has something about this account that sshd does not understand.',
  ),
  other('Authorized to {user}, krb5 principal {} (krb5_kuserok)', 'Kerberos lets this principal in as the user.', {
    road: 'passes',
  }),
  pam(
    ['Failed gssapi-with-mic for {user} from {address} port {port} ssh2', 'GSSAPI MIC check failed'],
    'The Kerberos login failed.',
  ),
  other(
    [
      'Cannot initialize krb5 context',
      'gss_krb5_copy_ccache() failed',
      'krb5_cc_gen_new(): {reason}',
      'krb5_cc_initialize(): {reason}',
      'krb5_cc_new_unique(): {reason}',
      'krb5_parse_name(): {reason}',
      'ssh_krb5_cc_gen(): {reason}',
      'mkstemp(): {reason}',
      'fchmod(): {reason}',
    ],
    'sshd could not store the Kerberos tickets of the user.',
  ),
  other(
    [
      'Badly formed OID received',
      'userauth_gssapi: badly formed OID received',
      'userauth_gssapi: mechanism negotiation is not supported',
      'userauth_gssapi: too many mechanisms requested {} > {}',
    ],
    'The client asked for a Kerberos login in a way that sshd does not take.',
  ),
  other("Couldn't convert client name", 'sshd could not read the name in a Kerberos ticket.'),
  other(
    'userauth_hostbased mismatch: client sends {}, but we resolve {address} to {}',
    'The client names itself otherwise than DNS does, so that its host does not count.',
  ),
  other(
    ['Accepted certificate ID "{}" signed by {algorithm} CA {} from {user}@{address}'],
    "The client's host certificate is accepted.",
    { road: 'passes' },
  ),
  other(
    ['Rhosts with RSA host authentication accepted for {user}, {} on {address}.'],
    "The client's host lets this user in.",
    { road: 'passes' },
  ),
  pam(
    [
      'Client on {address} failed to respond correctly to host authentication.',
      'Wrong response to RSA authentication challenge.',
    ],
    'The client could not prove its key (SSH 1).',
  ),
  other(
    [
      'Warning: keysize mismatch for client_host_key: actual {}, announced {}',
      'Warning: {path}, line {}: keysize mismatch: actual {} vs. announced {}.',
      'Generating {}{} bit RSA key.',
      'RSA key generation complete.',
      '{} authentication disabled.',
      'do_connection: generating a fake encryption key',
    ],
    'A remark of SSH 1, which is gone.',
    { harmless: true },
  ),
  pam("Couldn't authenticate {user} from {address}", 'The system did not let this user in.'),
  pam(
    ["Couldn't establish session for {user} from {address}", "Couldn't launch session for {user} from {address}"],
    'The login worked, and the system gave no session.',
    { step: 'session' },
  ),
  pam(
    'Inconsistent authentication options: {reason}',
    'The options of two keys that both were needed contradict one another.',
  ),
  other('linux_audit_write_entry failed: {reason}', "sshd could not write to the kernel's audit, and ends.", {
    road: 'breaks',
  }),
]
