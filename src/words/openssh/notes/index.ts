import type { Note } from '../note.ts'
import { ACCOUNTS } from './accounts.ts'
import { CERTIFICATES } from './certificates.ts'
import { CONFIG } from './config.ts'
import { DEBUG } from './debug.ts'
import { ENDS } from './ends.ts'
import { EXCHANGE } from './exchange.ts'
import { FORWARDING } from './forwarding.ts'
import { KEYS } from './keys.ts'
import { LISTENER } from './listener.ts'
import { PAM } from './pam.ts'
import { SESSIONS } from './sessions.ts'
import { SSH_BEFORE_LOGIN } from './ssh-before-login.ts'
import { SSH_LOGIN } from './ssh-login.ts'
import { SSH_SESSION } from './ssh-session.ts'

/** Every message of OpenSSH's that somebody has described. */
export const NOTES: readonly Note[] = [
  ...LISTENER,
  ...CONFIG,
  ...EXCHANGE,
  ...ENDS,
  ...ACCOUNTS,
  ...KEYS,
  ...CERTIFICATES,
  ...PAM,
  ...SESSIONS,
  ...FORWARDING,
  ...SSH_BEFORE_LOGIN,
  ...SSH_LOGIN,
  ...SSH_SESSION,
  ...DEBUG,
]
