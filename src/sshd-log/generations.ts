import type { Generation, LogLine } from './types.ts'

/** One bit a generation; a line that several may have written has several. */
const OLD = 1
const VERBOSE_DROPS = 2
const EPISODES = 4
const SESSIONS = 8
const RATE_LIMITED = 16
/** The listener of 8.4–9.9 is tagged `sshd` in all: only `past Maxstartups` and sshd-session tell 9.8 from before. */
const NAMES: readonly [number, Generation][] = [
  [OLD, '≤7.3'],
  [VERBOSE_DROPS, '7.4–8.3'],
  [EPISODES, '8.4–9.7'],
  [SESSIONS, '9.8–9.9'],
  [RATE_LIMITED, '≥10.0'],
]

export const UP_TO_9_7: number = OLD | VERBOSE_DROPS | EPISODES
export const FROM_9_8: number = SESSIONS | RATE_LIMITED
const UP_TO_8_3 = OLD | VERBOSE_DROPS
const SINCE_8_4 = EPISODES | SESSIONS

const OF_A_LOGIN = new Set(['failed', 'failed-none', 'accepted', 'invalid-user', 'closed', 'disconnected', 'reset'])

/** Which generations can have written this line; 0 where it says nothing (openssh.md 1.3, 2.2, 5.1). */
export function generationsOf(line: LogLine): number {
  if (line.tag === 'sshd-session' || line.tag === 'sshd-auth') {
    return line.kind === 'kex-identification' && line.preauth ? RATE_LIMITED : FROM_9_8
  }
  switch (line.kind) {
    case 'drop':
    case 'drop-per-source':
      if (line.reason === undefined) return OLD
      if (line.reason === 'past MaxStartups') return VERBOSE_DROPS | EPISODES
      if (line.reason === 'past Maxstartups') return SESSIONS
      return line.reason === 'Maxstartups' ? RATE_LIMITED : 0
    case 'throttling-begins':
    case 'throttling-continues':
    case 'throttling-ends':
      return SINCE_8_4
    case 'drops-suppressed':
    case 'penalty-drops-suppressed':
      return RATE_LIMITED
    case 'drop-penalty':
    case 'penalty':
    case 'penalty-table-full':
      return FROM_9_8
    case 'no-identification':
      // Gone in 8.0; `port` since 7.3.
      return line.port === undefined ? OLD : OLD | VERBOSE_DROPS
    case 'bad-identification':
      return line.address === undefined ? 0 : OLD | VERBOSE_DROPS
    case 'invalid-user':
      if (line.port === undefined) return OLD
      return line.tag === 'sshd' ? UP_TO_9_7 : 0
    default:
      return line.tag === 'sshd' && OF_A_LOGIN.has(line.kind) ? UP_TO_9_7 : 0
  }
}

/**
 * The generations proven by all lines: each that one line alone names, then, where nothing named explains a set of candidates, those that sets
 * have in common; a set that stays open is named coarsely (`≤8.3`, `≤9.7`, `≥9.8`) or, if it is neither, not at all.
 */
export function generationsProven(seen: Iterable<number>): Generation[] {
  const sets = [...seen].filter((set) => set !== 0).sort((a, b) => bits(a) - bits(b))
  let proven = sets.filter((set) => bits(set) === 1).reduce((all, set) => all | set, 0)
  // From 8.4 to 9.7 a drop stands behind a line that begins an episode, at every level (openssh.md 1.3).
  if (sets.includes(VERBOSE_DROPS | EPISODES)) proven |= sets.includes(SINCE_8_4) ? EPISODES : VERBOSE_DROPS
  const coarse = new Set<Generation>()
  const open = sets.filter((set) => (set & proven) === 0)
  for (const side of [UP_TO_9_7, FROM_9_8]) {
    // SINCE_8_4 spans both sides; which it is the login lines' tag tells.
    const here = open.map((set) => set & side).filter((set) => set !== 0)
    const sure = open.some((set) => (set & ~side) === 0)
    if (!sure) continue
    const common = here.reduce((all, set) => all & set, side)
    if (bits(common) === 1) proven |= common
    else if (common === UP_TO_8_3 && (proven & side) === 0) coarse.add('≤8.3')
    else if ((proven & side) === 0) coarse.add(side === UP_TO_9_7 ? '≤9.7' : '≥9.8')
  }
  if (open.includes(SINCE_8_4) && (proven & SINCE_8_4) === 0) proven |= EPISODES
  if (proven & UP_TO_9_7) coarse.delete('≤9.7')
  if (proven & UP_TO_8_3) coarse.delete('≤8.3')
  return [...NAMES.filter(([bit]) => proven & bit).map(([, name]) => name), ...coarse]
}

/** Whether a sshd before 8.4 wrote some of it: at the default level that says nothing of drops (openssh.md 1.3). */
export function logsNoDrops(seen: Iterable<number>): boolean {
  return [...seen].some((set) => set !== 0 && (set & ~UP_TO_8_3) === 0)
}

function bits(set: number): number {
  let n = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) n++
  return n
}
