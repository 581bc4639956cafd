import { existsSync } from 'node:fs'
import { parseWhen } from '../../../logs/read/when.ts'
import type { Window } from '../../../logs/read/own-machine.ts'
import { parseMaxStartups } from '../../../openssh/max-startups.ts'
import { parseDestination } from '../../../openssh/destination.ts'
import type { ValuesOf } from '../../option.ts'
import { formatOf } from '../../options/formats.ts'
import { sshWords } from '../../options/ssh.ts'
import { Unreadable } from '../../verb-words.ts'
import type { OPTIONS } from './options.ts'

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
}

export interface LogsWords {
  values: ValuesOf<typeof OPTIONS>
  positionals: string[]
}

/** @throws Unreadable */
export function logsAsked({ values, positionals }: LogsWords, now: number, hereZone: string): LogsAsked {
  const format = formatOf(values, ['json', 'ndjson', 'markdown', 'html'])
  const zone = zoneOf(values.zone)
  const window = windowOf(values, now, zone ?? hereZone)
  const asked: LogsAsked = {
    from: fromOf(positionals, values),
    window,
    follow: values.follow === true,
    format: format ?? 'terminal',
  }
  if (zone !== undefined) asked.zone = zone
  if (values.year !== undefined) asked.year = yearOf(values.year)
  if (values['max-startups'] !== undefined) asked.begin = beginOf(values['max-startups'])
  if (values.color !== undefined) asked.colour = values.color
  return asked
}

type Values = ValuesOf<typeof OPTIONS>

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
  // A way in drops -l: there it would be about the target.
  const user = values.login !== undefined && !named && !destination.startsWith('ssh://') ? `${values.login}@` : ''
  return { kind: 'host', destination: user + destination, ssh: sshWords(values) }
}

/** Words no host is called by: a path, or the name of a log. */
const LIKE_A_PATH = /^[.~]|\/|\.(?:log|gz|xz|zst|zstd|bz2|lz4|txt|json|jsonl|ndjson|journal|export)(?:[.-]\d+)?$/i

function isFile(name: string): boolean {
  if (name === '-' || existsSync(name)) return true
  return !name.startsWith('ssh://') && !/^[^/]*@/.test(name) && LIKE_A_PATH.test(name)
}
