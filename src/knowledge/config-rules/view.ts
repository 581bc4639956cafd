import type { Setting, ShutsOut } from '../../core/remedy.ts'
import type { ConfigLine, EffectiveConfig, Origin } from '../../sshd-config/types.ts'
import type { AuditContext } from '../../sshd-config/audit-context.ts'
import type { Severity, Side } from './types.ts'
import { atLeast } from '../../openssh/release.ts'

/** A configuration as rules ask it. Keywords in lower case. */
export interface View {
  config: EffectiveConfig
  host: AuditContext
  /** The value, or the first of several; '' where this release prints none. */
  one(keyword: string): string
  all(keyword: string): readonly string[]
  /** The members of a comma list. */
  list(keyword: string): readonly string[]
  is(keyword: string, ...values: readonly string[]): boolean
  /** NaN where it is no number. */
  number(keyword: string): number
  /** A line says so, and not only the default. */
  set(keyword: string): boolean
  origin(keyword: string): Origin
  since(major: number, minor: number): boolean
  lines(keyword: string): readonly ConfigLine[]
}

/** What a rule sees. */
export interface Hit {
  severity: Severity
  says: string
  reason: string
  /** Beside those of the rule: where these very facts come from. */
  sources?: readonly string[]
  /** Where another keyword of the rule's decided. */
  keyword?: string
  at?: Origin
  recommend?: Setting
  /** Whom the recommendation may keep out; `you` unless said: whoever is present. */
  shutsOut?: Omit<ShutsOut, 'you'> & { you?: boolean }
}

/** One thing to look for. */
export interface Rule {
  /** Permanent; names what is wrong. */
  id: string
  /** Lower case, as `sshd -T` prints them; the one that usually decides first. */
  keywords: readonly string[]
  side: Side
  sources: readonly string[]
  /** What of ssh-audit and Lynis looks at the same. */
  peers?: readonly string[]
  check(c: View): Hit | readonly Hit[] | undefined
}

export function viewOf(config: EffectiveConfig, host: AuditContext = {}): View {
  const all = (keyword: string) => config.effective[keyword] ?? []
  const one = (keyword: string) => all(keyword)[0] ?? ''
  const origin = (keyword: string) => config.origin[keyword] ?? 'default'
  return {
    config,
    host,
    all,
    one,
    list: (keyword) =>
      one(keyword)
        .split(',')
        .filter((name) => name !== ''),
    is: (keyword, ...values) => values.includes(one(keyword).toLowerCase()),
    number: (keyword) => (/^-?\d+$/.test(one(keyword)) ? Number(one(keyword)) : NaN),
    set: (keyword) => origin(keyword) !== 'default',
    origin,
    lines: (keyword) => config.lines.filter((line) => line.canonical === keyword),
    since: (major, minor) => atLeast(config.release, [major, minor]),
  }
}
