import type { Entry } from '../entry.ts'
import { byWords, is, noCommon } from '../finding.ts'
import { said } from '../said.ts'

const raises = said({ by: 'net-ssh', level: 'error', road: 'breaks', source: 'Net::SSH 7.3, lib/net/ssh/errors.rb' })
const logs = said({ by: 'net-ssh', level: 'debug', source: 'Net::SSH 7.3, lib/net/ssh/transport/session.rb' })
const auth = said({ by: 'net-ssh', level: 'debug', step: 'auth', source: 'Net::SSH 7.3, lib/net/ssh/authentication' })

/** Ruby's Net::SSH, which Capistrano, Chef, Vagrant and Metasploit use: what it raises, and its log. */
export const ENTRIES: readonly Entry[] = [
  raises(
    'net-ssh-authentication-failed',
    /\bNet::SSH::AuthenticationFailed\b/,
    'The server refused every way to log in.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  raises('net-ssh-timeout', /\bNet::SSH::ConnectionTimeout\b/, 'Nothing answered in time.', {
    step: 'port',
    ends: is('connect-timeout'),
  }),
  raises(
    'net-ssh-host-key-changed',
    /\bNet::SSH::HostKeyMismatch\b/,
    'The server shows another host key than the one that is known.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  raises('net-ssh-host-key-unknown', /\bNet::SSH::HostKeyUnknown\b/, 'The host key of the server is not known.', {
    step: 'kex',
    ends: is('host-key-unknown'),
  }),
  raises(
    'net-ssh-could-not-settle',
    /\bcould not settle on (?<algorithm>\w{1,40}) algorithm\b/,
    'Net::SSH and the server have no algorithm of this kind in common.',
    {
      step: 'kex',
      source: 'Net::SSH 7.3, lib/net/ssh/transport/algorithms.rb negotiate',
      ends: (m) => noCommon(m[1], ''),
    },
  ),
  raises(
    'net-ssh-preferences',
    /^(?:Server|Client) (?<algorithm>\w{1,40}) preferences: (?<theirs>[\w@.,+ -]{1,2000})$/,
    'One side lists what it offers.',
    {
      level: 'info',
      step: 'kex',
      source: 'Net::SSH 7.3, lib/net/ssh/transport/algorithms.rb negotiate',
    },
  ),
  raises(
    'net-ssh-corrupted',
    /\bcorrupted hmac detected\b|\bpadding error, need \d{1,10} block \d{1,5}\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'Net::SSH 7.3, lib/net/ssh/transport/packet_stream.rb',
      ends: is('kex-corrupt'),
    },
  ),
  raises('net-ssh-disconnect', /\bNet::SSH::Disconnect\b/, 'The server closed the connection.', { ends: is('closed') }),
  raises(
    'net-ssh-agent-sign',
    /\bagent could not sign data with requested identity\b/,
    'The agent has the key and refused to sign with it.',
    {
      step: 'auth',
      message: 'client-agent-refused',
      source: 'Net::SSH 7.3, lib/net/ssh/authentication/agent.rb',
      ends: is('permission-denied', { weak: true }),
    },
  ),
  raises(
    'net-ssh-agent-gone',
    /\bthe agent is no longer available\b|\bNet::SSH::Authentication::AgentNotAvailable\b|\bcould not connect to ssh-agent: /,
    'No agent answered.',
    { level: 'warning', step: 'client', source: 'Net::SSH 7.3, lib/net/ssh/authentication/agent.rb' },
  ),
  raises(
    'net-ssh-public-only',
    /\bthe given identity is a public key only and cannot be used for signing without an agent\b/,
    'There is only the public half of the key.',
    { step: 'client', source: 'Net::SSH 7.3, lib/net/ssh/authentication/key_manager.rb' },
  ),
  raises(
    'net-ssh-private-key',
    /\bcould not load private key file `(?<path>.{1,300})': (?<reason>.{1,200})/,
    'The private key cannot be read.',
    { step: 'client', source: 'Net::SSH 7.3, lib/net/ssh/authentication/key_manager.rb' },
  ),
  raises(
    'net-ssh-unsupported-key',
    /\bunsupported key type `(?<algorithm>[\w@.-]{1,60})'/,
    'Net::SSH does not know this kind of key without another library.',
    { step: 'client', source: 'Net::SSH 7.3, lib/net/ssh/authentication/ed25519_loader.rb' },
  ),
  raises(
    'net-ssh-incompatible-version',
    /\bincompatible SSH version `(?<theirs>.{1,100})'/,
    'The server speaks another version of the SSH protocol.',
    {
      step: 'banner',
      source: 'Net::SSH 7.3, lib/net/ssh/transport/server_version.rb',
      ends: is('protocol-mismatch'),
    },
  ),
  raises(
    'net-ssh-channel',
    /\bNet::SSH::(?:ChannelOpenFailed|ChannelRequestFailed)\b/,
    'The server refused to open the channel, or what was asked in it.',
    { step: 'session', ends: is('session-refused', { weak: true }) },
  ),
  raises(
    'net-ssh-remote-forwarding',
    /\bremote forwarding request failed\b/,
    'The server refused to forward the port.',
    {
      step: 'session',
      message: 'client-forwarding-refused',
      source: 'Net::SSH 7.3, lib/net/ssh/service/forward.rb',
    },
  ),
  logs(
    'net-ssh-log-connecting',
    /^establishing connection to (?<address>\S{1,255}):(?<port>\d{1,5})(?: through proxy)?$/,
    'Net::SSH tries to connect.',
  ),
  logs('net-ssh-log-connected', /^connection established$/, 'The connection stands.', { step: 'port', road: 'passes' }),
  logs('net-ssh-log-remote', /^remote is `(?<program>SSH-.{1,250})'$/, 'The server said what it is.', {
    step: 'banner',
    road: 'passes',
    source: 'Net::SSH 7.3, lib/net/ssh/transport/server_version.rb',
  }),
  logs(
    'net-ssh-log-kexinit',
    /^(?:got KEXINIT from server|sending KEXINIT|negotiating algorithms|exchanging keys)$/,
    'The key exchange runs.',
    { step: 'kex', source: 'Net::SSH 7.3, lib/net/ssh/transport/algorithms.rb' },
  ),
  auth('net-ssh-log-beginning', /^beginning authentication of `(?<user>.{1,100})'$/, 'Net::SSH begins the login.'),
  auth(
    'net-ssh-log-trying',
    /^trying (?:publickey \(.{1,100}\)(?: alg [\w@.-]{1,60})?|none|password|keyboard-interactive|hostbased.{0,80})$/,
    'Net::SSH tries this way to log in.',
  ),
  auth(
    'net-ssh-log-methods',
    /^allowed methods: (?<theirs>[\w@.,-]{1,200})$/,
    'The server lists the ways to log in that it offers.',
  ),
  auth(
    'net-ssh-log-succeeded',
    /^(?:publickey|password|keyboard-interactive|none|hostbased) succeeded(?: \(.{1,100}\))?$/,
    'The login worked.',
    { road: 'passes' },
  ),
  auth(
    'net-ssh-log-failed',
    /^(?:publickey|password|keyboard-interactive|hostbased) failed(?: \(.{1,100}\))?$/,
    'The server refused this way to log in.',
    { road: 'breaks' },
  ),
  auth(
    'net-ssh-log-all-failed',
    /^all authorization methods failed \(tried (?<option>[\w, -]{0,200})\)$/,
    'The server refused every way to log in.',
    { level: 'error', road: 'breaks', ends: is('permission-denied', { weak: true }) },
  ),
  raises('ruby-errno', /\bErrno::(E\w{1,20})\b/, 'A call of the system failed.', {
    by: 'system',
    source: "Ruby 3.4, error.c (Errno's classes)",
    ends: byWords,
  }),
]
