/**
 * Logs as sshd writes them, with what is true of them. Written from openssh.md (1.3, 2.2, 5), not from the recogniser: the events are
 * drawn first and counted there, then told in the words of the release, then spelled by the format.
 */
import { FORMATS, type Entry, type Format } from './formats.ts'

export const RELEASES = ['7.2', '8.2', '9.2', '9.9', '10.0'] as const
export type Release = (typeof RELEASES)[number]

export interface LogOptions {
  seed: number
  /** About so many lines. */
  lines: number
  release?: Release
  format?: Format
  /** Milliseconds; of the first line. */
  start?: number
  /** Milliseconds from one event to the next, on average. */
  pace?: number
  addresses?: number
  /** How many of them are at it at a time; 150 where left out. */
  active?: number
  /** `few`: the dozen that are always tried, a third of them numbered. `many`: as honeypots count them, half of all tries one name and a long tail. */
  names?: 'few' | 'many'
}

export interface Truth {
  failures: number
  failuresBy: Map<string, number>
  accepted: number
  acceptedBy: Map<string, number>
  drops: number
  dropsExact: boolean
  episodes: { dropped: number; peak: number }[]
  penalties: number
  perSource: number
}

export function mulberry(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const NAMES = [
  'admin',
  'test',
  'oracle',
  'ubuntu',
  'postgres',
  'git',
  'user',
  'ftpuser',
  'pi',
  'deploy',
  'hadoop',
  'es',
]
/** Of what the names of the tail are made. */
const STEMS = [
  ...NAMES,
  'jenkins',
  'www',
  'mysql',
  'nagios',
  'guest',
  'backup',
  'minecraft',
  'steam',
  'ec2-user',
  'maria',
  'wang',
  'jose',
  'li',
]
const TAIL = 12_000
/** By rank: the first as they are, then with a number. */
const tailName = (rank: number): string =>
  rank < STEMS.length ? STEMS[rank]! : `${STEMS[rank % STEMS.length]}${Math.floor(rank / STEMS.length)}`

/** Names whose owners hope that a log reader takes them at their word. */
const FORGED = [
  'root from 9.9.9.9 port 1 ssh2',
  'x]: Failed password for root from 9.9.9.9 port 1 ssh2',
  'a from 8.8.8.8 port 22',
  '',
  'two words',
  'Jan  2 03:04:05 h sshd[1]: Accepted password for root from 9.9.9.9 port 9 ssh2',
  '\\033[31mred',
  'invalid user root',
  'a 9.9.9.9 port 5 [preauth]',
  'ssh2: RSA SHA256:aa from 7.7.7.7 port 3 ssh2',
  'grüße',
]

/** Draws a log. `emit` gets each line, without its newline. */
export function generate(options: LogOptions, emit: (line: string) => void): Truth {
  const { seed, lines, release = '9.2', format = 'classic', start = Date.UTC(2026, 9, 1), pace = 900 } = options
  const random = mulberry(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const chance = (p: number): boolean => random() < p
  const spell = FORMATS[format]
  const modern = release === '9.9' || release === '10.0'
  const session = modern ? 'sshd-session' : 'sshd'
  const truth: Truth = {
    failures: 0,
    failuresBy: new Map(),
    accepted: 0,
    acceptedBy: new Map(),
    drops: 0,
    dropsExact: release !== '10.0',
    episodes: [],
    penalties: 0,
    perSource: 0,
  }
  const plus = (counts: Map<string, number>, key: string, n: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + n)

  const attackers = Array.from({ length: options.addresses ?? 400 }, (_, i) =>
    i % 17 === 3
      ? `2001:db8:${(i * 7).toString(16)}::${(i + 1).toString(16)}`
      : `${1 + Math.floor(random() * 222)}.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.${i % 256}`,
  )
  /** They come and go: of all, some hundred are at it at a time. */
  const attacker = (): string => {
    const active = Math.min(attackers.length, options.active ?? 150)
    const since = Math.floor((written / lines) * (attackers.length - active))
    return attackers[since + Math.floor(random() ** 3 * active)]!
  }
  const friends = ['192.0.2.10', '192.0.2.11', '2001:db8:ffff::5']
  /** As a dual-stack socket of an old release may spell it. */
  const spelled = (address: string): string =>
    release === '7.2' && address.includes('.') && chance(0.05) ? `::ffff:${address}` : address

  let at = start
  let written = 0
  let pid = 1000
  const listener = 812
  const say = (text: string, tag = session, from = pid): void => {
    written++
    emit(spell({ at, tag, pid: from, text }))
  }
  const next = (): void => {
    at += Math.floor(random() * 2 * pace)
    if (chance(0.0005)) at -= 4000
    pid = 1000 + ((pid - 999 + Math.floor(random() * 3)) % 60_000)
  }
  const port = (): number => 1024 + Math.floor(random() * 64_000)
  const failed = (address: string, n: number): void => {
    truth.failures += n
    plus(truth.failuresBy, address, n)
  }
  const listens = (text: string): void => say(text, 'sshd', listener)
  const withPort = release !== '7.2'
  const pamFails = (a: string, user: string): void =>
    say(
      `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${a} ${user && ` user=${user}`}`,
    )
  const closes = (who: string, a: string, p: number): void =>
    say(`Connection closed by ${withPort ? `${who}${a} port ${p}` : a} [preauth]`)

  const name = (): string => {
    // Zipf's law: the hundredth name is tried a hundredth as often as the first.
    if (options.names === 'many') return tailName(Math.floor(TAIL ** random()) - 1)
    return chance(0.3) ? `${pick(NAMES)}${Math.floor(random() * 1000)}` : pick(NAMES)
  }
  const unknownUser = (): void => {
    const [a, p] = [attacker(), port()]
    const user = chance(0.03) ? pick(FORGED) : name()
    const s = spelled(a)
    say(`Invalid user ${user} from ${s}${withPort ? ` port ${p}` : ''}`)
    if (chance(0.1)) return closes(`invalid user ${user} `, s, p)
    say('pam_unix(sshd:auth): check pass; user unknown')
    pamFails(s, '')
    if (chance(0.1)) {
      say(`Postponed keyboard-interactive for invalid user ${user} from ${s} port ${p} ssh2 [preauth]`)
      say(`error: PAM: Authentication failure for illegal user ${user} from ${s}`)
      say(`Failed keyboard-interactive/pam for invalid user ${user} from ${s} port ${p} ssh2`)
    } else say(`Failed password for invalid user ${user} from ${s} port ${p} ssh2`)
    failed(a, 1)
    if (chance(0.4)) {
      say(`Received disconnect from ${s}${withPort ? ` port ${p}:` : ': '}11: Bye Bye [preauth]`)
      if (withPort) say(`Disconnected from invalid user ${user} ${s} port ${p} [preauth]`)
    } else closes(`invalid user ${user} `, s, p)
  }
  const knownUser = (): void => {
    const [a, p] = [attacker(), port()]
    const user = chance(0.9) ? 'root' : 'alice'
    const s = spelled(a)
    if (chance(0.05)) say(`Failed none for ${user} from ${s} port ${p} ssh2`)
    pamFails(s, user)
    if (chance(0.1) && user !== 'root') {
      // Below MaxAuthTries/2 the `Failed keyboard-interactive` of a valid user is VERBOSE: the PAM line is all there is.
      say(`error: PAM: Authentication failure for ${user} from ${s}`)
      failed(a, 1)
    } else {
      say(`Failed password for ${user} from ${s} port ${p} ssh2`)
      failed(a, 1)
      if (format !== 'bare' && chance(0.15)) {
        const n = 2 + Math.floor(random() * 4)
        say(`message repeated ${n} times: [ Failed password for ${user} from ${s} port ${p} ssh2]`)
        failed(a, n)
        say(`error: maximum authentication attempts exceeded for ${user} from ${s} port ${p} ssh2 [preauth]`)
        if (withPort)
          say(`Disconnecting authenticating user ${user} ${s} port ${p}: Too many authentication failures [preauth]`)
        return
      }
    }
    closes(`authenticating user ${user} `, s, p)
  }
  const login = (): void => {
    const [a, p] = [chance(0.02) ? attacker() : pick(friends), port()]
    const user = pick(['alice', 'bob', 'deploy'])
    if (chance(0.02)) {
      say(`Failed publickey for ${user} from ${a} port ${p} ssh2: ED25519 SHA256:KBLAnWHEyU4MyWFBT9YwDEyGXCy`)
      failed(a, 1)
    }
    say(
      chance(0.7)
        ? `Accepted publickey for ${user} from ${a} port ${p} ssh2: ED25519 SHA256:KBLAnWHEyU4MyWFBT9YwDEyGXCy/WuSA9`
        : `Accepted password for ${user} from ${a} port ${p} ssh2`,
    )
    truth.accepted++
    plus(truth.acceptedBy, a, 1)
    say(`pam_unix(sshd:session): session opened for user ${user}(uid=1000) by (uid=0)`)
    say(`Received disconnect from ${a}${withPort ? ` port ${p}:` : ': '}11: disconnected by user`, session, pid + 2)
    if (withPort) say(`Disconnected from user ${user} ${a} port ${p}`, session, pid + 2)
    say(`pam_unix(sshd:session): session closed for user ${user}`)
  }
  const scanner = (): void => {
    const [a, p] = [attacker(), port()]
    if (!withPort) say(`Did not receive identification string from ${a}`)
    else if (chance(0.3)) {
      say(
        `Unable to negotiate with ${a} port ${p}: no matching host key type found. Their offer: ssh-rsa,ssh-dss [preauth]`,
      )
    } else if (chance(0.5)) {
      say(`${modern ? '' : 'error: '}kex_exchange_identification: Connection closed by remote host`)
      say(`Connection closed by ${a} port ${p}`)
    } else say(`banner exchange: Connection from ${a} port ${p}: invalid format`)
  }
  const stranger = (): void => {
    if (format === 'bare') return
    const kind = random()
    const own = pid + 1
    if (kind < 0.5) {
      say('pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)', 'CRON', own)
      say('pam_unix(cron:session): session closed for user root', 'CRON', own)
    } else if (kind < 0.6) say('Failed password for root from 9.9.9.9 port 1 ssh2', 'myapp', own)
    else if (kind < 0.7)
      say(' alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/echo sshd[1]: Failed password', 'sudo', own)
    else say('New session 5 of user alice.', 'systemd-logind', own)
  }
  const local = '[198.51.100.1]:22'
  const turnedAway = (): void => {
    const n = 1 + Math.floor(random() * 40)
    const first = 10 + Math.floor(random() * 5)
    const drop = (i: number): string =>
      `drop connection #${first + (i % 7)} from [${attacker()}]:${port()} on ${local} `
    if (release === '7.2') return
    at += 700_000
    if (release === '8.2') {
      for (let i = 0; i < n; i++) listens(`${drop(i)}past MaxStartups`)
      truth.drops += n
      truth.episodes.push({ dropped: n, peak: first + Math.min(n - 1, 6) })
    } else if (release === '10.0') {
      const shown = Math.min(n, 3)
      for (let i = 0; i < shown; i++) listens(`${drop(i)}Maxstartups`)
      at += 250_000
      if (n > shown) listens(`Maxstartups logging rate-limited: additional ${n - shown} connections dropped`)
      truth.drops += n
      truth.episodes.push({ dropped: n, peak: first + shown - 1 })
    } else {
      listens('error: beginning MaxStartups throttling')
      listens(`${drop(0)}past Max${modern ? 's' : 'S'}tartups`)
      at += 12_000
      knownUser()
      listens(`exited MaxStartups throttling after 00:00:12, ${n} connections dropped`)
      truth.drops += n
      truth.episodes.push({ dropped: n, peak: first })
    }
    at += 700_000
  }
  const penalised = (): void => {
    if (!modern) return
    const a = attacker()
    const n = 1 + Math.floor(random() * 7)
    for (let i = 0; i < n; i++)
      listens(`drop connection #0 from [${a}]:${port()} on ${local} penalty: failed authentication`)
    truth.penalties += n
    if (release === '10.0' && chance(0.3)) {
      listens('PerSourcePenalties logging rate-limited: additional 12 connections dropped')
      truth.penalties += 12
    }
    if (release === '10.0' && chance(0.3)) {
      listens(`drop connection #2 from [${a}]:${port()} on ${local} Maxstartups`)
      truth.perSource++
    }
  }
  const grace = (): void => {
    const a = attacker()
    if (modern) listens(`Timeout before authentication for connection from ${a} to 198.51.100.1, pid = ${pid}`)
    else say(`fatal: Timeout before authentication for ${a}${withPort ? ` port ${port()}` : ''}`)
  }

  listens('Server listening on 0.0.0.0 port 22.')
  const rare = Math.min(0.0008, 60 / lines)
  for (;;) {
    if (written >= lines) return truth
    next()
    const r = random()
    if (r < rare) turnedAway()
    else if (r < 2 * rare) penalised()
    else if (r < 0.5) unknownUser()
    else if (r < 0.75) knownUser()
    else if (r < 0.85) login()
    else if (r < 0.93) scanner()
    else if (r < 0.99) stranger()
    else grace()
  }
}

export type { Entry, Format }
