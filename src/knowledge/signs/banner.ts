import { known } from '../../core/probe.ts'
import { clientLog, furthestLogin, textShows } from '../../core/seen.ts'
import type { Contact, FactSheet, Sign } from '../../core/types.ts'
import { isOurOwnName } from '../../core/server-name.ts'
import { echoes, mainContacts } from './attempts.ts'

const VALUES = [
  'banner',
  'late-banner',
  'notice-exceeded',
  'notice-not-allowed',
  'notice-other',
  'closed',
  'reset',
  'closed-after-5s',
  'silent',
  'endless-lines',
  'dripping',
  'other-protocol',
] as const
export type FirstContact = (typeof VALUES)[number]

/** Unloaded, sshd's identification comes within 10 ms of the handshake (openssh.md 3.1); a second more is a sick host. */
const LATE = 1

/** A silence shorter than this is only a listener that was cut off. */
const HEARD_OUT = 1.9

/** What one silent connection met. */
export function firstContactOf(contact: Contact): FirstContact | undefined {
  if (contact.connect.outcome !== 'open') return undefined
  const opened = contact.connect.seconds
  // Other versions than these, or none behind it, no client of today talks to (RFC 4253 4.2, 5.1).
  if (contact.identification !== undefined && !/^SSH-(?:2\.0|1\.99)-\S/.test(contact.identification))
    return 'other-protocol'
  // What gives our own name back is an echo.
  if (isOurOwnName(contact.identification)) return 'other-protocol'
  if (contact.identificationAt !== undefined) return contact.identificationAt - opened > LATE ? 'late-banner' : 'banner'
  const text = (contact.preBanner ?? []).join('\n')
  if (/^Exceeded MaxStartups/m.test(text)) return 'notice-exceeded'
  if (/^Not allowed at this time/m.test(text)) return 'notice-not-allowed'
  const ended = contact.end.how === 'fin' || contact.end.how === 'reset'
  const after = contact.end.at - opened
  if (contact.byteCount === 0) {
    // Cut off early, nobody knows whether it would have spoken.
    if (!ended) return after < HEARD_OUT ? undefined : 'silent'
    // libwrap sleeps 5.0 s in clean_exit before it closes (openssh.md 4.2 #12).
    if (after >= 4.5 && contact.spokeAt === undefined) return 'closed-after-5s'
    // What closes once spoken to was waiting for another protocol's words.
    if (contact.spokeAt !== undefined) return 'other-protocol'
    return contact.end.how === 'fin' ? 'closed' : 'reset'
  }
  if (otherProtocol(text, contact)) return 'other-protocol'
  if ((contact.preBannerCount ?? 0) >= 20 || contact.byteCount >= 64 * 1024) return 'endless-lines'
  if (ended) return (contact.preBannerCount ?? 0) > 0 ? 'notice-other' : 'other-protocol'
  if (greetsAndWaits(contact)) return 'other-protocol'
  return (contact.preBannerCount ?? 0) > 0 ? 'endless-lines' : 'dripping'
}

/** One greeting at once, and then it is our turn: rsync, IRC, Subversion. A tarpit makes wait from the beginning, and goes on. */
function greetsAndWaits({ connect, firstByteAt, lastByteAt, end }: Contact): boolean {
  if (firstByteAt === undefined || lastByteAt === undefined) return false
  return firstByteAt - connect.seconds < 1.5 && lastByteAt - firstByteAt < 0.5 && end.at - lastByteAt > 2
}

function otherProtocol(text: string, contact: Contact): boolean {
  const answeredAfter =
    contact.spokeAt === undefined || contact.firstByteAt === undefined
      ? undefined
      : contact.firstByteAt - contact.spokeAt
  // An answer to our words, not one of the words a tarpit drops every ten seconds.
  if (answeredAfter !== undefined && answeredAfter > 0 && answeredAfter < 1.2) return true
  // HTTP, SMTP, FTP, POP, IMAP greet so; NULs and escapes are binary protocols (MySQL, TLS alerts).
  return /^HTTP\/|^<(?:!|html)|^220[ -]|^\+OK|^\* OK|^554[ -]|^421[ -]|^RFB |\\x(?:0[0-8]|1[0-9a-f])/m.test(text)
}

