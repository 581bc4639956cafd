import { known } from '../../../core/probe.ts'
import { portsOfSshd } from '../../../core/sshd-ports.ts'
import type { FactSheet, Listener, Sign } from '../../../core/types.ts'
import { DEFAULT_MAX_STARTUPS, dropChance, parseMaxStartups } from '../../../openssh/max-startups.ts'
import type { MaxStartups } from '../../../openssh/max-startups.ts'
import { blockOf, isLoopback } from '../../../openssh/networks.ts'

/** Where a writer waits whose log daemon does not read (openssh.md 3.2). */
const WAITS_FOR_LOG = /unix_wait_for_peer|unix_dgram|sock_alloc_send|unix_stream_sendmsg/

const isSshd = ({ program, title }: Listener) =>
  program === undefined || program.startsWith('sshd') || title?.startsWith('sshd') === true || program === 'systemd'

/**
 * Nobody listens at the address the user goes to: sshd has other ones, or the other family only. The address has to be one of the
 * server's own; behind a translation of addresses (NAT) nobody can tell from within.
 */
function listensElsewhere(facts: FactSheet, listeners: readonly Listener[]): boolean {
  const own = known(facts, 'inside-session')?.addresses
  const to = known(facts, 'contact')?.contacts[0]?.address ?? known(facts, 'login')?.log.address
  if (to === undefined || !own?.includes(to)) return false
  // sshd's own socket of IPv6 is for IPv6 alone (sshd.c listen_on_addrs); one of systemd's is for both.
  const both = known(facts, 'sshd-unit')?.socket?.active === true || !listeners.every(isSshd)
  const any = to.includes(':') ? ['::'] : both ? ['0.0.0.0', '::'] : ['0.0.0.0']
  return !listeners.some(({ address }) => address === to || any.includes(address))
}

export const listener = {
  id: 'listener',
  stage: 'port',
  beside: true,
  usual: { accepts: 0.99 },
  passes: 'accepts',
  shuts: true,
  values: [
    'accepts',
    'stopped',
    'waits-for-log',
    'blocked',
    'other-program',
    'loopback-only',
    'other-address',
    'elsewhere',
    'nobody',
  ],
  from: ['listener', 'sshd-unit', 'inside-session'],
  read(facts) {
    const fact = known(facts, 'listener')
    if (!fact) return undefined
    const { listeners } = fact
    if (listeners.length === 0) return portsOfSshd(facts).some((port) => port !== fact.port) ? 'elsewhere' : 'nobody'
    if (listeners.every(({ address }) => isLoopback(address))) return 'loopback-only'
    if (listensElsewhere(facts, listeners)) return 'other-address'
    const sshd = listeners.find(isSshd)
    if (!sshd) return 'other-program'
    if (sshd.state === 'T' || sshd.state === 't' || sshd.frozen) return 'stopped'
    if (WAITS_FOR_LOG.test(sshd.waitsIn ?? '')) return 'waits-for-log'
    return sshd.state === 'D' ? 'blocked' : 'accepts'
  },
  says: {
    accepts: 'sshd listens on the port and is awake',
    stopped: 'the listening sshd is stopped: it runs no instruction',
    'waits-for-log': 'the listening sshd waits for the log daemon to read',
    blocked: 'the listening sshd is blocked inside the kernel',
    'other-program': 'another program than sshd listens on the port',
    'loopback-only': 'sshd listens on the loopback address only',
    'other-address': 'sshd listens on the port, but not at the address you go to',
    elsewhere: 'sshd listens on another port, nobody on this one',
    nobody: 'nobody listens on the port',
  },
  detail(facts) {
    const fact = known(facts, 'listener')
    const one = fact?.listeners.find(isSshd) ?? fact?.listeners[0]
    if (!fact) return undefined
    const ports = portsOfSshd(facts)
    if (!one) return ports.length > 0 ? `sshd has port ${ports.join(', ')}` : undefined
    if (listensElsewhere(facts, fact.listeners))
      return fact.listeners.map(({ address, port }) => `${address} port ${port}`).join(', ')
    const who = one.title ?? one.program ?? 'listener'
    return [`${who}${one.pid === undefined ? '' : `, pid ${one.pid}`}`, one.state && `state ${one.state}`, one.waitsIn]
      .filter(Boolean)
      .join(', ')
  },
} satisfies Sign

/** MaxStartups in force and how many are pending: the process title is the live truth (8.2 on, openssh.md 1.3). */
function startups(facts: FactSheet): { pending: number; setting: MaxStartups } | undefined {
  const configured = parseMaxStartups(known(facts, 'sshd-effective')?.values['maxstartups']?.[0] ?? '')
  const rate = (configured ?? DEFAULT_MAX_STARTUPS).rate
  const title = known(facts, 'listener')?.listeners.find((one) => one.startups)?.startups
  if (title) return { pending: title.pending, setting: { start: title.begin, rate, full: title.full } }
  const pending = known(facts, 'slot-holders')?.total
  return pending === undefined || !configured ? undefined : { pending, setting: configured }
}

