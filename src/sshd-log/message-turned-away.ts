import { countedAddress } from './address.ts'
import { named } from './message-origin.ts'
import type { Message, MessageReader } from './message-reader.ts'
import type { LineKind } from './types.ts'

const COUNTED = /^(?:in|exited) MaxStartups throttling (?:for|after) ([\d:wdhm]{1,12}), (\d{1,9}) connections dropped$/
const DROP =
  /^drop connection #(\d{1,9})(?: from \[([^\]\s]{1,255})\]:(\d{1,5}))?(?: on \[[^\]\s]{1,255}\]:\d{1,5})? ?(.{0,200})$/
const MORE = /^(Maxstartups|PerSourcePenalties) logging rate-limited: additional (\d{1,9}) connections dropped$/
const PENALISE =
  /^srclimit_penalise: (?:ipv[46]: new (\S{1,60}) (?:active|deferred)|(\S{1,60}): activating ipv[46]) penalty of ([\d.]{1,12}) seconds for (?:penalty: )?(.{1,100})$/

function dropped(message: string, begin: number): Message | undefined {
  const m = DROP.exec(message)
  if (!m) return undefined
  const penalty = /^penalty:|too many penalised/.test(m[4]!)
  const pending = Number(m[1])
  const said: Message = { kind: penalty ? 'drop-penalty' : pending < begin ? 'drop-per-source' : 'drop', pending }
  if (m[2] !== undefined) said.address = countedAddress(m[2])
  if (m[3] !== undefined) said.port = Number(m[3])
  if (m[4]) said.reason = m[4].replace(/^penalty: /, '')
  return said
}

function penalised(message: string): Message | undefined {
  const m = PENALISE.exec(message)
  if (!m)
    return message.startsWith('srclimit_penalise: ') && message.includes('penalty table full')
      ? { kind: 'penalty-table-full' }
      : undefined
  const network = (m[1] ?? m[2])!.replace(/\/(?:32|128)$/, '')
  return { kind: 'penalty', address: countedAddress(network), seconds: Number(m[3]), reason: m[4]! }
}

const CLOCK = /^(\d+):(\d\d):(\d\d)$/
const CALENDAR = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/

/** `for 01:02:03, N connections dropped`; from a day on `1d02h03m`, from a week on `01w2d03h` (misc.c fmt_timeframe). */
function lasting(kind: LineKind, m: RegExpExecArray | null): Message | undefined {
  if (!m) return undefined
  const said: Message = { kind, count: Number(m[2]) }
  const clock = CLOCK.exec(m[1]!)
  const calendar = clock ? null : CALENDAR.exec(m[1]!)
  if (clock) said.seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  else if (calendar) {
    const [weeks, days, hours, minutes] = calendar.slice(1).map((part) => Number(part ?? 0))
    said.seconds = ((weeks! * 7 + days!) * 24 + hours!) * 3600 + minutes! * 60
  }
  return said
}

function counted(kind: LineKind, m: RegExpExecArray | null): Message | undefined {
  return m ? { kind, count: Number(m[2]) } : undefined
}

/** What sshd says of connections it does not take: MaxStartups, PerSourceMaxStartups, penalties, tcp wrappers (openssh.md 1.3 and 2.2). */
export const TURNED_AWAY: readonly MessageReader[] = [
  ['drop connection #', dropped],
  ['beginning MaxStartups throttling', () => ({ kind: 'throttling-begins' })],
  ['in MaxStartups throttling for ', (m) => lasting('throttling-continues', COUNTED.exec(m))],
  ['exited MaxStartups throttling after ', (m) => lasting('throttling-ends', COUNTED.exec(m))],
  ['Maxstartups logging rate-limited: ', (m) => counted('drops-suppressed', MORE.exec(m))],
  ['PerSourcePenalties logging rate-limited: ', (m) => counted('penalty-drops-suppressed', MORE.exec(m))],
  ['srclimit_penalise: ', penalised],
  ['refused connect from ', (m) => named('refused', m, /\((?<address>[^()\s]+)\)$/)],
]
