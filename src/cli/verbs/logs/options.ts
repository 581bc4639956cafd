import { existsSync } from 'node:fs'
import { parseWhen } from '../../../logs/read/when.ts'
import type { Window } from '../../../logs/read/own-machine.ts'
import { parseMaxStartups } from '../../../openssh/max-startups.ts'
import { parseDestination } from '../../../openssh/destination.ts'
import { Unreadable, verbWords } from '../../verb-words.ts'

const OPTIONS = {
  journal: { type: 'boolean' },
  since: { type: 'string' },
  until: { type: 'string' },
  follow: { type: 'boolean', short: 'f' },
  json: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  markdown: { type: 'boolean' },
  html: { type: 'boolean' },
  zone: { type: 'string' },
  year: { type: 'string' },
  'max-startups': { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  // As for ssh, where the logs are a host's.
  identity: { type: 'string', short: 'i', multiple: true },
  port: { type: 'string', short: 'p' },
  jump: { type: 'string', short: 'J' },
  config: { type: 'string', short: 'F' },
  option: { type: 'string', short: 'o', multiple: true },
  login: { type: 'string', short: 'l' },
  help: { type: 'boolean', short: 'h' },
} as const

export type Format = 'terminal' | 'json' | 'ndjson' | 'markdown' | 'html'

export interface LogsAsked {
  from:
    | { kind: 'own' }
    | { kind: 'journal' }
    | { kind: 'files'; names: string[] }
    | { kind: 'host'; destination: string; ssh: string[] }
  window: Window
  follow: boolean
  format: Format
  /** Zone of times that carry none; undefined: the machine's own. */
  zone?: string
  year?: number
  /** First number of MaxStartups of the server that wrote the log. */
  begin?: number
  colour?: boolean
  help: boolean
}

/** @throws Unreadable */
export function parseLogsArgs(argv: readonly string[], now: number, hereZone: string): LogsAsked {
  const { values, positionals } = verbWords(dashedTimes(argv), OPTIONS)
  const formats = (['json', 'ndjson', 'markdown', 'html'] as const).filter((format) => values[format])
  if (formats.length > 1) throw new Unreadable(`--${formats.join(' and --')} cannot both be had.`)
  const zone = zoneOf(values.zone)
  const window = windowOf(values, now, zone ?? hereZone)
  const asked: LogsAsked = {
    from: fromOf(positionals, values),
    window,
    follow: values.follow === true,
    format: formats[0] ?? 'terminal',
    help: values.help === true,
  }
  if (zone !== undefined) asked.zone = zone
  if (values.year !== undefined) asked.year = yearOf(values.year)
  if (values['max-startups'] !== undefined) asked.begin = beginOf(values['max-startups'])
  if (values['no-color'] || values.color) asked.colour = !values['no-color']
  return asked
}

/** `--since -2h` is what people type (journalctl takes it); parseArgs wants it in one word. */
function dashedTimes(argv: readonly string[]): string[] {
  const out: string[] = []
  for (const [i, word] of argv.entries()) {
    if (i > 0 && /^--(since|until)$/.test(argv[i - 1]!) && /^-\d/.test(word)) out[out.length - 1] += `=${word}`
    else out.push(word)
  }
  return out
}

type Values = ReturnType<typeof verbWords<typeof OPTIONS>>['values']

function windowOf(values: Values, now: number, zone: string): Window {
  const window: Window = {}
  for (const name of ['since', 'until'] as const) {
    const text = values[name]
    if (text === undefined) continue
    const at = parseWhen(text, { now, zone })
    if (at === undefined)
      throw new Unreadable(
        `--${name} takes a time such as '2025-11-08 17:00', 2025-11-08T17:00:00Z, yesterday, '2h ago' or -2h, not '${text}'.`,
      )
    window[name] = at
  }
  if (window.since !== undefined && window.until !== undefined && window.since >= window.until)
    throw new Unreadable('--since is not before --until: nothing can lie between.')
  return window
}

function zoneOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^(utc|z)$/i.test(text)) return 'UTC'
  if (/^[+-]\d\d:?\d\d$/.test(text)) return text
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw new Unreadable(`--zone takes UTC, an offset such as +02:00 or a name such as Europe/Berlin, not '${text}'.`)
  }
}

function beginOf(text: string): number {
  const setting = parseMaxStartups(text)
  if (setting === null)
    throw new Unreadable(`--max-startups takes the server's setting, such as 10:30:100, not '${text}'.`)
  return setting.start
}

function yearOf(text: string): number {
  if (!/^(19[7-9]\d|2\d{3})$/.test(text)) throw new Unreadable(`--year takes a year such as 2025, not '${text}'.`)
  return Number(text)
}

function fromOf(names: string[], values: Values): LogsAsked['from'] {
  if (values.journal) {
    if (names.length > 0) throw new Unreadable(`--journal reads this machine's journal; what is '${names[0]}' for?`)
    return { kind: 'journal' }
  }
  if (names.length === 0) return { kind: 'own' }
  const hosts = names.filter((name) => !isFile(name))
  if (hosts.length === 0) return { kind: 'files', names }
  if (names.length > 1) {
    // Of several words the one that is no file is a file that is missing, not a host.
    if (hosts.every((name) => !name.includes('@') && !name.startsWith('ssh://'))) return { kind: 'files', names }
    throw new Unreadable(`one host at a time, and not together with files: '${hosts[0]}'.`)
  }
  const destination = hosts[0]!
  const parsed = parseDestination(destination)
  if ('error' in parsed) throw new Unreadable(parsed.error)
  return withUser(destination, parsed.user !== undefined, values)
}

function withUser(destination: string, named: boolean, values: Values): LogsAsked['from'] {
  const ssh = [
    ...(values.identity ?? []).flatMap((file) => ['-i', file]),
    ...(values.port === undefined ? [] : ['-p', values.port]),
    ...(values.jump === undefined ? [] : ['-J', values.jump]),
    ...(values.config === undefined ? [] : ['-F', values.config]),
    ...(values.option ?? []).flatMap((option) => ['-o', option]),
  ]
  // A way in drops -l: there it would be about the target.
  const user = values.login !== undefined && !named && !destination.startsWith('ssh://') ? `${values.login}@` : ''
  return { kind: 'host', destination: user + destination, ssh }
}

/** Words no host is called by: a path, or the name of a log. */
const LIKE_A_PATH = /^[.~]|\/|\.(?:log|gz|xz|zst|zstd|bz2|lz4|txt|json|jsonl|ndjson|journal|export)(?:[.-]\d+)?$/i

function isFile(name: string): boolean {
  if (name === '-' || existsSync(name)) return true
  return !name.startsWith('ssh://') && !/^[^/]*@/.test(name) && LIKE_A_PATH.test(name)
}
