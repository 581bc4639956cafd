import { visible } from '../core/visible.ts'
import { parseDestination, refuseUser } from '../openssh/destination.ts'
import { nearest } from './nearest.ts'
import type { Option, OptionTable } from './option.ts'
import { OPTIONS } from './verbs/diagnose/options.ts'
import { isAddress } from '../openssh/networks.ts'

/** Options of sshmedic's own; all are long, so that none can ever be one of ssh's. */
export interface OwnOptions {
  format?: 'json' | 'markdown' | 'html'
  save?: string
  from?: string
  /** A second login to look from within, as for ssh. */
  via?: string
  /** We are on the server itself. */
  local?: boolean
  /** The address people come from, as the server sees it. */
  address?: string
  /** Seconds, greater than 0. */
  timeout?: number
  /** Unauthenticated connections, 1 to 50. */
  budget?: number
  /** Of `explain`: every line beside what it means. */
  lines?: boolean
  color?: boolean
  help?: boolean
  version?: boolean
}

const ownOption = (name: string, more: OptionTable): Option | undefined =>
  [OPTIONS, more].map((table: OptionTable) => (Object.hasOwn(table, name) ? table[name] : undefined)).find(Boolean)

/** Whether a word beginning with `--` names one of ours, or one of `more`, with or without `=value`. */
export function isOwnOption(word: string, more: OptionTable = {}): boolean {
  const name = /^--([^=]*)/.exec(word)?.[1]
  return name !== undefined && ownOption(name, more) !== undefined
}

/**
 * Reads our own option at `argv[at]`, and its value, into `own`; `more` are those of a verb alone.
 * @returns how many words it took, or a sentence that says what to type instead
 */
export function readOwnOption(
  argv: readonly string[],
  at: number,
  own: OwnOptions,
  more: OptionTable = {},
): { took: number } | { error: string } {
  const [, name = '', attached] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(argv[at]!) ?? []
  const option = ownOption(name, more)
  if (option && !option.value) {
    if (attached !== undefined) return { error: `--${name} takes no value: write --${name} alone.` }
    const error = setFlag(name, own)
    return error ? { error } : { took: 1 }
  }
  if (!option?.value) {
    const meant = nearest(name, Object.keys(OPTIONS))
    const slip = meant === undefined ? ':' : `; did you mean --${meant}?`
    return { error: `sshmedic has no option --${visible(name, 40)}${slip} 'sshmedic --help' lists them.` }
  }
  const value = attached ?? argv[at + 1]
  // `--save --json` is a forgotten file more often than a file of that name.
  if (value === undefined || value === '' || (attached === undefined && value.startsWith('--'))) {
    return { error: `--${name} needs a value: write --${name} ${option.value.name}.` }
  }
  const error = setValue(name, value, own)
  return error ? { error } : { took: attached === undefined ? 2 : 1 }
}

function setFlag(name: string, own: OwnOptions): string | undefined {
  if (name === 'color' || name === 'no-color') own.color = name === 'color'
  else if (name === 'local') own.local = true
  else if (name === 'lines') own.lines = true
  else if (name === 'help') own.help = true
  else if (name === 'version') own.version = true
  else if (own.format !== undefined && own.format !== name) {
    return `--${own.format} and --${name} exclude each other: give one of them.`
  } else own.format = name as NonNullable<OwnOptions['format']>
  return undefined
}

function setValue(name: string, value: string, own: OwnOptions): string | undefined {
  if (name === 'timeout') {
    const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0
    if (!(seconds > 0 && Number.isFinite(seconds))) {
      return `--timeout takes seconds greater than 0, such as --timeout 10; '${visible(value, 20)}' is not.`
    }
    own.timeout = seconds
  } else if (name === 'budget') {
    const connections = /^\d{1,2}$/.test(value) ? Number(value) : 0
    if (connections < 1 || connections > 50) {
      return `--budget takes a whole number of connections from 1 to 50; '${visible(value, 20)}' is not.`
    }
    own.budget = connections
  } else if (name === 'via') {
    const parsed = parseDestination(value)
    const error = 'error' in parsed ? parsed.error : parsed.user === undefined ? undefined : refuseUser(parsed.user)
    if (error) return `--via takes a destination as ssh does. ${error}`
    own.via = value
  } else if (name === 'address') {
    if (!isAddress(value)) {
      return `--address takes one IP address, as the server sees it, such as --address 203.0.113.7; '${visible(value, 60)}' is not an address.`
    }
    own.address = value
  } else if (name === 'save') own.save = value
  else own.from = value
  return undefined
}
