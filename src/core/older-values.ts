import type { LogMessage } from './log-messages.ts'
import type { FactId, Facts } from './types.ts'

type Json = Record<string, unknown>

const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : []
const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Schema 1 kept the id of the fault that a line of sshd's log names. */
const MESSAGE_OF_FAULT: Readonly<Record<string, LogMessage>> = {
  'fork-refused': 'fork-failed',
  'descriptors-exhausted': 'too-many-open-files',
  'denied-by-tcp-wrappers': 'refused-by-wrappers',
  'host-keys-unusable': 'no-host-keys',
  'privsep-directory-missing': 'privsep-directory-unusable',
  'sshd-child-dies': 'child-crashed',
  'per-source-penalty': 'address-penalised',
  'user-not-allowed': 'user-excluded',
  'shell-exits': 'shell-unusable',
  'account-locked': 'account-locked',
  'account-expired': 'account-expired',
  'logins-closed': 'nologin-file',
  'strict-modes-refuses': 'key-file-unsafe',
  'key-not-accepted': 'key-refused',
  'sessions-refused': 'session-refused',
  'root-login-forbidden': 'root-refused',
  'no-common-algorithm': 'no-common-algorithm',
  'nothing-listens': 'configuration-refused',
  'source-banned': 'address-banned',
  'memory-exhausted': 'killed-for-memory',
  'io-stalled': 'task-blocked',
  'packets-dropped': 'packet-blocked',
}

const messages = (ids: unknown): LogMessage[] =>
  (Array.isArray(ids) ? ids : []).flatMap((id) =>
    typeof id === 'string' && Object.hasOwn(MESSAGE_OF_FAULT, id) ? MESSAGE_OF_FAULT[id]! : [],
  )

function serverLog({ names, ours, ...rest }: Json): Json {
  const says = Array.isArray(rest['says']) ? rest['says'].map(words) : []
  const told = messages(names)
  if (says.some((line) => / by PAM account configuration\b/.test(line))) told.push('account-refused-by-pam')
  const refused = says.findLast((line) => line.includes('Authentication refused: '))
  const path = /bad ownership or modes for (?:file|directory) (\/.*)$/.exec(refused ?? '')?.[1]
  return {
    ...rest,
    ...(told.length > 0 && { told }),
    ...(ours !== undefined && { toldOfUs: messages(ours) }),
    ...(path !== undefined && { unsafePath: path }),
  }
}

type Does = Facts['login-files']['suspects'][number]['does']

const DOES: readonly [RegExp, Does][] = [
  [/^ChrootDirectory: it does not exist/, 'chroot-missing'],
  [/^ChrootDirectory: /, 'chroot-unsafe'],
  [/does not answer$/, 'does-not-answer'],
  [/^line \d+ may end/, 'ends-shell'],
  [/^line \d+ puts another/, 'replaces-shell'],
  [/^line \d+ may wait/, 'waits'],
  [/^line \d+ waits for another/, 'asks-network'],
]

const loginFiles = ({ suspects, ...rest }: Json): Json => ({
  ...rest,
  suspects: objects(suspects).flatMap(({ path, says }) => {
    const does = DOES.find(([pattern]) => pattern.test(words(says)))?.[1]
    const [, line, text] = /^line (\d+) [^:]*: (.*)$/.exec(words(says)) ?? []
    return does === undefined ? [] : [{ path, does, ...(line !== undefined && { line: Number(line), text }) }]
  }),
})

