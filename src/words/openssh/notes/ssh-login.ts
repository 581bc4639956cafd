import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const login = notesOf({ step: 'auth', road: 'breaks' })
const agent = notesOf({ step: 'auth', road: 'breaks', message: 'client-agent-refused' })
const passes = notesOf({ step: 'auth', road: 'passes' })
const aside = notesOf({ step: 'auth' })

/** ssh at the login. sshconnect2.c, authfd.c, authfile.c, readpass.c, ssh-sk-client.c. */
export const SSH_LOGIN: readonly Note[] = [
  passes(
    [
      'Authenticated to {address} ([{}]:{port}) using "{}".',
      'Authenticated to {address} ([{}]:{port}).',
      'Authenticated to {address} (via proxy) using "{}".',
      'Authenticated to {address} (via proxy).',
    ],
    'The server let ssh in.',
  ),
  passes(
    ['Authenticated using "{}" with partial success.', 'Authenticated with partial success.'],
    'The server took this way to log in and wants another besides.',
  ),
  login(
    ['{user}@{address}: Permission denied ({}).', 'Permission denied ({}).'],
    'The server refused every way to log in that ssh had; the list says which it offers.',
  ),
  aside(
    [
      "{user}@{address}'s password:",
      '({user}@{address}) Password:',
      '({user}@{address}) Verification code:',
      "Enter passphrase for key '{path}':",
    ],
    'ssh asks for a password, a code or the passphrase of a key.',
    { harmless: true },
  ),
  login('Permission denied, please try again.', 'The server refused the password.'),
  login(['Permission denied.', 'Authentication failed.'], 'The server let ssh not in.'),
  agent(
    [
      'sign_and_send_pubkey: signing failed for {algorithm} "{path}"{}: agent refused operation',
      'sign_and_send_pubkey: signing failed for {algorithm} "{path}"{}: communication with agent failed',
    ],
    'The agent has this key and refused to sign with it: a touch or a PIN that it could not ask for, or a question that was answered with no.',
    { narrow: true },
  ),
  agent(
    ['sign_and_send_pubkey: signing failed: agent refused operation'],
    'The agent has the key and refused to sign with it.',
    { narrow: true },
  ),
  login(
    [
      'sign_and_send_pubkey: signing failed for {algorithm} "{path}"{}: device not found',
      'sign_and_send_pubkey: signing failed for {algorithm} "{path}"{}: requested feature not supported',
    ],
    'The security key of this key is not plugged in, or does not do what the key wants.',
    { narrow: true, message: 'client-authenticator-failed' },
  ),
  login(
    [
      'sign_and_send_pubkey: signing failed for {algorithm} "{path}"{}: {reason}',
      'sign_and_send_pubkey: signing failed: {reason}',
    ],
    'ssh could not sign with this key; the reason is at the end of the line.',
  ),
  login(
    'sign_and_send_pubkey: no mutual signature supported',
    'ssh and the server have no signature algorithm in common for this key; for RSA that is SHA-1 (ssh-rsa) against SHA-2.',
    { message: 'client-signature-algorithm' },
  ),
  agent(
    [
      'Agent admitted failure to sign using the key.',
      'Agent admitted failure to authenticate using the key.',
      'SSH_AGENT_FAILURE',
      'Authentication agent failed to decrypt challenge.',
      'Authentication agent failed to decrypt challenge: {reason}',
    ],
    'The agent has the key and could not sign with it.',
  ),
  aside(
    [
      'Error writing to authentication socket.',
      'Error reading response from authentication socket.',
      'Error reading response length from authentication socket.',
      'Bad response from authentication agent: {}',
      'Bad authentication reply message type: {}',
    ],
    'ssh could not speak with the agent.',
  ),
  login('Load key "{path}": {reason}', 'ssh could not read this key; the reason is at the end of the line.'),
  login('no such identity: {path}: {reason}', 'The key file that ssh was told to use is not there.', {
    message: 'client-no-key',
  }),
  login(
    [
      '@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @',
      "Permissions 0{} for '{path}' are too open.",
      'It is required that your private key files are NOT accessible by others.',
      'This private key will be ignored.',
      'bad permissions: ignore key: {path}',
    ],
    'ssh does not use this key, because others may read its file.',
  ),
  login(
    ['identity_sign: private key {path} contents do not match public'],
    'The private key and the .pub file beside it are not the same key.',
  ),
  aside(
    ['{}key {algorithm} {} returned incorrect signature type'],
    'The agent or token signed with another algorithm than ssh had asked for.',
    { message: 'client-signature-algorithm' },
  ),
  login(['load {} "{path}": {reason}'], 'ssh could not read this certificate or key.'),
  aside(
    ['Bad passphrase.', 'Mismatch; try again, EOF to quit.'],
    'The passphrase or password that was typed did not fit.',
  ),
  login('Unexpected authentication success during {}.', 'The server claimed a login that had not ended, and ssh ends.'),
  login('Warning: {}', 'A warning of the other side.', { road: undefined }),
  aside(
    ['ssh_askpass: exec({path}): {reason}', 'ssh_askpass: fork: {reason}', 'ssh_askpass: pipe: {reason}'],
    'The program that asks for passphrases could not be started.',
  ),
  login(
    ["Couldn't drop certificate", "Couldn't drop certificate: {reason}"],
    'ssh could not take the plain key out of a certificate.',
  ),
  aside(
    'Compatibility with ssh protocol version 1.0 no longer supported.',
    'The agent speaks a protocol that is gone.',
  ),
  aside(['Server denied authentication request: {}'], 'The server does not take a login now.', { road: 'breaks' }),
  aside(
    [
      'input_userauth_pk_ok: server replied with unknown key: {algorithm} {}',
      'input_userauth_pk_ok: type mismatch for decoded key (received {}, expected {})',
    ],
    'The server answered about another key than ssh had offered.',
  ),
  aside(
    [
      'ssh_keysign: not installed: {path}',
      'ssh_keysign: exited with status {}',
      'ssh_keysign: exited abnormally',
      'sign using hostkey {} {} failed',
    ],
    'The login by host key needs ssh-keysign, which failed.',
  ),
]