/** From ssh's own words, which lose what a silent listener hears: often several values stay possible. */
function fromWords(facts: FactSheet): FirstContact | readonly FirstContact[] | undefined {
  const log = clientLog(facts)
  if (!log) return undefined
  const text = log.preBanner.join('\n')
  if (/Exceeded MaxStartups/.test(text)) return 'notice-exceeded'
  if (/Not allowed at this time/.test(text)) return 'notice-not-allowed'
  // Through a proxy ssh hears what the proxy makes of it.
  if (
    !furthestLogin(facts) &&
    log.proxied &&
    /^(?:banner-closed|banner-reset|closed-unstated|reset-unstated)$/.test(log.failure ?? '')
  )
    return undefined
  const ended = ['notice-exceeded', 'notice-not-allowed', 'notice-other', 'closed', 'reset', 'closed-after-5s'] as const
  switch (log.failure) {
    case 'banner-timeout':
      return text ? 'endless-lines' : ['silent', 'endless-lines', 'dripping', 'late-banner']
    case 'banner-closed':
    case 'banner-reset':
      // With -v the lines in front of the identification show; their absence is an answer too.
      if (/^(?:HTTP|220|<)/m.test(text)) return 'other-protocol'
      return log.client && log.reached !== 'start'
        ? ['closed', 'reset', 'closed-after-5s', 'notice-other', 'other-protocol']
        : [...ended, 'other-protocol']
    case 'banner-garbage':
    case 'protocol-mismatch':
      return 'other-protocol'
    case 'banner-no-version':
      return 'endless-lines'
    case 'connect-reset':
      return ['reset', 'closed']
    case 'closed-unstated':
    case 'reset-unstated':
      // From 9.5 on that is all a client says of a close in front of the banner; without -v a later one may say no more.
      return furthestLogin(facts) ? ended : [...ended, 'banner', 'late-banner']
    default:
      break
  }
  const fact = furthestLogin(facts)
  const { connected, identification } = fact?.stepAt ?? {}
  if (identification !== undefined && connected !== undefined)
    return identification - connected > LATE ? 'late-banner' : 'banner'
  if (fact?.stopped && connected !== undefined && identification === undefined)
    return fact.seconds - connected > 4 ? 'silent' : undefined
  if (!fact && !log.failure && log.reached === 'connected' && text)
    return /^(?:HTTP|220|<)/m.test(text) ? 'other-protocol' : ['endless-lines', 'notice-other', 'other-protocol']
  if (!fact && !log.failure && log.reached === 'connected')
    return ['silent', 'endless-lines', 'dripping', 'late-banner']
  if (log.server || /^(?:no-common|kex|host-key|permission|too-many|auth|session|disconnected)/.test(log.failure ?? ''))
    return 'banner'
  return textShows(facts, 'identification') ? 'banner' : undefined
}

export const firstContact = {
  id: 'first-contact',
  stage: 'banner',
  passes: 'banner',
  shuts: true,
  values: VALUES,
  from: ['contact', 'contact-again', 'login', 'client-text'],
  read(facts) {
    const seen = mainContacts(facts)
      .map(firstContactOf)
      .filter((v) => v !== undefined)
    // A failure says more than a success beside it; the share of either is the sign `tries`.
    const telling = seen.find((v) => v.startsWith('notice')) ?? seen.find((v) => v !== 'banner')
    const words = fromWords(facts)
    if (telling === 'silent' || telling === undefined) {
      // ssh spoke where we kept silent: what it met then is the rest of the picture.
      if (words === 'other-protocol' || (telling === undefined && words === 'late-banner')) return words
    }
    return telling ?? seen[0] ?? words
  },
  says: {
    banner: 'the server identifies itself at once',
    'late-banner': 'the server identifies itself, but only after more than a second',
    'notice-exceeded': 'the server says "Exceeded MaxStartups" and hangs up',
    'notice-not-allowed': 'the server says "Not allowed at this time" and hangs up',
    'notice-other': 'the server says something that is not SSH and hangs up',
    closed: 'the server accepts the connection and closes it without a word',
    reset: 'the server accepts the connection and resets it without a word',
    'closed-after-5s': 'the server keeps silent for five seconds and then closes: the pause of tcp wrappers',
    silent: 'the port opens but nothing speaks',
    'endless-lines': 'the server sends lines without end, and not one of them is SSH',
    dripping: 'the server sends single bytes and never finishes a line',
    'other-protocol': 'the program that answers speaks another protocol',
  },
} satisfies Sign<FirstContact>

const cutOffOnSpeaking = (facts: FactSheet): boolean =>
  mainContacts(facts).some(
    (c) => c.identification !== undefined && c.spokeAt !== undefined && (c.end.how === 'reset' || c.end.how === 'fin'),
  )

