/**
 * What secrets look like, in the order they are looked for: whole blocks first, so that no later pattern cuts
 * one in half. Group 1, where there is one, is what stands in front of the secret and stays.
 */

/** No word goes on here. `visible()` may have put `\x0a` in front, whose `a` is no word. */
const EDGE = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\x[0-9a-f]{2}))`
/** A value as a shell, an INI file or a URL writes it; it ends where `visible()` shows a line end. */
const VALUE = String.raw`(?!["']?\[hidden\])(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?:(?!\\x0[ad])\S)+)`
const PASSWORD = String.raw`password|passwd|passphrase|secret|token|api[_-]?key`
/** Names in front of an equals sign; wider, because nobody writes prose with one. */
const ASSIGNED = String.raw`(?:${PASSWORD}|mysql_pwd|sshpass|access[_-]?key|proxyauth|proxy[_-]auth|sig|signature)`
/** `cipher:chacha20-poly1305@openssh.com` names an algorithm, not a password in front of a host. */
const ALGORITHM_HOME = [
  String.raw`openssh\.com|libssh\.org|ssh\.com|putty\.|(?:lysator\.)?liu\.se|tinyssh\.org|amazon\.com`,
  String.raw`matt\.ucc\.asn\.au`,
].join('|')

const PEM = String.raw`[A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----`
const AWS_SECRET = String.raw`[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])`
const AWS_BETWEEN = String.raw`[^A-Za-z0-9/+]{1,8}(?:[A-Za-z_]{1,32}[^A-Za-z0-9/+]{1,4})?`

const all = (...parts: string[]) => new RegExp(parts.join(''), 'g')
const anyCase = (...parts: string[]) => new RegExp(parts.join(''), 'gi')

export const SECRETS: readonly RegExp[] = [
  all(`-----BEGIN ${PEM}`, String.raw`[\s\S]*?(?:-----END ${PEM}|$)`),
  // PuTTY's own format, and the body of an OpenSSH key whose first line is lost.
  all(String.raw`(Private-Lines: \d+)(?!\[hidden\])[\s\S]*?(?=Private-MAC|$)`),
  all('b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=]*'),

  // A password in a URL. `ssh://a:22,b@c` is two hosts of a ProxyJump.
  anyCase(
    String.raw`(${EDGE}[a-z][a-z0-9+.-]{0,30}:\/\/[^\s\/:@]{0,256}:)`,
    String.raw`(?!\[hidden\]|\d{1,5},)[^\s\/]{1,512}(?=@)`,
  ),

  // The key id is no secret by itself, but it says whose the secret is.
  all(EDGE, '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])', `(?:${AWS_BETWEEN}${AWS_SECRET})?`),

  anyCase(
    String.raw`(authorization["']?\s{0,4}[:=]\s{0,4}["']?)`,
    String.raw`(?:(?:basic|bearer|digest|token|negotiate)\s+)?${VALUE}`,
  ),
  all(
    String.raw`(${EDGE}(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s+)`,
    '(?=[A-Za-z0-9._~+/=-]*[0-9A-Z=])[A-Za-z0-9._~+/=-]{16,}',
  ),
  all(EDGE, String.raw`eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?`),

  all(EDGE, '(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})'),
  all(EDGE, '(?:glpat-[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{36})'),
  all(EDGE, '(?:xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,})'),
  all(String.raw`(hooks\.slack\.com/services/)[A-Za-z0-9/]{20,}`),
  all(EDGE, String.raw`(?:AIza[A-Za-z0-9_-]{35}|ya29\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,})`),
  all(EDGE, '(?:sk_(?:live|test)_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9_-]{32,})'),
  // A line of /etc/shadow.
  all(String.raw`\$(?:1|2[abxy]|5|6|7|y|gy|argon2(?:id|i|d))\$[^\s:]{16,}`),

  all(String.raw`(${EDGE}sshpass(?:\s+-(?:[ev]+|[fdP]\s*\S+))*\s+-p\s*)`, VALUE),
  all(String.raw`(${EDGE}(?:mysql|mariadb)(?:-?dump|-?admin)?\s(?:[^|;&]{0,200}?\s)?-p)(?!\s)`, VALUE),
  anyCase(`(${EDGE}--?[a-z-]{0,40}?(?:${PASSWORD}|proxy-auth)[ \\t]+)(?!-)`, VALUE),
  anyCase(String.raw`(${ASSIGNED}["']?\s{0,4}=\s{0,4})`, VALUE),
  // ssh asks `ubuntu@host's password: ` and prints what comes next behind it; `token:22` is a host with its port.
  anyCase(String.raw`((?<!'s )(?:${PASSWORD})(?:["']\s{0,4}:\s{0,4}|:\s{1,4}|:(?!\d+(?![^\s,])|[\s/])))`, VALUE),
  all(
    String.raw`((?:^|[\s"'=,])[\w.%+-]{1,64}:)`,
    String.raw`(?!\[hidden\])[^\s@:/,\[\]]{1,128}(?=@(?!${ALGORITHM_HOME})[\w\[])`,
  ),
  // What proxy programs take as a user with a password; an address with its port is none.
  all(
    String.raw`((?:^|\s)(?:-[uUP]|--user|--proxy-user|--proxyauth)[ =]?`,
    String.raw`(?![0-9A-Fa-f.:\[\]]+(?:\s|$))[^\s:@-][^\s:@]{0,64}:)`,
    String.raw`(?!\[hidden\]|\/\/|\d{1,5}(?:\s|$))[^\s@]{1,128}(?=\s|$)`,
  ),
]
