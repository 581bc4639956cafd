import { visible } from '../core/visible.ts'
import type { CommandLine } from './command-line.ts'
import { parseDestination, readPort, refuseUser } from '../openssh/destination.ts'
import type { Destination } from '../openssh/destination.ts'
import { isOwnOption, readOwnOption } from './own-options.ts'
import type { OwnOptions } from './own-options.ts'
import { configPair, optionWords, readOptionWord } from '../openssh/ssh-options.ts'
import type { SshOption } from '../openssh/ssh-options.ts'
import type { Verb } from './verb.ts'
import { VERBS } from './verbs.ts'

/** What happens without a verb. */
export const DEFAULT_VERB = 'diagnose'

const USAGE = "write sshmedic [ssh's options] [user@]host, just as you typed ssh; 'sshmedic --help' says more."

/**
 * Reads a command line typed as for `ssh`, in the order ssh.c reads it: options, the destination, options once more,
 * the remote command. `--` in front of the destination ends all options. Our long options may stand wherever ssh's may.
 *
 * A verb is the first word that is not one of our own options: `sshmedic explain TEXT`. A host of that
 * name is reached as `sshmedic -- explain` or `user@explain`, or with any of ssh's options in front.
 * @returns what was asked for, or a sentence that says what to type instead
 */
export function parseCommandLine(argv: readonly string[]): CommandLine | { error: string } {
  const result: CommandLine = { verb: DEFAULT_VERB, ssh: [], command: [], own: {} }
  const front = readPass(argv, 0, result.own)
  if ('error' in front) return front
  let typed = argv[front.next]
  if (front.lastOfSsh === undefined) {
    const words = argv.slice(front.next + 1)
    const verb = VERBS.find(({ name, reads }) => name === typed && reads !== 'ssh')
    if (verb?.reads === 'text') return readText(verb, words, result.own)
    if (verb) return { ...result, ...asked(result.own, verb.name), words: [...argv.slice(0, front.next), ...words] }
  }
  // ssh looks at the word in front of the destination, even where that `--` is the value of an option.
  const ended = typed === undefined || front.lastOfSsh === '--'
  const nothing: Pass = { clusters: [], next: front.next + 1 }
  const behind = ended ? nothing : readPass(argv, nothing.next, result.own)
  if ('error' in behind) return behind
  if (result.own.local) typed = localDestination(typed)
  const destination = typed === undefined ? undefined : parseDestination(typed)
  Object.assign(result, asked(result.own, DEFAULT_VERB))
  if (result.verb !== DEFAULT_VERB) return result
  if (destination && 'error' in destination) return destination
  const excluded = excludes(result.own, destination)
  if (excluded) return { error: excluded }

  result.ssh = front.clusters.flatMap(({ words }) => words)
  if (!destination) return result
  result.ssh.push(...behind.clusters.flatMap((cluster) => withoutOverruled(cluster, destination)))
  result.destination = typed
  result.command = argv.slice(behind.next)
  const error = understand(result, front.clusters, destination, behind.clusters)
  return error ? { error } : result
}

/** One word of options, such as `-vp22`, with the word of its value where that stands apart. */
interface Cluster {
  words: readonly string[]
  options: readonly SshOption[]
}

interface Pass {
  clusters: Cluster[]
  /** The first word that is not part of it. */
  next: number
  /** The last word as ssh would have seen it: ours are not there for it. */
  lastOfSsh?: string
}

/** One getopt loop from `at`: up to the first word that is no option, or past `--`. Our own options go into `own`. */
function readPass(argv: readonly string[], at: number, own: OwnOptions): Pass | { error: string } {
  const pass: Pass = { clusters: [], next: at }
  while (pass.next < argv.length) {
    const word = argv[pass.next]!
    if (word === '--') {
      pass.lastOfSsh = word
      pass.next++
      return pass
    }
    if (!word.startsWith('-') || word === '-') return pass
    if (word.startsWith('--')) {
      const ours = readOwnOption(argv, pass.next, own)
      if ('error' in ours) return ours
      pass.next += ours.took
      continue
    }
    const read = readOptionWord(argv, pass.next)
    if ('error' in read) return read
    const words = argv.slice(pass.next, pass.next + read.took)
    pass.next += read.took
    pass.clusters.push({ words, options: read.options })
    pass.lastOfSsh = words.at(-1)
  }
  return pass
}

