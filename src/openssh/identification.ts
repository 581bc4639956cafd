import { visible, visibleBytes } from '../core/visible.ts'
import { parseRelease, type Release } from './release.ts'

/** An identification string taken apart (RFC 4253 4.2). All text is in visible form. */
export interface Identification {
  raw: string
  /** `2.0`, `1.99` (both speak SSH-2) or an SSH-1 one such as `1.5`. */
  protocol: string
  software: string
  comments?: string
  openssh?: Release
  /** Where the comment names one: Debian, Ubuntu, FreeBSD … */
  packager?: string
  /** The implementation: `OpenSSH`, `dropbear`, `libssh` …; undefined where nobody here knows it. */
  product?: string
}

/** SSH_MAX_BANNER_LEN and SSH_MAX_PRE_BANNER_LINES, ssh.h of OpenSSH 9.2 and 10.0; the limits came with 8.0. */
const LONGEST_LINE = 8192
const MOST_LINES = 1024
/** How many lines in front of the identification are worth showing. */
const LINES_KEPT = 20

/** What the software field begins with, and whose it is. The first that fits counts. */
const PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/^OpenSSH/, 'OpenSSH'],
  [/^dropbear/i, 'dropbear'],
  [/^libssh2/i, 'libssh2'],
  [/^libssh/i, 'libssh'],
  [/^tinyssh/i, 'TinySSH'],
  [/^Tailscale/, 'Tailscale'],
  [/^Cisco/, 'Cisco'],
  [/^paramiko/i, 'paramiko'],
  [/^PuTTY/, 'PuTTY'],
  [/^Go$/, 'Go x/crypto'],
  [/^Teleport/, 'Teleport'],
  [/^ROSSSH/, 'MikroTik'],
  [/^HUAWEI|^VRP/i, 'Huawei'],
  [/^Comware/i, 'Comware'],
  [/^RomSShell/i, 'RomSShell'],
  [/^Sun_SSH/, 'SunSSH'],
  [/^(?:APACHE-)?SSHD-|^SSHD-CORE/i, 'Apache MINA'],
  [/^AWS_SFTP/, 'AWS Transfer'],
  [/^mod_sftp/, 'ProFTPD'],
  [/^GitLab-SSHD/, 'GitLab'],
  [/^babeld/, 'GitHub'],
  [/^Gerrit/i, 'Gerrit'],
  [/^Twisted/, 'Twisted'],
  [/^AsyncSSH/i, 'AsyncSSH'],
  [/^russh/i, 'russh'],
  [/^ssh2js/i, 'ssh2'],
  [/^Erlang/, 'Erlang'],
  [/^JSCH/i, 'JSch'],
  [/^wolfSSH/i, 'wolfSSH'],
  [/^mpSSH/i, 'HPE iLO'],
  [/^IPSSH/i, 'IPSSH'],
  [/^Mocana/i, 'Mocana'],
  [/^NetScreen/i, 'NetScreen'],
  [/^WeOnlyDo/i, 'WeOnlyDo'],
  [/^CerberusFTP/i, 'Cerberus'],
  [/^Serv-U/i, 'Serv-U'],
  [/^XFB/i, 'Axway'],
]

/** What OpenSSH's comment (or, for Windows, its software field) begins with, and who built it. */
const PACKAGERS: readonly (readonly [RegExp, string])[] = [
  [/^Debian/, 'Debian'],
  [/^Ubuntu/, 'Ubuntu'],
  [/^Raspbian/, 'Raspbian'],
  [/^FreeBSD/, 'FreeBSD'],
  [/^NetBSD/, 'NetBSD'],
  [/^DragonFly/i, 'DragonFly'],
  [/^PKIX/, 'PKIX-SSH'],
]

const splitSoftware = (rest: string): { software: string; comments?: string } => {
  const space = rest.indexOf(' ')
  if (space < 0) return { software: rest }
  const comments = rest.slice(space + 1).trim()
  return comments ? { software: rest.slice(0, space), comments } : { software: rest.slice(0, space) }
}

/**
 * Takes an identification line apart, with or without its line end.
 * RFC 4253 4.2; SSH-1 servers are parsed too, and `SSH-1.99` means both. Null where it is none: `kex_exchange_identification`
 * (kex.c, OpenSSH 9.2) wants `SSH-<int>.<int>-` and at least one more character.
 */
