import { laterByYears } from './clock.ts'
import { addToPace, appendPace, newPace, paceTold, peaksOf } from './pace.ts'
import type { Pace } from './pace.ts'
import type { LogLine, SourceActivity } from './types.ts'

/**
 * Failures that a PAM module told. Beside sshd's own lines they are the same attempts once more and are not counted; where a filter has kept only PAM's,
 * they are all there is. A login that fails in one module and is let in by the next has such a line as well.
 */
interface ByAddress {
  count: number
  users: Set<string>
  firstAt: number
  lastAt: number
  pace: Pace
}

interface OfModule {
  addresses: Map<string, ByAddress>
  /** By begin of the minute. */
  minutes: Map<number, number>
}

/** By module: each of a stack tells the same attempt. */
export type PamFailures = Map<string, OfModule>

const MINUTE = 60_000
/** pam_unix tells the first failure of a connection at once, and how many more there were when it ends (pam_unix support.c). */
const FIRST = /^(pam_\w{1,30})\(sshd:auth\): authentication failure;/
const MORE = /^PAM (\d{1,6}) more authentication failures?;/

export function tallyPam(pam: PamFailures, line: LogLine, message: string): void {
  if (line.kind !== 'pam-failure' || line.address === undefined) return
  const more = MORE.exec(message)
  const module = more ? 'pam_unix' : FIRST.exec(message)?.[1]
  if (module === undefined) return
  const times = (line.count ?? 1) * (more ? Number(more[1]) : 1)
  const told = ofModule(pam, module)
  const at = line.at ?? NaN
  const pace = newPace()
  addToPace(pace, at, times)
  add(told, line.address, { count: times, users: new Set(line.user ? [line.user] : []), firstAt: at, lastAt: at, pace })
  if (!Number.isNaN(at)) inMinute(told, Math.floor(at / MINUTE) * MINUTE, times)
}

function ofModule(pam: PamFailures, module: string): OfModule {
  let told = pam.get(module)
  if (!told) pam.set(module, (told = { addresses: new Map(), minutes: new Map() }))
  return told
}

function add({ addresses }: OfModule, address: string, more: ByAddress, shift = 0): void {
  const known = addresses.get(address)
  if (!known) {
    const pace = newPace()
    appendPace(pace, more.pace, shift)
    addresses.set(address, { ...more, users: new Set(more.users), pace })
    return
  }
  known.count += more.count
  appendPace(known.pace, more.pace, shift)
  for (const user of more.users) known.users.add(user)
  if (Number.isNaN(known.firstAt)) known.firstAt = more.firstAt
  if (!Number.isNaN(more.lastAt)) known.lastAt = more.lastAt
}

const inMinute = ({ minutes }: OfModule, minute: number, times: number): void =>
  void minutes.set(minute, (minutes.get(minute) ?? 0) + times)

/** Puts those of a later stretch of the same log behind. */
export function appendPam(to: PamFailures, more: PamFailures, years: number): void {
  for (const [module, { addresses, minutes }] of more) {
    const told = ofModule(to, module)
    for (const [address, each] of addresses)
      add(
        told,
        address,
        { ...each, firstAt: laterByYears(each.firstAt, years), lastAt: laterByYears(each.lastAt, years) },
        laterByYears(each.lastAt, years) - each.lastAt,
      )
    for (const [minute, times] of minutes) inMinute(told, laterByYears(minute, years), times)
  }
}

export interface ToldByPam {
  total: number
  byAddress: SourceActivity[]
  usersTried: number
  minutes: ReadonlyMap<number, number>
}

/** Those of the module that tells most; undefined where there are none. */
export function toldByPam(pam: PamFailures, iso: (at: number) => string | null): ToldByPam | undefined {
  const all = [...pam].map(([module, told]) => {
    return { module, told, total: [...told.addresses.values()].reduce((sum, { count }) => sum + count, 0) }
  })
  const [most] = all.toSorted((a, b) => b.total - a.total || (a.module < b.module ? -1 : 1))
  if (most === undefined) return undefined
  const { addresses, minutes } = most.told
  const byAddress = [...addresses].map(([address, { count, users, firstAt, lastAt, pace }]) => {
    const told = paceTold(pace, peaksOf(pace))
    return { address, count, users: [...users], first: iso(firstAt), last: iso(lastAt), ...(told && { pace: told }) }
  })
  return { total: most.total, byAddress, usersTried: new Set(byAddress.flatMap(({ users }) => users)).size, minutes }
}
