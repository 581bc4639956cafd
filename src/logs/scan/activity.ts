import { afterFailing, newActivity, type Activity, type Spell } from '../../sshd-log/activity.ts'
import { BUCKETS, paceTold, type PaceTold } from '../../sshd-log/pace.ts'
import type { EngineInstance } from './engine-instance.ts'
import { AT, LISTED, NAME, SOURCE } from './engine-memory.ts'

type Memory = Pick<EngineInstance, 'u32' | 'f64' | 'bytes'>

/** Names of the engine as text, each made once for all sources. */
function newNames({ u32, bytes }: Memory) {
  const known: (string | undefined)[] = Array.from({ length: u32[AT.names >> 2]! })
  const tried = new Uint8Array(known.length)
  /** Where lists are put together, over and over. */
  const listed: string[] = []
  /** Whether some name is no UTF-8: different bytes may be the same text then. */
  let broken = false
  const textOf = (at: number): string => {
    if (at === 0) return ''
    const number = u32[(at + NAME.number) >> 2]!
    const same = known[number]
    if (same !== undefined) return same
    const from = at + NAME.bytes
    const text = bytes.toString('utf8', from, from + u32[(at + NAME.length) >> 2]!)
    broken ||= text.includes('\uFFFD')
    return (known[number] = text)
  }
  return {
    textOf,
    /** The names of a source's list, of which the first stands at `first`; `mark` 1: they were tried. */
    list(first: number, mark: 0 | 1): string[] {
      let n = 0
      for (let at = first; at !== 0; at = u32[(at + LISTED.next) >> 2]!) {
        const name = u32[(at + LISTED.name) >> 2]!
        const number = u32[(name + NAME.number) >> 2]!
        tried[number]! |= mark
        listed[n++] = known[number] ?? textOf(name)
      }
      // A list that grows by pushing takes half as much memory again.
      const list = listed.slice(0, n)
      return broken ? [...new Set(list)] : list
    },
    countTried(): number {
      if (broken) return new Set(known.filter((_, i) => tried[i] === 1)).size
      return tried.reduce((sum, one) => sum + one, 0)
    },
  }
}

function paceAt(f64: Memory['f64'], at: number): PaceTold | undefined {
  const field = (offset: number) => f64[(at + offset) >> 3]!
  const peaks = BUCKETS.map((_, i) => field(SOURCE.buckets + i * 24 + 8))
  const [count, active, visits] = [field(SOURCE.paced), field(SOURCE.active), field(SOURCE.visits)]
  return paceTold({ count, active, visits, five: field(SOURCE.five) > 0 }, peaks)
}

/** What the sources in the engine's memory did: rows are made of it at once, because there may be a hundred thousand. */
export function readActivity(memory: Memory, iso: Spell): Activity {
  const { u32, f64, bytes } = memory
  const names = newNames(memory)
  const all = newActivity()
  for (let at = u32[AT.firstSource >> 2]!; at !== 0; at = u32[(at + SOURCE.next) >> 2]!) {
    const [failed, accepted] = [f64[(at + SOURCE.failed) >> 3]!, f64[(at + SOURCE.accepted) >> 3]!]
    const from = at + SOURCE.address
    const address = bytes.toString('latin1', from, from + u32[(at + SOURCE.length) >> 2]!)
    if (failed > 0) {
      all.failures += failed
      const [first, last] = [iso(f64[(at + SOURCE.failedFirst) >> 3]!), iso(f64[(at + SOURCE.failedLast) >> 3]!)]
      const pace = paceAt(f64, at)
      all.failed.push({
        address,
        count: failed,
        users: names.list(u32[(at + SOURCE.tried) >> 2]!, 1),
        first,
        last,
        ...(pace && { pace }),
      })
    }
    if (accepted === 0) continue
    all.logins += accepted
    const [first, last] = [iso(f64[(at + SOURCE.acceptedFirst) >> 3]!), iso(f64[(at + SOURCE.acceptedLast) >> 3]!)]
    all.accepted.push({ address, count: accepted, users: names.list(u32[(at + SOURCE.entered) >> 2]!, 0), first, last })
    const runs = {
      before: f64[(at + SOURCE.before) >> 3]!,
      firstAt: f64[(at + SOURCE.firstAt) >> 3]!,
      firstUser: names.textOf(u32[(at + SOURCE.firstUser) >> 2]!),
      best: f64[(at + SOURCE.best) >> 3]!,
      bestAt: f64[(at + SOURCE.bestAt) >> 3]!,
      bestUser: names.textOf(u32[(at + SOURCE.bestUser) >> 2]!),
    }
    const after = afterFailing(address, runs, iso)
    if (after) all.acceptedAfterFailing.push(after)
  }
  all.usersTried = names.countTried()
  return all
}
