import type { LogMessage } from '../core/log-messages.ts'
import { tellingOfSshd, type Telling } from '../words/line-telling.ts'
import type { Message } from './message-reader.ts'
import type { LineKind } from './types.ts'

const REPEATED = /^message repeated \d{1,9} times: \[ ?(.*?) ?\]?$/

/**
 * What the words behind tag and level say of why a login fails, and what they name (the lexicon, `words/`); undefined where they say nothing of it.
 * `alone`: not what ssh says as well of itself.
 */
export function tellingOf(message: string, alone = false): Telling | undefined {
  const repeated = message.startsWith('message repeated ') ? REPEATED.exec(message)?.[1] : undefined
  return tellingOfSshd((repeated ?? message).trim(), alone)
}

/** By the kind of a line whose words are not at hand, as in a journal's export (openssh.md 4.2 and 4.3). */
const BY_KIND: Partial<Record<LineKind, LogMessage | ((said: Message) => LogMessage | undefined)>> = {
  'fork-failed': 'fork-failed',
  'accept-failed': ({ reason }) => (reason === 'Too many open files' ? 'too-many-open-files' : undefined),
  refused: 'refused-by-wrappers',
  'no-host-keys': 'no-host-keys',
  'privsep-directory-missing': 'privsep-directory-unusable',
  'child-ended': ({ reason }) => (reason?.startsWith('session process ') ? 'child-crashed' : undefined),
  'drop-penalty': ({ reason, address }) =>
    reason === 'caused crash' ? 'child-crashed' : address === undefined ? undefined : 'address-penalised',
  'exec-failed': 'child-crashed',
  'not-allowed': ({ reason = '' }) => tellingOf(`User x not allowed because ${reason}`)?.message ?? excluded(reason),
  'key-file-refused': 'key-file-unsafe',
  'signature-algorithm': 'key-algorithm-not-accepted',
  'root-refused': 'root-refused',
  'no-common-algorithm': ({ reason }) => (reason === undefined ? undefined : 'no-common-algorithm'),
  'no-more-sessions': 'session-refused',
  // Behind the open door: a ChrootDirectory that is not root's own (session.c safely_chroot).
  'chroot-refused': 'session-refused',
  'pam-denied': 'account-refused-by-pam',
}

/** The other reasons of auth.c allowed_user stand behind an address. */
const excluded = (reason: string): LogMessage | undefined =>
  tellingOf(`User x from y not allowed because ${reason}`)?.message

/** The message of a line of sshd's, by its kind alone. */
export function messageOfKind(said: Message): LogMessage | undefined {
  const found = BY_KIND[said.kind]
  return typeof found === 'function' ? found(said) : found
}

/** auth.c auth_secure_path, misc.c safe_path: the path stands at the end of sshd's own sentence. */
export const unsafePathIn = (line: string): string | undefined =>
  /Authentication refused: bad ownership or modes for (?:file|directory) (\/.*)$/.exec(line)?.[1]
