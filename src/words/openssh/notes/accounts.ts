import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const shut = notesOf({ step: 'auth', road: 'breaks' })
const excluded = notesOf({ step: 'auth', road: 'breaks', message: 'user-excluded' })

/** Who may log in at all, and from where. auth.c, auth-shadow.c, auth2.c, session.c, canohost.c. */
export const ACCOUNTS: readonly Note[] = [
  shut(
    ['Invalid user {user} from {address} port {port}', 'Invalid user {user} from {address}'],
    'The server has no user of this name, or does not let this one in.',
    { message: 'user-unknown' },
  ),
  shut(
    ['input_userauth_request: invalid user {user}'],
    'The server has no user of this name, or does not let this one in.',
  ),
  excluded(
    'User {user} from {address} not allowed because not listed in AllowUsers',
    'sshd does not let this user in: AllowUsers has a list, and the name and address fit none of its entries.',
  ),
  excluded(
    'User {user} from {address} not allowed because listed in DenyUsers',
    'sshd does not let this user in: DenyUsers has an entry that fits.',
  ),
  excluded(
    'User {user} from {address} not allowed because a group is listed in DenyGroups',
    "sshd does not let this user in: one of the user's groups is in DenyGroups.",
  ),
  excluded(
    "User {user} from {address} not allowed because none of user's groups are listed in AllowGroups",
    "sshd does not let this user in: AllowGroups has a list, and none of the user's groups is on it.",
  ),
  excluded(
    'User {user} from {address} not allowed because not in any group',
    'sshd does not let this user in: AllowGroups has a list, and the user has no group.',
  ),
  shut(
    'User {user} not allowed because account is locked',
    'sshd does not let this user in: the password is locked, with a ! in /etc/shadow; with UsePAM yes a key would still do.',
    { message: 'account-locked' },
  ),
  shut(
    'User {user} not allowed because shell {path} does not exist',
    'sshd does not let this user in: the login shell of the account does not exist.',
    { message: 'shell-unusable' },
  ),
  shut(
    'User {user} not allowed because shell {path} is not executable',
    'sshd does not let this user in: the login shell of the account cannot be run.',
    { message: 'shell-unusable' },
  ),
  shut('User {user} not allowed because {path} exists', 'sshd lets only root in while this file exists.', {
    message: 'nologin-file',
  }),
  shut('Account {user} has expired', 'The account is past its expiry date in /etc/shadow.', {
    message: 'account-expired',
  }),
  shut(
    'User {user} password has expired (password aged)',
    "The user's password is past its age, and sshd wants a new one.",
  ),
  shut(
    'User {user} password has expired (root forced)',
    "The administrator wants the user's password changed at the next login.",
  ),
  shut(
    'Could not get shadow information for {user}',
    'sshd found no line of this user in /etc/shadow; for a user who does not exist it says NOUSER.',
    { harmless: true, road: undefined },
  ),
  shut(
    ['ROOT LOGIN REFUSED FROM {address} port {port}', 'ROOT LOGIN REFUSED FROM {address}'],
    'root had the right key or password, and PermitRootLogin does not let root in so.',
    { message: 'root-refused' },
  ),
  shut(
    'Root login accepted for forced command.',
    'root is let in for the one command of its key (PermitRootLogin forced-commands-only).',
    { road: 'passes' },
  ),
  shut(
    'Login name {user} does not match stored username {}',
    'The system has this account under another spelling of the name, and sshd refuses it.',
  ),
  shut(
    'Access denied for user {user} by PAM account configuration',
    'The login was right, and PAM does not let this account in: expired, locked, nologin or a rule of its modules; their own lines stand above.',
    { message: 'account-refused-by-pam' },
  ),
  shut(
    ['getgrouplist: groups list too small', 'getgrouplist("{user}", {}): failed'],
    'sshd could not read the groups of this user.',
  ),
  shut('Access denied for user {user}.', 'The login was right, and the system does not let this account in.'),
  shut('Login restricted for {user}: {reason}', 'AIX does not let this account log in.'),
  shut(
    'password change not supported',
    'The client wanted to change the password in the middle of a login, which sshd does not do.',
  ),
  shut(
    ['Password expired', 'Password expired (unable to change with privsep)'],
    "The user's password is past its age, and sshd cannot change it at this point.",
  ),
  shut('Username too long from {address} port {port}', 'A client came with a user name longer than any.'),
  shut(
    'wrong user name passed to monitor: expected {} != {}',
    "The two halves of sshd do not agree on the user's name.",
  ),
  shut('bad service request {}', 'The client asked for another service than login or session.'),
  shut(
    [
      'Address {address} maps to {}, but this does not map back to the address.',
      'Address {address} maps to {}, but this does not map back to the address - POSSIBLE BREAK-IN ATTEMPT!',
      'reverse mapping checking getaddrinfo for {} [{address}] failed.',
      'reverse mapping checking getaddrinfo for {} [{address}] failed - POSSIBLE BREAK-IN ATTEMPT!',
      'Nasty PTR record "{}" is set up for {address}, ignoring',
    ],
    "The name that DNS has for the client's address does not lead back to it; sshd then uses the address.",
    { harmless: true, road: undefined },
  ),
  shut(
    'Authentication methods list "{}" contains disabled method, skipping',
    'A list of AuthenticationMethods asks for a way to log in that is switched off; the list is passed over.',
    { road: undefined },
  ),
  shut(
    'Rhosts authentication refused for {user}: no home directory {path}',
    'The home of the user does not exist, so that no .rhosts counts.',
  ),
  shut(
    [
      'Rhosts authentication refused for {user}: bad modes for {path}',
      'Rhosts authentication refused for {user}: bad ownership or modes for home directory.',
    ],
    "Others may write the user's home or .rhosts, so that it does not count.",
  ),
  shut('User {user} hosts file {path} is not a regular file', "The user's .rhosts is not an ordinary file."),
]
