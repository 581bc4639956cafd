import type { LogLine } from '../../sshd-log/types.ts'

/** So many failures of one address in a minute are told as a flood, once a minute. */
const FLOOD = 20
const MINUTE = 60_000
/** Failures before a login worth telling. */
const AFTER_FAILING = 3
/** Addresses remembered; an attacker chooses how many there are. */
const MOST = 50_000

export interface EventWatch {
  /** What a person who watches should hear of this line; undefined: nothing. `now`: for lines without a time, milliseconds. */
  hear(line: LogLine, now: number): string | undefined
}

/** Turns lines into what happens, in plain words. Names and addresses are the stranger's text: `visible()` before showing. */
export function newEventWatch(): EventWatch {
  const failing = new Map<string, { failures: number; minute: number; inMinute: number }>()
  return {
    hear(line, now) {
      const { address = '', count = 1, kind } = line
      if (kind === 'failed' && address !== '') return flood(address, count, Math.floor((line.at ?? now) / MINUTE))
      if (kind === 'accepted') return login(line)
      return told(line)
    },
  }

  function flood(address: string, count: number, minute: number): string | undefined {
    let seen = failing.get(address)
    if (!seen) {
      // The one that was quiet longest goes.
      if (failing.size >= MOST) failing.delete(failing.keys().next().value!)
      failing.set(address, (seen = { failures: 0, minute, inMinute: 0 }))
    }
    if (seen.minute !== minute) Object.assign(seen, { minute, inMinute: 0 })
    const before = seen.inMinute
    seen.failures += count
    seen.inMinute += count
    if (before >= FLOOD || seen.inMinute < FLOOD) return undefined
    return `a flood from ${address}: ${seen.inMinute} failed logins within this minute, ${seen.failures} since we watch`
  }

  function login({ address = '', user = '', method = '' }: LogLine): string | undefined {
    const seen = failing.get(address)
    failing.delete(address)
    if (!seen || seen.failures < AFTER_FAILING) return undefined
    return `${user} was let in from ${address} after ${seen.failures} failed logins${method === '' ? '' : `, by ${method}`}`
  }
}

function told(line: LogLine): string | undefined {
  const { address, count = 1, pending, seconds, reason } = line
  const from = address === undefined ? 'a connection' : `a connection from ${address}`
  const times = count > 1 ? ` (${count} times)` : ''
  switch (line.kind) {
    case 'throttling-begins':
      return 'sshd begins to turn people away (MaxStartups)'
    case 'throttling-ends':
      return `sshd takes everybody again; ${connections(count)} had been dropped${seconds === undefined ? '' : ` in ${seconds} s`}`
    case 'throttling-continues':
      return `sshd still turns people away; ${connections(count)} so far`
    case 'drop':
      return `${from} was dropped${pending === undefined ? '' : `: ${pending} were pending already`}${times}`
    case 'drop-per-source':
      return `${from} was dropped: that address holds too many already (PerSourceMaxStartups)${times}`
    case 'drop-penalty':
      return `${from} was refused by a penalty${reason === undefined ? '' : `: ${reason}`}${times}`
    case 'drops-suppressed':
      return `${connections(count)} more ${count === 1 ? 'was' : 'were'} dropped without a line each`
    case 'penalty-drops-suppressed':
      return `${connections(count)} more ${count === 1 ? 'was' : 'were'} refused by penalties without a line each`
    case 'penalty-table-full':
      return 'the table of penalties is full'
    case 'fork-failed':
      return 'sshd cannot start processes: connections end at once'
    case 'accept-failed':
      return 'sshd cannot accept connections'
    case 'listening':
      return 'sshd listens'
    case 'restarting':
      return 'sshd reads its configuration again; its count of pending connections begins at 0'
    case 'terminating':
      return 'sshd ends: nobody new gets in'
    case 'bind-failed':
      return 'sshd cannot have its port'
    case 'no-host-keys':
      return 'sshd has no host key: nobody gets in'
    case 'privsep-directory-missing':
      return 'sshd misses its directory: nobody gets in'
    case 'config-error':
      return 'sshd does not like its configuration'
    default:
      return undefined
  }
}

const connections = (n: number) => `${n} ${n === 1 ? 'connection' : 'connections'}`
