import { emptiedLists } from './as-printed.ts'
import type { PassResult } from './interpret.ts'
import { ALL_KEYWORDS, introducedIn } from './keywords.ts'
import { parseNumericHost } from '../openssh/address-list.ts'
import { splitHostPort } from './readings/lists.ts'
import { socketPort } from './socket-port.ts'
import type { ConfigNote, EffectiveConfig } from './types.ts'
import { atLeast, releaseName } from '../openssh/release.ts'

/** What a person would not expect of a configuration; each with a fixed id. */
export function notesOf(config: EffectiveConfig, unknown: PassResult['unknown']): ConfigNote[] {
  return [
    ...lastWins(config),
    ...subsystemOnlyInMatch(config),
    ...newerKeywords(config),
    ...misspelt(config),
    ...gone(config),
    ...globalAfterMatch(config),
    ...unknownCriteria(unknown),
    ...graceless(config),
    ...namedListenAddress(config),
    ...emptied(config),
    ...socketListens(config),
  ]
}

const place = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`

/** Ids of the keywords whose last line wins where everybody expects the first (openssh.md 6.2). */
const LAST_WINS: Readonly<Record<string, string>> = {
  maxstartups: 'max-startups-last-wins',
  persourcemaxstartups: 'per-source-max-startups-last-wins',
  persourcenetblocksize: 'per-source-net-block-size-last-wins',
  ipqos: 'ipqos-last-wins',
  streamlocalbindmask: 'stream-local-bind-mask-last-wins',
  fingerprinthash: 'fingerprint-hash-last-wins',
  unusedconnectiontimeout: 'unused-connection-timeout-last-wins',
  authorizedprincipalscommand: 'authorized-principals-command-last-wins',
}

function lastWins({ lines, release, effective }: EffectiveConfig): ConfigNote[] {
  const notes: ConfigNote[] = []
  for (const [keyword, id] of Object.entries(LAST_WINS)) {
    const losers = lines.filter((l) => l.canonical === keyword && l.why === 'last-wins')
    const loser = losers.at(-1)
    const winner = loser && lines.find((l) => l.canonical === keyword && l.took)
    if (!loser || !winner) continue
    const dropIn = loser.file !== winner.file ? ` A drop-in that is read before it cannot change it.` : ''
    notes.push({
      id,
      keyword,
      says:
        `${winner.keyword} is one of the few keywords of which ${releaseName(release)} takes the last line, not the first: ` +
        `${place(winner)} wins (${effective[keyword]?.[0] ?? ''}) over ${losers.map(place).join(', ')}.${dropIn}`,
      source: place(winner),
    })
  }
  return notes
}

function socketListens(config: EffectiveConfig): ConfigNote[] {
  const socket = socketPort(config)
  if (!socket) return []
  const { line, says } = socket
  return [{ id: 'socket-unit-decides-port', keyword: line.canonical, says, source: place(line) }]
}

const WITHOUT: Readonly<Record<string, string>> = {
  kexalgorithms: 'no client can connect (no matching key exchange method found)',
  hostkeyalgorithms:
    'no client can connect: sshd cuts every connection and logs "No supported key exchange algorithms"',
  ciphers: 'no client can connect (no matching cipher found)',
  macs: 'only clients that agree on a cipher with integrity of its own (chacha20-poly1305, AES-GCM) can connect',
}

function emptied(config: EffectiveConfig): ConfigNote[] {
  return emptiedLists(config).flatMap((keyword) => {
    const line = config.lines.find((each) => each.canonical === keyword && each.took)
    if (!line) return []
    const written = `${line.keyword} ${line.arguments.join(' ')}`
    const says =
      `${written} leaves an empty list: ${WITHOUT[keyword]}. sshd starts with it, and sshd -T does not show it: ` +
      'sshd -T prints the default list instead.'
    return [{ id: 'list-emptied', keyword, says, source: place(line) }]
  })
}

function namedListenAddress({ lines }: EffectiveConfig): ConfigNote[] {
  return lines
    .filter((line) => line.canonical === 'listenaddress' && line.took && line.arguments[0] !== undefined)
    .filter((line) => splitHostPort(line.arguments[0]!) !== undefined && !line.arguments[0]!.includes('['))
    .filter((line) => {
      const [text] = line.arguments as [string]
      const host = text.split(':').length > 2 ? text : splitHostPort(text)!.host
      return parseNumericHost(host) === undefined
    })
    .map((line) => ({
      id: 'listen-address-by-name',
      keyword: 'listenaddress',
      says: `${line.arguments[0]} is looked up when sshd starts: without a resolver at that moment sshd does not start.`,
      source: place(line),
    }))
}

/** Seen on Debian's 10.0: copy_set_server_options dies of a Subsystem that only a satisfied Match has. */
function subsystemOnlyInMatch({ lines, release }: EffectiveConfig): ConfigNote[] {
  const known = release.major === 10 && release.minor === 0
  const inBlock = lines.filter((l) => l.canonical === 'subsystem' && l.took && l.match)
  const outside = lines.some((l) => l.canonical === 'subsystem' && !l.match && l.why !== 'error')
  const outsideToo = inBlock.every((l) => /^\s*all\s*(?:#.*)?$/i.test(l.match!.words))
  if (!known || inBlock.length === 0 || outside || outsideToo) return []
  return [
    {
      id: 'subsystem-only-in-match',
      keyword: 'subsystem',
      says:
        `${releaseName(release)} crashes (segmentation fault) for a connection that a Match block gives its first Subsystem. ` +
        'Name a Subsystem outside the block as well, before it.',
      source: place(inBlock[0]!),
    },
  ]
}

function newerKeywords({ lines, release }: EffectiveConfig): ConfigNote[] {
  return lines.flatMap((line) => {
    const since = line.why === 'unknown' || line.why === 'error' ? introducedIn(line.keyword) : undefined
    if (!since || atLeast(release, since)) return []
    return [
      {
        id: 'keyword-of-newer-release',
        keyword: line.canonical,
        says: `${line.keyword} came with OpenSSH ${since.join('.')}; ${releaseName(release)} does not know it and will not start.`,
        source: place(line),
      },
    ]
  })
}

function misspelt({ lines, release }: EffectiveConfig): ConfigNote[] {
  return lines.flatMap((line): ConfigNote[] => {
    if (line.why !== 'unknown' || introducedIn(line.keyword) !== undefined) return []
    if (line.keyword.startsWith('\uFEFF')) {
      const says = `${line.file} begins with a byte-order mark, which sshd takes for a part of the first word. Save it without one.`
      return [{ id: 'byte-order-mark', keyword: '', says, source: place(line) }]
    }
    const near = nearest(line.canonical)
    if (near === undefined) return []
    const says = `${releaseName(release)} does not know ${line.keyword} and will not start. Is ${near} meant?`
    return [{ id: 'misspelt-keyword', keyword: line.canonical, says, source: place(line) }]
  })
}

/** A keyword that one or two slips of the hand away would be this word. */
function nearest(word: string): string | undefined {
  let best: { name: string; distance: number } | undefined
  for (const name of ALL_KEYWORDS) {
    if (Math.abs(name.length - word.length) > 2) continue
    const distance = edits(word, name, 2)
    if (distance <= 2 && (!best || distance < best.distance)) best = { name, distance }
  }
  return best?.name
}

/** Edits between two words (Levenshtein), at most `most` + 1. */
function edits(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[b.length]!
}

function gone({ lines, release }: EffectiveConfig): ConfigNote[] {
  return lines
    .filter((line) => line.why === 'deprecated' || line.why === 'unsupported')
    .map((line) => ({
      id: line.why === 'deprecated' ? 'deprecated-keyword' : 'unsupported-keyword',
      keyword: line.canonical,
      says: `${line.keyword} has no effect any more in ${releaseName(release)}; the line can go.`,
      source: place(line),
    }))
}

/** What was meant for the whole server stands at the end of a Match block, because a block only ends with its file. */
function globalAfterMatch({ lines, errors }: EffectiveConfig): ConfigNote[] {
  return errors.flatMap((error) => {
    if (!error.says.includes('is not allowed within a Match block')) return []
    const line = lines.find((l) => l.file === error.file && l.line === error.line)
    if (!line?.match) return []
    return [
      {
        id: 'global-keyword-in-match',
        keyword: line.canonical,
        says:
          `${line.keyword} is for the whole server, and stands in the block that begins at ${place(line.match)}: a Match ends ` +
          'with the next Match or with its file, not with an empty line. Move it above, or put "Match all" before it.',
        source: place(line),
      },
    ]
  })
}

function unknownCriteria(unknown: PassResult['unknown']): ConfigNote[] {
  const seen = new Map<string, PassResult['unknown'][number]>()
  for (const one of unknown) if (!seen.has(one.criterion)) seen.set(one.criterion, one)
  return [...seen.values()].map(({ criterion, file, line }) => ({
    id: 'match-not-asked',
    keyword: 'match',
    says: `A Match asks for ${criterion}, and none was given: the block counts as not satisfied. ${OPTION[criterion] ?? ''}`.trim(),
    source: `${file}:${line}`,
  }))
}

const OPTION: Readonly<Record<string, string>> = {
  user: 'Say --user NAME.',
  group: 'Say --user NAME of somebody this machine knows.',
  host: 'Say --host NAME: with UseDNS yes what the client address resolves to, else the address itself.',
  address: 'Say --address IP.',
  localaddress: 'Say --laddress IP.',
  localport: 'Say --lport PORT.',
  rdomain: 'Say --rdomain NAME.',
}

function graceless({ effective, origin }: EffectiveConfig): ConfigNote[] {
  const by = origin['logingracetime']
  if (effective['logingracetime']?.[0] !== '0' || by === undefined || by === 'default') return []
  const says =
    'LoginGraceTime 0 means no limit: a connection that never logs in holds its place among MaxStartups for ever.'
  return [{ id: 'login-grace-time-unlimited', keyword: 'logingracetime', says, source: place(by) }]
}