export const slots = {
  id: 'startup-slots',
  stage: 'banner',
  beside: true,
  usual: { free: 0.998 },
  passes: 'free',
  shuts: true,
  values: ['free', 'throttling', 'full'],
  from: ['listener', 'slot-holders', 'sshd-effective'],
  read(facts) {
    const now = startups(facts)
    if (!now) return undefined
    if (now.pending >= now.setting.full) return 'full'
    return now.pending >= now.setting.start ? 'throttling' : 'free'
  },
  says: {
    free: 'sshd has slots for new logins',
    throttling: 'so many logins are pending that sshd drops new ones at random',
    full: 'every slot for a new login is taken',
  },
  detail(facts) {
    const now = startups(facts)
    if (!now) return undefined
    const { start, rate, full } = now.setting
    const chance = dropChance(now.pending, now.setting)
    const dropped = chance > 0 ? `, ${Math.round(chance * 100)} % of new ones dropped` : ''
    const held = holders(facts)
    return `${now.pending} pending, MaxStartups ${start}:${rate}:${full}${dropped}${held ? `; held by ${held}` : ''}`
  },
} satisfies Sign

/** The holders by address, most first, the first few. */
export function holders(facts: FactSheet): string | undefined {
  const pending = known(facts, 'slot-holders')?.pending.toSorted((a, b) => b.count - a.count) ?? []
  if (pending.length === 0) return undefined
  const shown = pending.slice(0, 4).map(({ address, count }) => `${address} (${count})`)
  return [...shown, ...(pending.length > 4 ? [`${pending.length - 4} more addresses`] : [])].join(', ')
}

/** Slots of those whom sshd counts as one with us: PerSourceNetBlockSize, 32:128 unless set (srclimit.c). */
function ofOurBlock(facts: FactSheet): number | undefined {
  const fact = known(facts, 'slot-holders')
  const us = known(facts, 'inside-session')?.clientAddress
  const sizes = known(facts, 'sshd-effective')?.values['persourcenetblocksize']?.[0]?.split(':') ?? []
  const bits = Number(us?.includes(':') ? (sizes[1] ?? 128) : (sizes[0] ?? 32))
  const block = us === undefined ? undefined : blockOf(us, bits)
  if (!fact || block === undefined) return fact?.mine
  return fact.pending.reduce((sum, { address, count }) => sum + (blockOf(address, bits) === block ? count : 0), 0)
}

export const ownSlots = {
  id: 'own-slots',
  stage: 'banner',
  beside: true,
  usual: { below: 0.998 },
  passes: 'below',
  shuts: true,
  values: ['below', 'at-limit'],
  from: ['slot-holders', 'sshd-effective', 'inside-session'],
  read(facts) {
    const mine = ofOurBlock(facts)
    const limit = known(facts, 'sshd-effective')?.values['persourcemaxstartups']?.[0]
    if (limit === undefined) return undefined
    if (!/^\d+$/.test(limit)) return 'below'
    return mine === undefined ? undefined : mine >= Number(limit) ? 'at-limit' : 'below'
  },
  says: {
    below: 'your address holds fewer slots than one source may',
    'at-limit': 'your address, or its block, holds as many slots as one source may (PerSourceMaxStartups)',
  },
} satisfies Sign

/** Whose connections fill it. */
export const slotSources = {
  id: 'slot-sources',
  stage: 'banner',
  beside: true,
  usual: { few: 0.97 },
  passes: 'few',
  shuts: false,
  values: ['few', 'strangers', 'yours'],
  from: ['slot-holders'],
  read(facts) {
    const fact = known(facts, 'slot-holders')
    if (!fact) return undefined
    if (fact.total < 3) return 'few'
    return (fact.mine ?? 0) * 2 > fact.total ? 'yours' : 'strangers'
  },
  says: {
    few: 'hardly anybody holds a slot',
    strangers: 'strangers hold the slots',
    yours: 'connections from your own address hold the slots',
  },
  detail: holders,
} satisfies Sign

export const acceptQueue = {
  id: 'accept-queue',
  stage: 'banner',
  beside: true,
  usual: { empty: 0.98 },
  passes: 'empty',
  shuts: false,
  values: ['empty', 'waiting'],
  from: ['accept-queue'],
  read(facts) {
    const queue = known(facts, 'accept-queue')
    return queue && (queue.waiting > 0 ? 'waiting' : 'empty')
  },
  says: {
    empty: 'sshd takes connections off the queue as they come',
    waiting: 'connections the kernel has accepted wait for sshd to take them',
  },
  detail(facts) {
    const queue = known(facts, 'accept-queue')
    return queue && queue.waiting > 0 ? `${queue.waiting} waiting, ${queue.backlog} fit` : undefined
  },
} satisfies Sign
