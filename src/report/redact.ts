/**
 * Secrets are named, never held: whatever is printed, kept or sent passes here first. Hiding a word too many
 * costs a reader a second; hiding one too few costs somebody a server. But host names, addresses, fingerprints,
 * algorithm names and paths are the evidence itself and pass untouched.
 */

const MARK = '[hidden]'

/** In front of a secret: no word goes on here. `visible()` may have put `\x0a` there, whose `a` is no word. */
const EDGE = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\x[0-9a-f]{2}))`
/** A value as a shell, an INI file or a URL writes it. */
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?:(?!\\x0[ad])\S)+)`
const NOT_YET = String.raw`(?!["']?\[hidden\])`
/** Names whose value is a secret, with whatever stands in front: `AWS_SECRET_ACCESS_KEY`, `x-api-key`. */
const SECRET_NAME = String.raw`(?:password|passwd|passphrase|passwort|mysql_pwd|sshpass|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|proxyauth|proxy[_-]auth|sig|signature)`
/** `curve25519-sha256@libssh.org` is an algorithm, not a password in front of a host. */
const ALGORITHM_HOME = String.raw`(?:openssh\.com|libssh\.org|ssh\.com|putty\.|lysator\.liu\.se|liu\.se|tinyssh\.org|amazon\.com|matt\.ucc\.asn\.au)`

interface Rule { pattern: RegExp; replacement: string }
const rule = (pattern: string, replacement = MARK, flags = 'g'): Rule => ({ pattern: new RegExp(pattern, flags), replacement })

/** In order: whole blocks first, so that no later rule cuts one in half. */
const RULES: readonly Rule[] = [
  rule(String.raw`-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?!\[hidden\])[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)`),
  rule(String.raw`(Private-Lines: \d+)(?!\[hidden\])[\s\S]*?(?=Private-MAC|$)`, `$1${MARK}`),
  rule(`b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=]*`),
  rule(String.raw`(${EDGE}[a-z][a-z0-9+.-]{0,30}:\/\/[^\s\/:@]{0,256}:)${NOT_YET}[^\s\/]{1,512}(?=@)`, `$1${MARK}`, 'gi'),
  rule(`${EDGE}(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])(?:([^A-Za-z0-9/+]{1,8}(?:[A-Za-z_]{1,32}[^A-Za-z0-9/+]{1,4})?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=]))?`),
  rule(String.raw`(authorization["']?\s*[:=]\s*["']?)(?:(?:basic|bearer|digest|token|negotiate)\s+)?${NOT_YET}${VALUE}`, `$1${MARK}`, 'gi'),
  rule(String.raw`(${EDGE}(?:bearer|basic)\s+)(?=[A-Za-z0-9._~+/=-]*[0-9A-Z=])[A-Za-z0-9._~+/=-]{16,}`, `$1${MARK}`, 'gi'),
  rule(`${EDGE}eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?`),
  rule(`${EDGE}(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{36})`),
  rule(`${EDGE}(?:xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,})`),
  rule(`(hooks\\.slack\\.com/services/)[A-Za-z0-9/]{20,}`, `$1${MARK}`),
  rule(`${EDGE}(?:AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,})`),
  rule(`${EDGE}(?:sk_(?:live|test)_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9_-]{32,})`),
  rule(String.raw`\$(?:1|2[abxy]|5|6|7|y|gy|argon2(?:id|i|d))\$[^\s:]{16,}`),
  rule(String.raw`(${EDGE}sshpass(?:\s+-(?:[ev]+|[fdP]\s*\S+))*\s+-p\s*)${NOT_YET}${VALUE}`, `$1${MARK}`),
  rule(String.raw`(${EDGE}(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\s(?:[^|;&]{0,200}?\s)?-p)${NOT_YET}(?!\s)${VALUE}`, `$1${MARK}`),
  rule(String.raw`(${EDGE}--?[a-z-]{0,40}?(?:password|passwd|passphrase|secret|token|proxy-auth|api-key)[ \t]+)(?!-)${NOT_YET}${VALUE}`, `$1${MARK}`, 'gi'),
  rule(String.raw`([A-Za-z0-9_.-]{0,64}?${SECRET_NAME}["']?\s{0,4}=\s{0,4})${NOT_YET}${VALUE}`, `$1${MARK}`, 'gi'),
  // ssh asks `ubuntu@host's password: ` and prints the next line behind it; `token:22` is a host with its port.
  rule(String.raw`((?<!'s )${EDGE}[A-Za-z0-9_.-]{0,64}?${SECRET_NAME}(?:["']\s{0,4}:\s{0,4}|:\s{1,4}|:(?!\d+(?![^\s,])|\s)))${NOT_YET}(?!$)${VALUE}`, `$1${MARK}`, 'gi'),
  rule(String.raw`((?:^|[\s"'=,])[\w.%+-]{1,64}:)(?!\[hidden\])[^\s@:/,\[\]]{1,128}(?=@(?!${ALGORITHM_HOME})[\w\[])`, `$1${MARK}`),
  // What `-u` and `-P` take where a proxy program reads them; a user without a password is no secret.
  rule(String.raw`((?:^|\s)(?:-u|-U|-P|--user|--proxy-user|--proxyauth)[ =]?[^\s:@-][^\s:@]{0,64}:)${NOT_YET}(?!\/\/)[^\s@]{1,128}(?=\s|$)`, `$1${MARK}`),
]

