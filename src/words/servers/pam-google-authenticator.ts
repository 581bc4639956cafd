import type { Entry } from '../entry.ts'

const SOURCE = 'google-authenticator-libpam 1.05 to 1.11, src/pam_google_authenticator.c'

/** pam_google_authenticator: a code besides the password or the key. Its tag is `sshd(pam_google_authenticator)`. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'pam-google-authenticator-accepted',
    by: 'pam',
    level: 'info',
    step: 'auth',
    says: "The user's verification code is right.",
    words: /^Accepted google_authenticator for (?<user>.{1,256})$/,
    source: SOURCE,
  },
  {
    id: 'pam-google-authenticator-code-wrong',
    by: 'pam',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: "The verification code is wrong: mistyped, too old, or the clock of the server or of the user's phone is wrong.",
    words: /^Invalid verification code for (?<user>.{1,256})$/,
    source: SOURCE,
  },
  {
    id: 'pam-google-authenticator-no-code',
    by: 'pam',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'The user gave no verification code: mostly a client that cannot answer a question.',
    words: /^Did not receive verification code from user$/,
    source: SOURCE,
  },
  {
    id: 'pam-google-authenticator-secret-unreadable',
    by: 'pam',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'The file with the secret of the verification codes cannot be read.',
    words: /^Failed to read "(?<path>.{1,300})" for "(?<user>[^"]{1,256})": (?<reason>.{1,100})$/,
    source: SOURCE,
  },
  {
    id: 'pam-google-authenticator-secret-unsafe',
    by: 'pam',
    level: 'error',
    step: 'auth',
    road: 'breaks',
    says: 'The file with the secret of the verification codes may be read by others, or belongs to somebody else; no code is taken.',
    words:
      /^Secret file "(?<path>.{1,300})" (?:permissions \(\d{4}\) are more permissive than \d{4}|must be owned by "[^"]{1,256}"|is not a regular file)$/,
    source: SOURCE,
  },
]
