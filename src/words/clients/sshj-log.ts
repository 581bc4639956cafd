import type { Entry } from '../entry.ts'
import { said } from '../said.ts'

const log = said({ by: 'sshj', level: 'info', source: 'sshj 0.40, transport/TransportImpl.java' })
const auth = said({ by: 'sshj', level: 'debug', step: 'auth', source: 'sshj 0.40, userauth/UserAuthImpl.java' })

/** sshj's log, behind its level and the name of its class. */
export const ENTRIES: readonly Entry[] = [
  log(
    'sshj-log-client',
    /^Client identity string: SSH-2\.0-(?<program>[\w.-]{1,80})$/,
    'The program told the server its name.',
  ),
  log('sshj-log-server', /^Server identity string: (?<program>SSH-.{1,250})$/, 'The server told its name.', {
    step: 'banner',
    road: 'passes',
  }),
  log(
    'sshj-log-kexinit',
    /^Sending SSH_MSG_KEXINIT$|^Received SSH_MSG_KEXINIT$|^Initiating key exchange$|^Negotiated algorithms: .{1,400}$/,
    'The key exchange runs.',
    {
      level: 'debug',
      step: 'kex',
      source: 'sshj 0.40, transport/KeyExchanger.java',
    },
  ),
  log('sshj-log-newkeys', /^Received SSH_MSG_NEWKEYS$/, 'The key exchange is through.', {
    level: 'debug',
    step: 'kex',
    road: 'passes',
    source: 'sshj 0.40, transport/KeyExchanger.java',
  }),
  log('sshj-log-dying', /^Dying because - (?<reason>.{1,300})$/, 'The program gave the connection up.', {
    level: 'error',
    road: 'breaks',
  }),
  log('sshj-log-disconnected', /^Disconnected - (?<reason>[A-Z_]{3,40})$/, 'The connection was ended.'),
  auth('sshj-log-trying', /^Trying `(?<option>[\w@.-]{1,40})` auth\.\.\.$/, 'The program tries this way to log in.'),
  auth('sshj-log-failed', /^`(?<option>[\w@.-]{1,40})` auth failed$/, 'The server refused this way to log in.', {
    road: 'breaks',
  }),
  auth('sshj-log-succeeded', /^`(?<option>[\w@.-]{1,40})` auth successful$/, 'The login worked.', { road: 'passes' }),
]