const pam = ({ suspects, ...rest }: Json): Json => ({
  ...rest,
  suspects: (Array.isArray(suspects) ? suspects : []).flatMap((one) => {
    const m = /^(\/[^:]*): (\w+) (\[[^\]]*\]|\S+) (\S+) ?(.*)$/.exec(words(one))
    if (!m) return []
    const [, file, type, control, module, args = ''] = m
    const denies = /\(denies: the file (names|does not name) /.exec(args)?.[1]
    const list = denies === 'names' ? 'names-user' : 'lacks-user'
    return [{ file, type, control, module, args: args.replace(/ ?\(denies: .*$/, ''), ...(denies && { list }) }]
  }),
})

function keyRefusal({ path, says }: Json): Json {
  const text = words(says)
  const mode = /\(mode (\d+)\)/.exec(text)?.[1]
  const shown = mode === undefined ? {} : { mode }
  const uid = /^it belongs to user (\d+)/.exec(text)?.[1]
  const gid = /^group (\d+) /.exec(text)?.[1]
  if (uid !== undefined) return { path, is: 'of-another-user', uid: Number(uid) }
  if (gid !== undefined) return { path, is: 'writable-by-group', gid: Number(gid), ...shown }
  return { path, is: text.startsWith('it is not') ? 'no-regular-file' : 'writable-by-all', ...shown }
}

function keyBar(says: string): Json {
  const [, at, uid, mode] = /may not read it: (\S+) belongs to user (\d+), mode (\d+)/.exec(says) ?? []
  if (at !== undefined) return { why: 'no-right', at, uid: Number(uid), mode }
  const [, value, address] = /^from="(.*)" does not name your address (\S+)/.exec(says) ?? []
  if (address !== undefined) return { why: 'from', value, address }
  if (says.startsWith('expiry-time=')) return { why: 'expired', value: /"(.*)"/.exec(says)?.[1] ?? '' }
  if (says.startsWith('the option ')) return { why: 'unknown-option', value: says.split(' ')[2] ?? '' }
  if (says.includes('cert-authority')) return { why: 'certificates-only' }
  if (says.includes('RequiredRSASize')) return { why: 'rsa-size', bits: Number(/\d+/.exec(says)?.[0] ?? 0) }
  return { why: 'algorithm', value: says.split(' ').at(-1) ?? '' }
}

const authorizedKeys = ({ files, refused, ...rest }: Json): Json => ({
  ...rest,
  files: objects(files).map(({ bars, ...file }) => ({
    ...file,
    ...(/\bcommand=/i.test(words(file['options'])) && { forcesCommand: true }),
    ...(typeof bars === 'string' && { bars: keyBar(bars) }),
  })),
  refused: objects(refused).map(keyRefusal),
})

const BY_SENDER =
  /\bsaddr (?!!=)|(?:^|[^!] )(?:-s|--source|--src-range) |(?:^|[^!] )--match-set \S+ src\b|(?:^|[^!] )--(?:rcheck|update) |^route: (?!none|\w+ default)/
const BY_RECEIVER = /\bdaddr (?!!=)|(?:^|[^!] )(?:-d|--destination|--dst-range) |(?:^|[^!] )--match-set \S+ dst\b/

function firewall({ rule, ...rest }: Json): Json {
  const text = words(rule)
  const you = (rest['answers'] === true ? BY_RECEIVER : BY_SENDER).test(text) ? { you: true } : {}
  const [, type, network] = /^route: (\S+) (?:to )?(\S+)/.exec(text) ?? []
  if (type !== undefined) return { ...rest, ...you, route: { type, network } }
  const [, family, table, chain, says] = /^(\S+) (\S+) (\S+): (.*)$/s.exec(text) ?? []
  if (family === undefined) return rest
  const by = words(rest['by'])
  const old = by === 'iptables-legacy' ? by : 'iptables'
  const writer = by === 'nft' || family === 'inet' || !/(?:^| )-[a-zA-Z] |^policy /.test(says ?? '') ? 'nft' : old
  return { ...rest, ...you, place: { writer, family, table, chain, text: says } }
}

const bans = ({ banned, ...rest }: Json): Json => ({
  ...rest,
  banned: objects(banned).map(({ rule, ...ban }) => {
    const [, kind, name] = /^(set|chain) (.*)$/.exec(words(rule)) ?? []
    const own = words(rule).startsWith('/') ? 'file' : ban['tool'] === 'crowdsec' ? 'decision' : 'jail'
    return { ...ban, holder: kind === undefined ? { kind: own, name: words(rule) } : { kind, name } }
  }),
})

const tcpWrappers = ({ rule, ...rest }: Json): Json => {
  const [, file, text] = /^(\/[^:\s]+): (.*)$/s.exec(words(rule)) ?? []
  return file === undefined ? rest : { ...rest, rule: { file, text } }
}

function sshdEffective({ error, ...rest }: Json): Json {
  if (typeof error !== 'string') return rest
  const hostKeys = /hostkeys|host key/i.test(error)
  const directory = /Missing privilege separation directory|must be owned by root and not group/i.test(error)
  const about = hostKeys ? 'host-keys' : directory ? 'privsep-directory' : 'configuration'
  const at = /(\/\S+?):? line (\d{1,7}):/.exec(error)
  return { ...rest, refusal: { says: error, about, ...(at && { file: at[1], line: Number(at[2]) }) } }
}

const sshdUnit = ({ socket, ...rest }: Json): Json => {
  const [one] = objects([socket])
  if (!one) return rest
  const listens = Array.isArray(one['listens']) ? one['listens'].map(words) : []
  const ports = listens.flatMap((text) => Number(/:(\d{1,5}) \(Stream\)/.exec(text)?.[1] ?? 0) || [])
  return { ...rest, socket: { ...one, ports } }
}

const processLimit = ({ groups, ...rest }: Json): Json => ({
  ...rest,
  groups: objects(groups).map(({ path, ...group }) => {
    const user = /^user (.*) \(nproc/.exec(words(path))?.[1]
    return user === undefined ? { of: 'control-group', path, ...group } : { of: 'user', path: user, ...group }
  }),
})

const nologin = ({ files, ...rest }: Json): Json => ({
  ...rest,
  files: objects(files).map((file) => ({
    ...file,
    notice: /booting up|not permitted to log in yet/i.test(words(file['says'])) ? 'booting' : 'other',
  })),
})

/** Facts whose values schema 1 wrote as sentences: each as schema 2 has it. */
export const OLDER_VALUES: Partial<Record<FactId, (value: Json) => Json>> = {
  'server-log': serverLog,
  'login-files': loginFiles,
  pam,
  'authorized-keys': authorizedKeys,
  firewall,
  bans,
  'tcp-wrappers': tcpWrappers,
  'sshd-effective': sshdEffective,
  'sshd-unit': sshdUnit,
  'process-limit': processLimit,
  nologin,
}
