import { visible } from '../core/visible.ts'

export interface Destination {
  host: string
  user?: string
  port?: number
  /** It names a service; only ssh itself can turn that into a number, and no later port counts. */
  portByName?: true
}

/** readconf.c ssh_valid_hostname (ssh.c valid_hostname before 10.3): characters that mean something to a shell. */
const HOST_REFUSES = /['`"$\\;&<>|(){},\s\p{Cc}]/u
/** readconf.c ssh_valid_ruser: the same thought, but names with `$`, `,` or a space inside exist. */
const USER_REFUSES = /['`";&<>|(){}\p{Cc}]|\s-|\\$/u

/**
 * What ssh makes of its destination argument: `host`, `user@host` (the last `@` divides) or `ssh://[user@]host[:port]`.
 * The user is for `refuseUser` to judge: ssh looks only at the one that wins over `-l` and `-o User`.
 * @returns the parts, or a sentence with ssh's own reason to refuse it
 */
export function parseDestination(text: string): Destination | { error: string } {
  if (text === '') return { error: 'The destination is empty: write [user@]host.' }
  const parts = text.startsWith('ssh://') ? parseUri(text) : parsePlain(text)
  if ('error' in parts) return parts
  const error = refuseHost(parts.host)
  return error ? { error } : parts
}

/** Why ssh refuses a user name given on its command line; undefined where it does not. */
export function refuseUser(user: string): string | undefined {
  if (user === '') return 'The user name is empty: write user@host, or leave the user out.'
  if (!user.startsWith('-') && !USER_REFUSES.test(user)) return undefined
  return (
    `ssh refuses the user name '${visible(user, 60)}': remote username contains invalid characters. ` +
    'Set such a name with User in ssh_config.'
  )
}

function refuseHost(host: string): string | undefined {
  if (host === '') return 'The destination names no host: write [user@]host.'
  if (!host.startsWith('-') && !HOST_REFUSES.test(host)) return undefined
  return `ssh refuses the destination '${visible(host, 60)}': hostname contains invalid characters. Write [user@]host.`
}

function parsePlain(text: string): Destination | { error: string } {
  const at = text.lastIndexOf('@')
  if (at === 0) return { error: `The destination '${visible(text, 60)}' names no user before the @: write user@host.` }
  return at < 0 ? { host: text } : { user: text.slice(0, at), host: text.slice(at + 1) }
}

/** misc.c parse_uri: the first `@` divides, the user is percent-encoded, `;…` ignored, a path refused. */
function parseUri(text: string): Destination | { error: string } {
  const refused = { error: `ssh cannot read '${visible(text, 80)}': write ssh://[user@]host[:port], without a path.` }
  let rest = text.slice('ssh://'.length)
  let user: string | undefined
  const at = rest.indexOf('@')
  if (at >= 0) {
    const decoded = percentDecode(rest.slice(0, at).replace(/;.*$/s, ''))
    if (decoded === undefined || decoded === '') return refused
    user = decoded
    rest = rest.slice(at + 1)
  }
  const match = /^(?:\[([^\]]*)\]|([^:/[][^:/]*))(?:([:/])(.*))?$/s.exec(rest)
  if (!match) return refused
  const host = match[1] ?? match[2] ?? ''
  // A bracketed IPv6 address is refused here too: ssh's URIs take names only (misc.c valid_domain).
  if (!/^[a-z0-9_][a-z0-9._-]*$/i.test(host) || host.includes('..')) return refused
  const parts: Destination = { host: host.replace(/\.$/, '') }
  if (user !== undefined) parts.user = user
  if (!match[4]) return parts
  if (match[3] === '/') return refused
  const [portText = '', ...path] = match[4].split('/')
  if (path.join('/') !== '') return refused
  const port = readPort(portText)
  if (port === undefined) return refused
  if (port === 'by-name') parts.portByName = true
  else parts.port = port
  return parts
}

/**
 * A port as ssh's a2port reads it: 1 to 65535, or the name of a service, which only the system's own list can turn into
 * a number. Undefined for what is neither.
 */
export function readPort(text: string): number | 'by-name' | undefined {
  if (/^\s*\+?\d+$/.test(text)) {
    const port = Number(text)
    return port >= 1 && port <= 65535 ? port : undefined
  }
  return /^[a-z0-9][a-z0-9+._-]*$/i.test(text) && /[a-z]/i.test(text) ? 'by-name' : undefined
}

function percentDecode(text: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined
  const bytes = text
    .replaceAll('+', ' ')
    .split(/(%[0-9a-f]{2})/i)
    .map((part) => (part.startsWith('%') ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part)))
  return Buffer.concat(bytes).toString('utf8')
}
