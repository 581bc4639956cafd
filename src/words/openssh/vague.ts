/**
 * Formats of OpenSSH's that are nearly all holes (`%s: %s`): any two words would fit. They are believed where each hole holds one word,
 * or a reason out of the system's or OpenSSH's own list.
 */

/** Fewer letters of its own than this, and a format says nothing by itself. */
const FEW = 6

const letters = (words: readonly string[]): number => words.join('').replace(/[^A-Za-z]/g, '').length

/** What many programs would say in one word; `mkstemp` and `setresgid` nobody makes up. */
const COMMON =
  /^(?:accept|adjust|append|channel|compose|consume|decode|failed|fingerprint|overflow|reason|request|reserve|unknown|invalid|format|message)$/

/** Only one word may stand in front of these: `%s failed`, `%s: overflow`, `%s: invalid format`. */
export function isShort(words: readonly string[]): boolean {
  const own = words.join(' ').match(/[A-Za-z]+/g) ?? []
  return own.length > 0 && own.every((word) => COMMON.test(word))
}

export const isVague = (words: readonly string[]): boolean => letters(words) < FEW

/** glibc's, musl's and the BSDs' strerror(3), as far as sockets, files and processes get them. */
const SYSTEM =
  /^(?:Operation (?:not permitted|not supported|now in progress|timed out|already in progress)|No such (?:file or directory|process|device(?: or address)?)|Interrupted system call|(?:Input\/output|I\/O) error|(?:Argument list|File name|File|Message) too (?:long|large)|Exec format error|Bad (?:file descriptor|file number|address|message)|No child process(?:es)?|Resource (?:temporarily unavailable|busy)|(?:Cannot allocate|Out of) memory|Permission denied|(?:Device or resource|Text file) busy|File exists|(?:Invalid|No such) (?:argument|device)|Not a (?:directory|socket|tty)|Is a directory|Too many (?:open files(?: in system)?|links|levels of symbolic links|users)|(?:Inappropriate ioctl|Not a tty)(?: for device)?|No space left on device|Not enough (?:space|memory)|(?:Illegal|Invalid) seek|Read-only file ?system|Broken pipe|(?:Numerical )?[Rr]esult (?:out of range|not representable)|Function not implemented|Directory not empty|Protocol (?:error|not supported|not available|family not supported|wrong type for socket)|Address (?:already in use|not available|family not supported by protocol)|(?:Cannot|Can't) assign requested address|Network (?:is down|is unreachable|dropped connection on reset)|(?:Software caused c|C)onnection (?:abort|reset by peer|timed out|refused|aborted)|No buffer space available|Transport endpoint is (?:not|already) connected|Socket (?:is not connected|type not supported)|(?:Host is (?:down|unreachable)|No route to host)|Stale (?:NFS )?file handle|Disk quota exceeded|Key has (?:expired|been revoked)|Required key not available|Success|Undefined error: 0|Unknown error -?\d{1,6}|No error(?: information)?)$/

/** ssherr.c ssh_err. */
const OWN =
  /^(?:success|unexpected internal error|memory allocation failed|incomplete message|invalid format|bignum is (?:negative|too large)|string is too large|elliptic curve (?:point is too large|does not match)|insufficient buffer space|invalid (?:argument|elliptic curve(?: value)?|certificate(?: signing key)?)|key (?:bits do not match|type does not match|lacks certificate data|encrypted using unsupported cipher|not found)|unknown or unsupported key type|plain key provided where certificate required|unknown\/unsupported certificate type|incorrect signature|error in libcrypto|unexpected bytes remain after decoding|communication with agent failed|agent (?:refused operation|not present|contains no identities)|DH GEX group out of range|disconnected|message authentication code incorrect|no matching .{1,40} found|protocol version mismatch|could not (?:read protocol version|load host key)|rekeying not supported by peer|passphrase is too short \(minimum five characters\)|file changed while reading|incorrect passphrase supplied to decrypt private key|bad permissions|certificate does not match key|internal error: buffer is read-only|KRL file has invalid magic number|Key is revoked|Connection (?:closed|timed out|corrupted)|Protocol error|Invalid key length|number is too large|signature algorithm not supported|requested feature not supported|device not found|unknown error)$/

/** Whether a hole holds one word, nothing, or a reason. */
export const isPlain = (held: string): boolean => /^\S*$/.test(held) || SYSTEM.test(held) || OWN.test(held)