/** Behind the destination, what that already says stands: ssh's first value wins. */
function withoutOverruled({ words, options }: Cluster, { user, port, portByName }: Destination): readonly string[] {
  const kept = options.filter(({ letter, value = '' }) => {
    const keyword = letter === 'o' ? configPair(value).keyword : letter
    if (keyword === 'l' || keyword === 'user') return user === undefined
    return !(keyword === 'p' || keyword === 'port') || (port === undefined && !portByName)
  })
  return kept.length === options.length ? words : kept.flatMap(optionWords)
}

/** Notes host, user and port in ssh's order, the first of each. What ssh_config's grammar can refuse is left to ssh. */
function understand(
  result: CommandLine,
  front: readonly Cluster[],
  destination: Destination,
  behind: readonly Cluster[],
): string | undefined {
  let hostName: string | undefined
  // A port named by its service is a port as well: the first one counts, number or name.
  let portTaken = false
  const note = (clusters: readonly Cluster[]): string | undefined => {
    for (const { letter, value = '' } of clusters.flatMap(({ options }) => options)) {
      const { keyword, rest } = letter === 'o' ? configPair(value) : { keyword: letter, rest: value }
      const port = keyword === 'p' || keyword === 'port' ? readPort(rest) : undefined
      if (keyword === 'p' && port === undefined && !portTaken) {
        return `Bad port '${visible(rest, 20)}': write -p and a number from 1 to 65535.`
      }
      if (port !== undefined && !portTaken) {
        portTaken = true
        if (port !== 'by-name') result.port = port
      }
      if (keyword === 'l' || keyword === 'user') result.user ??= rest
      // ssh_config may put the typed name into %h; only ssh itself expands that.
      if (keyword === 'hostname' && !rest.includes('%')) hostName ??= rest
    }
    return undefined
  }
  const error = note(front)
  if (error) return error
  result.user ??= destination.user
  if (!portTaken) result.port = destination.port
  portTaken ||= destination.port !== undefined || destination.portByName === true
  const errorBehind = note(behind)
  result.host = hostName ?? destination.host
  return errorBehind ?? (result.user === undefined ? undefined : refuseUser(result.user))
}

/** `--help` and `--version` go before everything else; the help is the verb's own. */
function asked({ help, version }: OwnOptions, verb: string): Pick<CommandLine, 'verb' | 'about'> {
  if (help) return { verb: 'help', about: verb }
  return { verb: version ? 'version' : verb }
}

/** On the server itself the host is known: `alice`, `alice@` and `alice@localhost` say whom it is about. */
function localDestination(typed: string | undefined): string {
  if (typed === undefined) return 'localhost'
  if (typed.endsWith('@')) return `${typed}localhost`
  return typed.includes('@') || /^ssh:\/\/|[.:]|^localhost$/.test(typed) ? typed : `${typed}@localhost`
}

function excludes(own: OwnOptions, destination: Destination | undefined): string | undefined {
  const { from, save, via, local, address } = own
  if (via !== undefined && local)
    return '--local looks at this machine and --via at another one: leave one of them out.'
  if (from !== undefined && (via !== undefined || local)) {
    return '--from reads a saved case and asks no host: leave out --via and --local.'
  }
  if (address !== undefined && via === undefined && !local) {
    return '--address says where people come from when looking from within: it needs --via DESTINATION or --local.'
  }
  if (from === undefined) return destination ? undefined : `No destination: ${USAGE}`
  if (destination) return '--from reads a saved case and asks no host: leave out the destination.'
  return save === undefined ? undefined : '--from reads a case and --save writes a new one: leave one of them out.'
}

/** Text that looks like an option is text, unless it is one of ours or the verb's; behind `--` all is text. */
function readText({ name, options }: Verb, words: readonly string[], own: OwnOptions): CommandLine | { error: string } {
  const text: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === '--') {
      text.push(...words.slice(at + 1))
      break
    }
    if (!isOwnOption(word, options)) {
      text.push(word)
      continue
    }
    const read = readOwnOption(words, at, own, options)
    if ('error' in read) return read
    at += read.took - 1
  }
  const result: CommandLine = { ...asked(own, name), ssh: [], command: [], own }
  if (text.length > 0) result.text = text.join(' ')
  return result
}
