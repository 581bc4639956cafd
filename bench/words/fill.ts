/** printf's conversions, and the place where OpenSSH (8.5 on) puts what ssherr.c says. */
const CONVERSION =
  /%(?<flags>[-+ #0]*)(?<width>\d*)(?:\.(?<precision>\d+|\*))?(?:hh|h|ll|l|z|j|q)?(?<kind>[a-zA-Z%])|<ssh error>/g

/** Who prints the message: it decides whose files and ports stand in it. */
export type Speaker = 'ssh' | 'sshd'

/** A message as it is printed, with plausible values where its format has conversions. `named` is the function for a leading `%s: `. */
export function fill(format: string, speaker: Speaker, named = 'do_exec'): string {
  let filled = ''
  let from = 0
  for (const match of format.matchAll(CONVERSION)) {
    filled += format.slice(from, match.index)
    from = match.index + match[0].length
    filled += valueOf(match, { before: filled, after: format.slice(from), speaker, named })
  }
  return (filled + format.slice(from)).replace(/(?:\\r|\\n|\s)+$/, '')
}

/** What of a format is its own: its text without conversions. */
export function ownWords(format: string): string {
  return format.replace(CONVERSION, ' ')
}

/** Everything this format can print, for telling invented lines from real ones. */
export function patternOf(format: string): RegExp {
  let source = ''
  let from = 0
  for (const match of format.matchAll(CONVERSION)) {
    source += literal(format.slice(from, match.index))
    source += match.groups?.['kind'] === '%' ? '%' : '.*'
    from = match.index + match[0].length
  }
  return new RegExp(`^${source}${literal(format.slice(from))}$`)
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

interface Around {
  before: string
  after: string
  speaker: Speaker
  named: string
}

function valueOf(match: RegExpExecArray, around: Around): string {
  const { kind, width = '', precision = '', flags = '' } = match.groups ?? {}
  if (kind === undefined) return 'invalid format'
  if (kind === '%') return '%'
  const isWord = kind === 's' || kind === 'm'
  const value = isWord ? wordFor(around) : numberFor(kind, around).padStart(Number(precision), '0')
  return value.padStart(Number(width), flags.includes('0') ? '0' : ' ')
}

/** Read from the first on: what stands before and after says what a word is. */
const WORDS: readonly [before: RegExp, after: RegExp, value: string | ((around: Around) => string)][] = [
  [/^$/, /^:? line %/, ({ speaker }) => (speaker === 'sshd' ? '/etc/ssh/sshd_config' : '/home/alice/.ssh/config')],
  [/^$/, /^%s[A-Z]/, 'ssh_dispatch_run_fatal'],
  [/^ssh_dispatch_run_fatal$/, /^[A-Z]/, ': '],
  [/Connection $/, /^ %/, ({ speaker }) => (speaker === 'sshd' ? 'from' : 'to')],
  [/^$/, /^: /, ({ named }) => named],
  [/^$/, /^\(%/, ({ named }) => named],
  [/\b(?:from|by|to|with|address|host|on|peer|connection) \[?$/i, /^\]?:?(?: port|%d|\b)/, '198.51.100.7'],
  [/^Permissions \d+ for '$/, /^/, '/home/alice/.ssh/id_rsa'],
  [/\b(?:from|by|to|with) $/, /^(?:$|: %|: <)/, '198.51.100.7 port 50022'],
  [/\[$/, /^\]/, '198.51.100.7'],
  [/$/, /^ port (?:%|\[)/, '198.51.100.7'],
  [/\b(?:user|account|for|owner|login)(?: name)? ["']?$/i, /^/, 'alice'],
  [/\b(?:group) ["']?$/i, /^/, 'users'],
  [/\b(?:algorithms?|cipher|kex|mac|signature|key type|keytype|method|type|offer):? ["']?$/i, /^/, 'ssh-ed25519'],
  [/\b(?:command|program|exec|shell|subsystem) ["']?$/i, /^/, '/usr/bin/true'],
  [/\b(?:option|keyword|directive|opcode)s?:? ["']?$/i, /^/, 'ExampleOption'],
  [
    /\b(?:file|files|directory|dir|path|socket|key|identity|keys|open|stat|read|write|unlink|tty) ["']?$/i,
    /^/,
    '/var/lib/example/file',
  ],
  [/["']$/, /^["']/, '/var/lib/example/file'],
  [/: $/, /^(?: \[preauth\])?\.?$/, 'No such file or directory'],
]

function wordFor(around: Around): string {
  const found = WORDS.find(([before, after]) => before.test(around.before) && after.test(around.after))
  const value = found?.[2] ?? 'example'
  return typeof value === 'string' ? value : value(around)
}

function numberFor(kind: string, { before, speaker }: Around): string {
  if (kind === 'c') return 'a'
  if (kind === 'p') return '0x55d0c41f2a60'
  if (kind === 'f') return '1.000'
  if (kind === 'o') return '644'
  if (kind === 'x' || kind === 'X') return '1f'
  if (/\bport \[?$|\]:$/.test(before)) return speaker === 'sshd' ? '50022' : '22'
  if (/\bline $/.test(before)) return '12'
  if (/\bpid\b\D*$/.test(before)) return '4711'
  return '3'
}
