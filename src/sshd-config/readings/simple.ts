import { CHOICES, DIGESTS, FACILITIES, LEVELS, METHODS, TUNNELS } from '../choices.ts'
import { GSS_KEX_NAMES } from '../defaults.ts'
import { beforeEmpty, namesValid, takesAway, withoutOperator } from '../algorithms.ts'
import { matchAddressList } from '../../openssh/address-list.ts'
import { parseInteger, parseMask, parsePort, parseTime } from '../numbers.ts'
import type { Homes } from '../homes.ts'
import { absolutePath } from '../reading.ts'
import type { Reader, Reading } from '../reading.ts'
import { atLeast } from '../../openssh/release.ts'

/** Lines with one argument. */

function first(r: Reading, value: string): undefined {
  if (r.active) r.options.first(r.name, value, r.line)
  return undefined
}

function choice(r: Reading): string | undefined {
  const word = r.args.shift()
  if (!word) return 'missing argument.'
  const table = CHOICES[r.kind]!
  const lower = word.toLowerCase()
  if (r.kind === 'rhosts' && lower === 'shosts-only' && !atLeast(r.release, [8, 3]))
    return `unsupported option "${word}".`
  // The word came with 7.0, for what was without-password before.
  if (lower === 'prohibit-password' && !atLeast(r.release, [7, 0])) return `unsupported option "${word}".`
  if (!Object.hasOwn(table, lower)) return `unsupported option "${word}".`
  return first(r, lower === 'delayed' && !atLeast(r.release, [7, 4]) ? lower : table[lower]!)
}

/** compat.c proto_spec, up to 7.3: numbers that are neither 1 nor 2 are passed over. */
function protocol(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return 'Missing argument.'
  const numbers = text.split(',').map((word) => Number.parseInt(word, 10))
  const spoken = [...(numbers.includes(2) ? ['2'] : []), ...(numbers.includes(1) ? ['1'] : [])]
  return spoken.length === 0 ? `Bad protocol spec '${text}'.` : first(r, spoken.join(','))
}

function time(r: Reading): string | undefined {
  const word = r.args.shift()
  if (!word) return 'missing time value.'
  const value = parseTime(word, r.release)
  return value === undefined ? 'invalid time value.' : first(r, String(value))
}

function integer(r: Reading): string | undefined {
  const value = parseInteger(r.args.shift())
  return typeof value === 'string' ? `${r.keyword} integer value ${value}.` : first(r, String(value))
}

/** With the words of `missing`; the value as `shape` makes it, which makes it a path. */
function word(missing: (r: Reading) => string, shape?: (text: string, homes: Homes) => string): Reader {
  return (r) => {
    const text = r.args.shift()
    if (!text) return missing(r)
    const nobody = shape && r.active && !r.options.has(r.name) ? r.homes.refuses(text) : undefined
    return nobody ?? first(r, shape ? shape(text, r.homes) : text)
  }
}

const missingArgument = (r: Reading): string => `${r.keyword} missing argument.`

function rest(r: Reading): string | undefined {
  r.args.length = 0
  return first(r, r.rest.replace(/^[ \t\r\n]+/, ''))
}

function command(r: Reading): string | undefined {
  const text = r.rest.replace(/^[ \t\r\n]+/, '')
  if (!text.startsWith('/') && text.toLowerCase() !== 'none') return `${r.keyword} must be an absolute path`
  // From 8.7 to 9.3 this one asks whether AuthorizedKeysCommand is set, where it means itself.
  if (r.name === 'authorizedprincipalscommand' && atLeast(r.release, [8, 7]) && !atLeast(r.release, [9, 4])) {
    r.args.length = 0
    return r.options.has('authorizedkeyscommand') ? undefined : last(r, text)
  }
  return rest(r)
}

function addendum(r: Reading): string | undefined {
  // sshd looks for a comment in what strdelim has left of the line's beginning, and so never finds one.
  const text = r.rest.replace(/^[ \t\r\n]+/, '')
  if (text.includes('\r')) return `Invalid ${r.keyword} argument`
  r.args.length = 0
  return first(r, text.toLowerCase() === 'none' ? 'none' : text)
}

function facility(r: Reading): string | undefined {
  const text = r.args.shift()
  const known = FACILITIES[(text ?? '').toLowerCase()]
  if (known === undefined) return `unsupported log facility '${text ?? '<NONE>'}'`
  r.options.first(r.name, known, r.line)
  return undefined
}

function level(r: Reading): string | undefined {
  const text = r.args.shift()
  const known = LEVELS[(text ?? '').toLowerCase()]
  return known === undefined ? `unsupported log level '${text ?? '<NONE>'}'` : first(r, known)
}

function port(r: Reading): string | undefined {
  if ((r.options.get('port')?.values.length ?? 0) >= 256) return 'too many ports.'
  const text = r.args.shift()
  if (!text) return 'missing port number.'
  const value = parsePort(text)
  if (value <= 0) return 'Badly formatted port number.'
  r.options.append('port', [String(value)], r.line)
  return undefined
}

/** HostKey and HostCertificate add up; `none` prints as C prints no string at all. */
function paths(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return 'missing file name.'
  const nobody = r.active ? r.homes.refuses(text) : undefined
  if (nobody !== undefined) return nobody
  const path = absolutePath(text, r.homes)
  if (r.active) r.options.append(r.name, [path === 'none' ? '(null)' : path], r.line)
  return undefined
}

