import { inNetwork } from '../../openssh/networks.ts'
import type { Answer } from './ruleset.ts'

/** Lists of iptables' recent match by name: who is on it, and how many seconds ago they were last seen. */
export type RecentLists = ReadonlyMap<string, ReadonlyMap<string, number | undefined>>

/** CONFIG_HZ of Linux is one of these (kernel/Kconfig.hz). */
const FREQUENCIES = [100, 250, 300, 1000]
/** Jiffies begin five minutes before they overflow 32 bits (INITIAL_JIFFIES of include/linux/jiffies.h). */
const BEFORE_OVERFLOW = 300
const OVERFLOW = 2 ** 32

/**
 * Reads /proc/net/xt_recent/NAME, each file behind a line `list NAME`; the lines are those of recent_seq_show (net/netfilter/xt_recent.c). Time is
 * counted there in jiffies: `jiffies` is what they are now (/proc/timer_list), `uptime` the seconds since boot.
 */
export function readRecentLists(lines: readonly string[], jiffies?: number, uptime?: number): RecentLists {
  const lists = new Map<string, Map<string, number | undefined>>()
  let list: Map<string, number | undefined> | undefined
  const hertz = frequency(jiffies, uptime)
  for (const line of lines) {
    const name = /^list (\S{1,200})$/.exec(line)?.[1]
    if (name !== undefined) {
      list = new Map()
      lists.set(name, list)
    }
    const m = /^src=([\da-f.:]{2,40}) .*\blast_seen: (\d{1,19})/.exec(line)
    if (!m) continue
    const age = hertz === undefined || jiffies === undefined ? undefined : (jiffies - Number(m[2])) / hertz
    list?.set(m[1]!, age !== undefined && age >= 0 ? age : undefined)
  }
  return lists
}

function frequency(jiffies: number | undefined, uptime: number | undefined): number | undefined {
  // Near five minutes after boot every frequency fits.
  if (jiffies === undefined || uptime === undefined || Math.abs(uptime - BEFORE_OVERFLOW) < 5) return undefined
  const measured = (jiffies - OVERFLOW) / (uptime - BEFORE_OVERFLOW)
  return FREQUENCIES.find((each) => Math.abs(measured / each - 1) < 0.1)
}

/** Whether an address stands on a list, seen no longer ago than `seconds`. Of a list nobody can read it is a matter of how often one came. */
export function isOnList(
  lists: RecentLists,
  name: string,
  from: string | undefined,
  mask: string | undefined,
  seconds: number | undefined,
): Answer {
  const list = lists.get(name)
  if (!list) return 'beyond'
  if (from === undefined) return 'maybe'
  let answer: Answer = 'no'
  for (const [address, age] of list) {
    if (inNetwork(from, mask === undefined ? address : `${address}/${mask}`) !== true) continue
    if (seconds === undefined || (age !== undefined && age <= seconds)) return 'yes'
    if (age === undefined) answer = 'maybe'
  }
  return answer
}