const BEGIN = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/
const END = /-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/
/** Options whose value is the next word of an argument array. */
const SECRET_OPTION = /^--?[a-z-]*(?:password|passwd|passphrase|secret|token|proxy-auth|api-key)$/i
const AUTHORIZATION = /^(?:authorization:|bearer)$/i
const BASE64 = /^[A-Za-z0-9+/]{4,}={0,2}$/

/**
 * The same JSON value with every secret in its strings replaced by `[hidden]`, and how many there were. Looks
 * through argument arrays, through lines that together make a private key, and into the raw bytes of a contact.
 * Applying it twice hides nothing more.
 */
export function redact<T>(value: T): { value: T; hidden: number } {
  const tally = { hidden: 0 }
  return { value: walk(value, '', tally) as T, hidden: tally.hidden }
}

interface Tally { hidden: number }

function walk(value: unknown, key: string, tally: Tally): unknown {
  if (typeof value === 'string') return key === 'bytes' ? inBytes(value, tally) : inText(value, tally)
  if (Array.isArray(value)) return inArray(value, tally)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [inText(k, tally), walk(v, k, tally)]))
}

function inText(text: string, tally: Tally): string {
  return RULES.reduce(
    (rest, { pattern, replacement }) =>
      rest.replace(pattern, (...found) => {
        tally.hidden++
        return replacement.replace('$1', () => String(found[1] ?? ''))
      }),
    text,
  )
}

function inBytes(base64: string, tally: Tally): string {
  if (!BASE64.test(base64)) return inText(base64, tally)
  const before = tally.hidden
  const clean = inText(atob(base64.replace(/=+$/, '')), tally)
  return tally.hidden === before ? base64 : btoa(clean)
}

function inArray(items: readonly unknown[], tally: Tally): unknown[] {
  let inKey = false
  return items.map((item, i) => {
    if (typeof item !== 'string') return walk(item, '', tally)
    if (inKey) {
      inKey = !END.test(item)
      return MARK
    }
    if (item !== MARK && followsSecretOption(items, i)) {
      tally.hidden++
      return MARK
    }
    inKey = BEGIN.test(item) && !END.test(item)
    return inText(item, tally)
  })
}

function followsSecretOption(items: readonly unknown[], i: number): boolean {
  const before = items[i - 1]
  if (typeof before !== 'string') return false
  if (SECRET_OPTION.test(before) || AUTHORIZATION.test(before)) return true
  return before === '-p' && items.slice(0, i - 1).some((word) => /(?:^|\/)sshpass$/.test(String(word))) && !items.slice(0, i - 1).includes('ssh')
}