export const tries = {
  id: 'tries',
  stage: 'banner',
  passes: 'all-through',
  shuts: true,
  values: ['all-through', 'some-through', 'none-through'],
  from: ['ssh-config', 'contact', 'contact-again', 'login'],
  read(facts) {
    const seen = mainContacts(facts)
      .map(firstContactOf)
      .filter((v) => v !== undefined)
    const config = known(facts, 'ssh-config')
    const direct = !config?.proxyCommand && !config?.proxyJump
    const fact = known(facts, 'login')
    if (direct && fact?.stepAt.identification !== undefined) seen.push(echoes(facts) ? 'other-protocol' : 'banner')
    else if (direct && fact?.log.failure === 'banner-timeout') seen.push('silent')
    else if (direct && fact?.stopped && fact.stepAt.connected !== undefined && fact.seconds - fact.stepAt.connected > 4)
      seen.push('silent')
    // ssh speaks at once; where the silent one heard the banner and was cut off on speaking, it met the same thing a stage later.
    else if (direct && fact && cutOffOnSpeaking(facts)) seen.push('banner')
    else if (direct && fact && /^banner-(?:closed|reset)$/.test(fact.log.failure ?? '')) seen.push('closed')
    if (seen.length < 2) return undefined
    const through = seen.filter((v) => v.endsWith('banner')).length
    // That every try was greeted is what the sign first-contact reads already; it must not count twice.
    if (through === seen.length) return undefined
    return through > 0 ? 'some-through' : 'none-through'
  },
  says: {
    'all-through': 'every try gets through',
    'some-through': 'some tries get through and some do not',
    'none-through': 'no try gets through',
  },
} satisfies Sign<'all-through' | 'some-through' | 'none-through'>

/**
 * A forwarder waits for its dead backend as long as its own clock says, or ARP's three seconds. How many thousandths a close takes tells
 * nothing: one listener closes within its own system calls and another starts a program within less (measured on one machine, beside other load).
 */
const LONG = 0.5

export const closeDelay = {
  id: 'close-delay',
  stage: 'banner',
  beside: true,
  usual: { prompt: 0.95 },
  passes: 'prompt',
  shuts: false,
  values: ['prompt', 'long'],
  from: ['contact', 'contact-again'],
  read(facts) {
    const shut = mainContacts(facts).filter((c) => firstContactOf(c) === 'closed' || firstContactOf(c) === 'reset')
    if (shut.length === 0) return undefined
    // Load only delays: the quickest of several tells.
    return Math.min(...shut.map((c) => c.end.at - c.connect.seconds)) < LONG ? 'prompt' : 'long'
  },
  says: { prompt: 'the close comes within half a second', long: 'the close takes its time' },
} satisfies Sign<'prompt' | 'long'>

export const secondService = {
  id: 'second-service',
  stage: 'host',
  beside: true,
  usual: { speaks: 0.5, none: 0.48 },
  passes: 'speaks',
  shuts: false,
  values: ['speaks', 'silent', 'none'],
  from: ['second-service'],
  read(facts) {
    const seen = known(facts, 'second-service')?.contacts
    if (!seen) return undefined
    const open = seen.filter((c) => c.connect.outcome === 'open')
    if (open.length === 0) return 'none'
    return open.some((c) => c.byteCount > 0 || c.end.how === 'fin' || c.end.how === 'reset') ? 'speaks' : 'silent'
  },
  says: {
    speaks: 'another service of the same host answers as usual',
    silent: 'a second port opens and is silent too',
    none: 'no other service of the host is open to ask',
  },
} satisfies Sign<'speaks' | 'silent' | 'none'>

export const ownConnections = {
  id: 'own-connections',
  stage: 'banner',
  beside: true,
  // Whether an old session lives on is chance, and old sessions survive most of what happens to sshd.
  uncounted: true,
  usual: { none: 0.85, few: 0.13 },
  passes: 'none',
  shuts: false,
  values: ['none', 'few', 'many'],
  from: ['own-connections'],
  read(facts) {
    const own = known(facts, 'own-connections')
    if (!own) return undefined
    const source = known(facts, 'route')?.source
    const mine =
      source !== undefined ? (own.bySource[source] ?? 0) : Object.values(own.bySource).reduce((a, b) => a + b, 0)
    return mine === 0 ? 'none' : mine < 8 ? 'few' : 'many'
  },
  says: {
    none: 'this machine holds no other connection to the port',
    few: 'this machine already holds connections to the port',
    many: 'this machine itself holds many connections to the port',
  },
} satisfies Sign<'none' | 'few' | 'many'>

export const otherSshPort = {
  id: 'other-ssh-port',
  stage: 'port',
  beside: true,
  usual: { none: 0.96 },
  passes: 'none',
  shuts: false,
  values: ['none', 'found'],
  from: ['other-ssh-port'],
  read(facts) {
    const seen = known(facts, 'other-ssh-port')?.contacts
    return seen && (seen.some((c) => c.identification !== undefined) ? 'found' : 'none')
  },
  says: {
    none: 'the other ports that SSH servers often use have no SSH server',
    found: 'an SSH server answers on another port',
  },
} satisfies Sign<'none' | 'found'>