function algorithms(kind: 'ciphers' | 'macs' | 'kex', complaint: (text: string) => string): Reader {
  return (r) => {
    const text = r.args.shift()
    if (!text) return missingArgument(r)
    if (!takesAway(text, r.release) && !namesValid(withoutOperator(text, r.release), kind, r.release))
      return complaint(text)
    r.options.first(r.name, text, r.line)
    return undefined
  }
}

function keyAlgorithms(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return 'Missing argument.'
  const kind = r.kind === 'ca-algorithms' && atLeast(r.release, [10, 0]) ? 'sig' : 'key'
  if (!takesAway(text, r.release) && !namesValid(withoutOperator(text, r.release), kind, r.release))
    return `Bad key types '${text}'.`
  return first(r, text)
}

function gssKex(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return 'Missing argument.'
  if (!beforeEmpty(text).every((name) => GSS_KEX_NAMES.some((known) => name.startsWith(known))))
    return `Bad GSSAPI KexAlgorithms '${text}'.`
  return first(r, text)
}

function pubkeyOptions(r: Reading): string | undefined {
  const seen = new Set<string>()
  for (let text = r.args.shift(); text !== undefined; text = r.args.shift()) {
    const lower = text.toLowerCase()
    if (lower === 'none') continue
    const known = lower === 'touch-required' || (lower === 'verify-required' && atLeast(r.release, [8, 4]))
    if (!known) return `unsupported ${r.keyword} option ${text}`
    seen.add(lower)
  }
  return first(r, ['touch-required', 'verify-required'].filter((o) => seen.has(o)).join(' ') || 'none')
}

/** No `*intptr == -1` here: the last line wins (servconf.c sFingerprintHash, sStreamLocalBindMask). */
function last(r: Reading, value: string): undefined {
  if (r.active) r.options.last(r.name, value, r.line)
  return undefined
}

function digest(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missingArgument(r)
  const known = DIGESTS[text.toLowerCase()]
  return known === undefined ? `Invalid ${r.keyword} algorithm "${text}".` : last(r, known)
}

function mask(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missingArgument(r)
  const value = parseMask(text)
  return value === undefined ? `Invalid ${r.keyword}.` : last(r, `0${value.toString(8)}`)
}

function tunnel(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return missingArgument(r)
  return TUNNELS.includes(text) ? first(r, text) : `bad ${r.keyword} argument ${text}`
}

function exempt(r: Reading): string | undefined {
  const text = r.args.shift()
  if (!text) return 'missing argument.'
  if (matchAddressList(undefined, text, r.release) !== 0) return `keyword ${r.keyword} invalid address argument.`
  return first(r, text)
}

function unusedTimeout(r: Reading): string | undefined {
  if (r.args[0]?.toLowerCase() !== 'none') {
    const text = r.args.shift()
    if (!text) return 'missing time value.'
    const value = parseTime(text, r.release)
    return value === undefined ? 'invalid time value.' : first(r, value === 0 ? 'none' : String(value))
  }
  r.args.shift()
  return last(r, 'none')
}

/** Every method of the comma list is one sshd knows. */
export function methodsValid(list: string): boolean {
  return list !== '' && list.split(',').every((method) => METHODS.includes(method.replace(/:.*$/s, '')))
}

export const SIMPLE: Readonly<Record<string, Reader>> = {
  flag: choice,
  family: choice,
  privsep: choice,
  protocol,
  'root-login': choice,
  rhosts: choice,
  compression: choice,
  gateway: choice,
  forwarding: choice,
  time,
  integer,
  port,
  facility,
  level,
  mask,
  digest,
  tunnel,
  exempt,
  rest,
  command,
  addendum,
  file: word(() => 'missing file name.', absolutePath),
  'tilde-file': word(missingArgument, (text, homes) => homes.expand(text)),
  word: word(missingArgument),
  'pam-service': word(() => 'missing argument.'),
  'command-user': word((r) => `missing ${r.keyword} argument.`),
  'user-environment': word(missingArgument),
  provider: word(missingArgument, (text, homes) =>
    text.toLowerCase() === 'internal' ? text : absolutePath(text, homes),
  ),
  agent: word(
    () => 'missing socket name.',
    (text, homes) => (text === 'SSH_AUTH_SOCK' ? text : absolutePath(text, homes)),
  ),
  'host-key': paths,
  'host-certificate': paths,
  ciphers: algorithms('ciphers', (text) => `Bad SSH2 cipher spec '${text}'.`),
  macs: algorithms('macs', (text) => `Bad SSH2 mac spec '${text}'.`),
  kex: algorithms('kex', (text) => `Bad SSH2 KexAlgorithms '${text}'.`),
  'key-algorithms': keyAlgorithms,
  'ca-algorithms': keyAlgorithms,
  'gss-kex': gssKex,
  'pubkey-options': pubkeyOptions,
  'unused-timeout': unusedTimeout,
  // Up to 8.2 it is taken and left without effect; Linux has no routing domain of any name.
  rdomain: (r) => {
    if (atLeast(r.release, [8, 3])) return 'setting RDomain not supported on this platform.'
    const text = r.args.shift()
    if (!text) return 'Missing argument.'
    return text.toLowerCase() === 'none' || text === '%D' ? undefined : 'bad routing domain'
  },
}