export function parseIdentification(line: string): Identification | null {
  const text = line.slice(0, LONGEST_LINE).replace(/[\r\n]+$/, '')
  const m = /^SSH-(\d{1,9}\.\d{1,9})-([^\n]+)$/.exec(text)
  if (!m?.[1] || !m[2]) return null
  const { software, comments } = splitSoftware(visible(m[2]))
  const parsed: Identification = { raw: visible(text), protocol: m[1], software }
  if (comments) parsed.comments = comments
  const openssh = software.startsWith('OpenSSH_') ? parseRelease(`${software} ${comments ?? ''}`) : undefined
  if (openssh) parsed.openssh = openssh
  const product = PRODUCTS.find(([pattern]) => pattern.test(software))?.[1]
  if (product) parsed.product = product
  // Bitvise puts its name where the comment belongs: `SSH-2.0-9.32 FlowSsh: Bitvise SSH Server (WinSSHD)`.
  else if (comments?.includes('FlowSsh')) parsed.product = 'Bitvise'
  if (software.startsWith('OpenSSH_for_Windows')) parsed.packager = 'Windows'
  else if (comments) {
    const packager = PACKAGERS.find(([pattern]) => pattern.test(comments))?.[1]
    if (packager) parsed.packager = packager
  }
  return parsed
}

/** What came before key exchange, as far as it has arrived. */
export interface Preamble {
  /** The first 20 lines in front of the identification, visible form; an unfinished last one is among them. */
  lines: { text: string }[]
  /** Finished lines in front of the identification, kept or not. */
  lineCount: number
  /** Visible form, without its line end. */
  identification?: string
  rawIdentification?: Uint8Array
  /** Offset of the first byte after the identification line; -1 where there is none. */
  rest: number
  /** The bytes end within a line. */
  partial: boolean
  /** What OpenSSH's client would have given up for, before or at the end of these bytes. */
  gaveUp?: 'line-too-long' | 'too-many-lines' | 'invalid-characters'
}

const LF = 0x0a
const CR = 0x0d

const startsWithSsh = (line: Uint8Array): boolean =>
  line.length > 4 && line[0] === 0x53 && line[1] === 0x53 && line[2] === 0x48 && line[3] === 0x2d

/** `SSH-` or a beginning of it: such a tail is no line of its own yet. */
const mayBecomeSsh = (tail: Uint8Array): boolean => tail.every((byte, i) => i > 3 || byte === 'SSH-'.charCodeAt(i))

/** A NUL, or a CR that no LF follows: kex.c calls the whole banner invalid then. */
const isInvalid = (line: Uint8Array): boolean => line.includes(0) || line.includes(CR)

/**
 * Looks for the peer's identification among the bytes received so far; call it again with more. Linear, keeps little,
 * takes anything. Follows `kex_exchange_identification` (kex.c, OpenSSH 9.2): a line ends with LF, at most 8192 bytes a
 * line and 1024 lines; past those limits lines are still counted but none is taken for an identification.
 */
export function scanPreamble(bytes: Uint8Array): Preamble {
  const seen: Preamble = { lines: [], lineCount: 0, rest: -1, partial: false }
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(LF, at)
    if (end < 0) {
      const tail = bytes.subarray(at)
      seen.partial = true
      if (tail.length > LONGEST_LINE) seen.gaveUp ??= 'line-too-long'
      if (seen.lines.length < LINES_KEPT && !mayBecomeSsh(tail)) seen.lines.push({ text: visibleBytes(tail) })
      return seen
    }
    const line = bytes.subarray(at, end > at && bytes[end - 1] === CR ? end - 1 : end)
    at = end + 1
    if (line.length > LONGEST_LINE) seen.gaveUp ??= 'line-too-long'
    else if (seen.lineCount >= MOST_LINES) seen.gaveUp ??= 'too-many-lines'
    else if (isInvalid(line)) seen.gaveUp ??= 'invalid-characters'
    if (!seen.gaveUp && startsWithSsh(line)) {
      seen.identification = visibleBytes(line)
      seen.rawIdentification = line.slice()
      seen.rest = at
      return seen
    }
    seen.lineCount++
    if (seen.lines.length < LINES_KEPT) seen.lines.push({ text: visibleBytes(line) })
  }
  return seen
}
