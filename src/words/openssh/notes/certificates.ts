import type { LogMessage } from '../../../core/log-messages.ts'
import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const cert = notesOf({ step: 'auth', road: 'breaks' })

const by = [
  'Refusing certificate ID "{}" serial={} signed by {algorithm} CA {}: ',
  'Refusing certificate ID "{}" serial={} signed by {algorithm} CA {} via {path}: ',
]

const because = (reason: string, says: string, message?: LogMessage): Note[] => {
  const more = message === undefined ? {} : { message }
  return [
    cert(reason, says, more),
    cert(
      by.map((front) => front + reason),
      says,
      { narrow: true, ...more },
    ),
  ]
}

/** What sshd and ssh say of certificates. auth2-pubkey.c, auth2-pubkeyfile.c, sshkey.c, auth-options.c. */
export const CERTIFICATES: readonly Note[] = [
  ...because('Certificate invalid: expired', 'The certificate is past its last day.', 'certificate-expired'),
  ...because(
    'Certificate invalid: not yet valid',
    "The certificate begins later than now, by this machine's clock.",
    'certificate-not-yet-valid',
  ),
  ...because(
    'Certificate invalid: name is not a listed principal',
    'The certificate is not for this user: its list of principals does not have the name.',
    'certificate-principal-missing',
  ),
  ...because(
    'Certificate does not contain an authorized principal',
    'The certificate is not for this user: none of its principals is one that the server takes for the account.',
    'certificate-principal-missing',
  ),
  ...because(
    'Certificate lacks principal list',
    'The certificate names no user at all, and such ones are not taken.',
    'certificate-principal-missing',
  ),
  ...because('Certificate invalid: not a user certificate', 'The certificate is for a host, not for a user.'),
  ...because('Certificate invalid: not a host certificate', 'The certificate is for a user, not for a host.'),
  ...because(
    'Certificate contains unsupported critical options',
    'The certificate has a condition that this release does not know, and is refused.',
  ),
  ...because(
    'Certificate signed with disallowed algorithm',
    'The certificate was signed with an algorithm that is not taken any more (CASignatureAlgorithms), often RSA with SHA-1.',
    'key-algorithm-not-accepted',
  ),
  ...because('Key is not a certificate', 'A plain key came where a certificate is wanted.'),
  ...because('Invalid certificate options', 'The options of the certificate cannot be read.'),
  ...because(
    'Refused by certificate options',
    'The certificate is right, and its options do not allow this login.',
    'certificate-source-refused',
  ),
  cert(
    [
      'Refusing certificate ID "{}" serial={} signed by {algorithm} CA {}: {reason}',
      'Refusing certificate ID "{}" serial={} signed by {algorithm} CA {} via {path}: {reason}',
    ],
    'sshd refuses this certificate; the reason is at the end of the line.',
  ),
  cert(
    [
      'userauth_pubkey: certificate signature algorithm {algorithm}: {reason}',
      'userauth_hostbased: certificate signature algorithm {algorithm}: {reason}',
    ],
    'The certificate was signed with an algorithm that this server does not take (CASignatureAlgorithms), often RSA with SHA-1.',
    { message: 'key-algorithm-not-accepted' },
  ),
  cert(
    'Certificate critical option "{option}" is not supported',
    'The certificate has a condition that this release does not know, and is refused.',
  ),
  cert(
    'Certificate extension "{option}" is not supported',
    'The certificate has an extension that this release does not know; it is passed over.',
    { road: undefined, harmless: true },
  ),
  cert(
    ['{path}: Certificate source-address invalid', 'Certificate source-address contents invalid'],
    'The source-address of the certificate cannot be read.',
    { message: 'certificate-source-refused' },
  ),
  cert(
    [
      'Certificate has multiple force-command options',
      'Certificate has multiple source-address options',
      'Certificate option "{option}" corrupt (extra data)',
      'Unable to parse certificate options: {reason}',
    ],
    'The options of the certificate cannot be read.',
  ),
]
