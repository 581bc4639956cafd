import type { Connection } from '../../src/sshd-config/types.ts'
import type { Release } from '../../lab/hosts/release.ts'
import type { JudgedCase } from './judge.ts'
import { BAD, TRAPS } from './odd-lines.ts'
import { GOOD, MATCHABLE } from './values.ts'

/** A number from 0 up to but without 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

class Luck {
  private readonly next: () => number
  constructor(seed: number) {
    this.next = dice(seed)
  }
  chance(p: number): boolean {
    return this.next() < p
  }
  upTo(n: number): number {
    return Math.floor(this.next() * (n + 1))
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }
}

/** One configuration with drop-ins, Includes, Match blocks and traps; the same for the same seed. */
export function generateCase(seed: number, release: Release): JudgedCase {
  const luck = new Luck(seed)
  const files: Record<string, string> = {}
  const faulty = luck.chance(0.18)
  const writer = new Writer(luck, release)
  for (let i = luck.upTo(3); i > 0; i--) {
    const name = `${luck.pick(['10-a', '50-cloud-init', '99-z', 'B', 'a', '.hidden', '9'])}.${luck.pick(['conf', 'conf', 'conf', 'bak'])}`
    files[`sshd_config.d/${name}`] = writer.file(luck.upTo(5), 1)
  }
  for (let i = luck.upTo(2); i > 0; i--)
    files[`extra/${luck.pick(['one', 'two', 'three'])}`] = writer.file(luck.upTo(6), 2)
  let main = writer.file(luck.upTo(14), 0)
  if (luck.chance(0.5)) main = `Include /etc/ssh/sshd_config.d/*.conf\n${main}`
  files['sshd_config'] = main
  if (faulty) {
    const path = luck.pick(Object.keys(files))
    const lines = files[path]!.split('\n')
    lines.splice(luck.upTo(lines.length), 0, luck.pick(BAD))
    files[path] = lines.join('\n')
  }
  return { files, ...(luck.chance(0.85) ? { connection: connectionOf(luck, release) } : {}) }
}

function connectionOf(luck: Luck, release: Release): Connection {
  const user = luck.pick(['alice', 'root', 'bob', 'git', 'nobody', 'deploy', 'svc-1'])
  return {
    user,
    // Those of the roots; whom nobody knows is in no group.
    groups: user === 'root' ? ['root'] : user === 'nobody' ? ['nogroup'] : user === 'alice' ? ['alice'] : [],
    host: luck.pick(['web1.example.com', 'Office.Example.ORG', 'unknown', '10.1.2.3']),
    address: luck.pick(['10.1.2.3', '192.0.2.44', '2001:db8::5', '127.0.0.1', 'fe80::1', '203.0.113.9']),
    localAddress: luck.pick(['10.0.0.1', '2001:db8:1::1', '192.0.2.1']),
    localPort: luck.pick([22, 2222, 443]),
    ...(luck.chance(0.7) ? { rdomain: luck.pick(['0', 'vrf1']) } : { rdomain: '' }),
    ...(release === 'trixie' && luck.chance(0.3) ? { invalidUser: true } : {}),
  }
}

class Writer {
  private readonly luck: Luck
  private readonly release: Release
  constructor(luck: Luck, release: Release) {
    this.luck = luck
    this.release = release
  }

  file(count: number, depth: number): string {
    const { luck } = this
    const lines: string[] = []
    let inMatch = false
    for (let i = 0; i < count; i++) {
      const roll = luck.upTo(99)
      if (roll < 10) {
        lines.push(this.match())
        inMatch = true
      } else if (roll < 16 && depth < 2) {
        lines.push(
          `Include ${luck.pick(['extra/one', '/etc/ssh/extra/*', 'extra/t*', 'sshd_config.d/*.conf', 'extra/none', 'extra/o?e extra/[a-t]wo', '"extra/three"', 'extra/[!o]*'])}`,
        )
        // A drop-in that includes its own folder never ends.
        if (depth === 1) lines[lines.length - 1] = `Include extra/${luck.pick(['one', 'two', 'nothing'])}`
      } else if (roll < 19) lines.push(luck.pick(TRAPS))
      else if (roll < 22) lines.push(luck.pick(['', '# a comment', '   ', '\t# tab', '#Port 2222', '\f']))
      else lines.push(this.setting(inMatch))
    }
    const end = luck.chance(0.1) ? '\r\n' : '\n'
    return (
      lines.map((line) => (luck.chance(0.1) ? `${luck.pick(['  ', '\t'])}${line}` : line)).join(end) +
      (luck.chance(0.9) ? end : '')
    )
  }

  private setting(inMatch: boolean): string {
    const { luck } = this
    const known = Object.keys(GOOD).filter(
      (k) => (!inMatch || MATCHABLE(k, this.release)) && (GOOD[k]!.only ?? this.release) === this.release,
    )
    const keyword = luck.pick(known)
    const value = luck.pick(GOOD[keyword]!.values)
    return this.dress(keyword, value, GOOD[keyword]!.plain === true)
  }

  /** The many ways to write the same line. */
  private dress(keyword: string, value: string, plain: boolean): string {
    const { luck } = this
    let word = keyword
    if (luck.chance(0.2)) word = luck.pick([keyword.toLowerCase(), keyword.toUpperCase(), `"${keyword}"`])
    let rest = value
    const single = !/[\s"'\\#]/.test(value) && !plain
    if (single && luck.chance(0.1)) rest = luck.pick([`"${value}"`, `'${value}'`])
    const between = luck.pick([' ', ' ', ' ', ' ', '\t', '  ', '=', ' = ', ' =', '= '])
    const after = plain ? '' : luck.pick(['', '', '', '', ' ', '\t', ' # why', ' #', '  # "odd'])
    return `${word}${between}${rest}${after}`
  }

  private match(): string {
    const { luck, release } = this
    const criteria: string[] = []
    for (let i = luck.upTo(1); i >= 0; i--) {
      criteria.push(
        luck.pick([
          `User ${luck.pick(['alice', 'root', 'a*,!alice', '*', '!root,*', 'b?b', 'alice,bob', '"git"', 'svc-*'])}`,
          `Host ${luck.pick(['*.example.com', 'office.example.org', '*.EXAMPLE.org', 'unknown', '!web1*,*'])}`,
          `Address ${luck.pick(['10.0.0.0/8', '192.0.2.0/24,!192.0.2.44', '2001:db8::/32', '127.0.0.1', '10.1.*', '!10.0.0.0/8,*', '::/0', '0.0.0.0/0', '*'])}`,
          `LocalAddress ${luck.pick(['10.0.0.1', '2001:db8:1::/48', '192.0.2.*'])}`,
          `LocalPort ${luck.pick(['22', '2222', 'ssh', '443'])}`,
          `RDomain ${luck.pick(['vrf*', '0', '*'])}`,
          `Group ${luck.pick(['root', 'nogroup', '*', 'wheel'])}`,
          ...(release === 'trixie'
            ? ['Invalid-User', 'User=alice', 'Address=10.0.0.0/8', 'Version OpenSSH_10*', 'version=OpenSSH_9*']
            : []),
        ]),
      )
    }
    if (luck.chance(0.2)) return luck.pick(['Match all', 'Match ALL', 'Match all # everyone', 'match "all"'])
    const line = criteria.join(luck.pick([' ', '  ', '\t']))
    return `${luck.pick(['Match', 'match', 'MATCH'])} ${luck.chance(0.1) ? line.toLowerCase() : line}${luck.pick(['', '', ' # who'])}`
  }
}
