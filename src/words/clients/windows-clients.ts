import type { Entry } from '../entry.ts'
import { byWords, denied, is } from '../finding.ts'
import { said } from '../said.ts'

const winscp = said({
  by: 'winscp',
  level: 'fatal',
  road: 'breaks',
  source: 'WinSCP 6.3, source/resource/TextsCore1.rc',
})
const filezilla = said({ by: 'filezilla', level: 'error', road: 'breaks', source: 'FileZilla 3, src/engine' })
const securecrt = said({
  by: 'securecrt',
  level: 'error',
  road: 'breaks',
  source: 'SecureCRT 8 and 9, as its users report',
})
const bitvise = said({ by: 'bitvise', level: 'error', road: 'breaks', source: 'Bitvise SSH Client 8 and 9, its log' })

/** Windows' clients with a window. WinSCP and FileZilla carry PuTTY's code and words besides. */
export const ENTRIES: readonly Entry[] = [
  winscp(
    'winscp-host-key-not-verified',
    /\bHost key wasn't verified!|\bhost key was not found in the cache\b/,
    'WinSCP does not know the host key of this server.',
    { step: 'kex', ends: is('host-key-unknown') },
  ),
  winscp(
    'winscp-sftp-initialize',
    /\bCannot initialize SFTP protocol\. Is the host running\b/,
    'The login worked, and the server started no SFTP.',
    { step: 'session', ends: is('session-refused') },
  ),
  winscp(
    'winscp-host-key-mismatch',
    /\bHost key does not match configured key fingerprint "[^"]{1,200}"/,
    'The server shows another host key than the one that WinSCP was given.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  winscp(
    'winscp-host-key-not-configured',
    /\bExpected host key was not configured, use -hostkey switch\b/,
    'WinSCP runs a script and was not told the host key.',
    {
      step: 'kex',
      ends: is('host-key-unknown'),
    },
  ),
  winscp('winscp-timeout', /\bTimeout waiting for server to respond\b/, 'The server did not answer WinSCP in time.', {
    ends: is('timed-out', { weak: true }),
  }),
  winscp(
    'winscp-not-communicating',
    /\bHost is not communicating for (?:more than )?\d{1,5} seconds\./,
    'The server does not answer WinSCP.',
    { level: 'warning' },
  ),
  winscp('winscp-lost', /^(?:Connection has been unexpectedly closed|Lost connection)\.$/, 'The connection broke.', {
    ends: is('closed', { weak: true }),
  }),
  winscp(
    'winscp-authentication-log',
    /^Authentication log \(see session log for details\):/,
    'The lines that follow tell how WinSCP tried to log in.',
    { level: 'info', step: 'auth' },
  ),
  winscp(
    'winscp-key-format',
    /\bPrivate key file '(?<path>[^']{1,300})' (?:contains key in (?<reason>.{1,40}) format|does not exist or cannot be opened)\b/,
    'WinSCP cannot use this key file.',
    {
      level: 'error',
      step: 'client',
    },
  ),
  winscp(
    'winscp-key-unknown',
    /\bFile '(?<path>[^']{1,300})' does not contain private key in known format\b/,
    'WinSCP cannot use this key file.',
    { level: 'error', step: 'client' },
  ),
  winscp(
    'winscp-tunnel',
    /\bError while tunneling the connection\./,
    'The host in between did not take the connection on.',
    { step: 'path', ends: is('proxy-fails', { weak: true }) },
  ),
  winscp(
    'winscp-startup-message',
    /\bError skipping startup message\. Your shell is probably incompatible\b/,
    'The login shell prints something, and WinSCP cannot read on.',
    {
      step: 'session',
      ends: is('session-refused', { weak: true }),
    },
  ),
  winscp(
    'winscp-packet-too-big',
    /\bReceived too large \(\d{1,12} B\) SFTP packet\b/,
    'The login shell prints something, and WinSCP takes it for SFTP.',
    {
      step: 'session',
      ends: is('session-refused', { weak: true }),
    },
  ),
  winscp(
    'winscp-prompting',
    /^Prompting user for the credentials\.$|^Using stored password\.$|^Using configured passphrase\.$/,
    'WinSCP answers what the server asks.',
    {
      level: 'info',
      step: 'auth',
      road: 'passes',
      source: 'WinSCP 6.3, source/core/SecureShell.cpp',
    },
  ),

  filezilla(
    'filezilla-timeout',
    /\bConnection timed out after \d{1,6} seconds of inactivity\b|\bETIMEDOUT - Connection attempt timed out\b/,
    'Nothing answered FileZilla in time.',
    { step: 'port', ends: is('connect-timeout') },
  ),
  filezilla('filezilla-refused', /\bECONNREFUSED - Connection refused by server\b/, 'Nothing listens on this port.', {
    step: 'port',
    ends: is('connect-refused'),
  }),
  filezilla('filezilla-no-name', /\bEAI_NONAME - /, 'The name of the host is not known.', {
    step: 'name',
    ends: is('name-not-found'),
  }),
  filezilla(
    'filezilla-could-not-connect',
    /^(?:Error:\s{1,8})?Could not connect to server$/,
    'FileZilla gave up; the lines in front say why.',
    { source: 'FileZilla 3, src/engine/ControlSocket.cpp' },
  ),
  filezilla(
    'filezilla-critical',
    /^(?:Error:\s{1,8})?Critical error: Could not connect to server$/,
    'FileZilla gave up and does not try again.',
    { source: 'FileZilla 3, src/engine/ControlSocket.cpp' },
  ),

  securecrt('securecrt-refused', /\bThe remote system refused the connection\b/, 'Nothing listens on this port.', {
    step: 'port',
    ends: is('connect-refused'),
  }),
  securecrt(
    'securecrt-key-exchange',
    /\bKey exchange failed\.? ?No compatible |\bNo compatible (?:hostkey|key-exchange method|cipher)\b/,
    'SecureCRT and the server have no algorithm of one kind in common.',
    { step: 'kex', ends: is('no-common-algorithm') },
  ),

  bitvise(
    'bitvise-windows-error',
    /\bWindows error \d{1,6}: (.{1,200})/,
    'The connection failed with an error of Windows.',
    { step: 'port', ends: byWords },
  ),
  bitvise(
    'bitvise-authentication-failed',
    /\bAuthentication failed\. Remaining authentication methods: '?([\w, -]{1,100})/,
    'The server refused the login; the list says what it still offers.',
    { step: 'auth', ends: (m) => denied(m[1]) },
  ),
]
