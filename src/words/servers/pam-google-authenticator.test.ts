import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './pam-google-authenticator.ts'

readsEachLine(ENTRIES, [
  ['pam-google-authenticator-accepted', 'Accepted google_authenticator for alice'],
  ['pam-google-authenticator-code-wrong', 'Invalid verification code for alice'],
  ['pam-google-authenticator-no-code', 'Did not receive verification code from user'],
  [
    'pam-google-authenticator-secret-unreadable',
    'Failed to read "/home/alice/.google_authenticator" for "alice": No such file or directory',
  ],
  [
    'pam-google-authenticator-secret-unsafe',
    'Secret file "/home/alice/.google_authenticator" permissions (0644) are more permissive than 0600',
  ],
  [
    'pam-google-authenticator-secret-unsafe',
    'Secret file "/home/alice/.google_authenticator" must be owned by "alice"',
  ],
])
