import { known } from '../../core/probe.ts'
import { clientLog, firstClientLog, furthestLogin, textShows } from '../../core/seen.ts'
import type { Contact, Sign } from '../../core/types.ts'
import { echoes, mainContacts } from './attempts.ts'
import { roundTrip } from './logs.ts'

/** ssh read bytes that are no packets, or a version nobody speaks. */
const GARBLED = /^(?:kex-corrupt|banner-garbage|protocol-mismatch)$/

export const kexContact = {
  id: 'kex-contact',
  stage: 'kex',
  passes: 'kexinit',
  shuts: true,
  values: ['kexinit', 'closed', 'reset', 'silent'],
  from: ['contact', 'login', 'client-text'],
  read(facts) {
    const fact = furthestLogin(facts)
    const { identification, kexinit } = fact?.stepAt ?? {}
    // What came was no packet of SSH at all: that is the sign `kex`.
    if (GARBLED.test(fact?.log.failure ?? '') || echoes(facts)) return undefined
    if (kexinit !== undefined) return 'kexinit'
    const pasted = fact ? undefined : known(facts, 'client-text')
    if (pasted && !pasted.failure && pasted.reached === 'identification') return 'silent'
    const spoken = mainContacts(facts).filter((c) => c.identificationAt !== undefined && c.spokeAt !== undefined)
    if (spoken.some((c) => c.kexinitAt !== undefined)) return 'kexinit'
    // A process that dies having read all we said leaves a FIN; a filter on the way can only forge a RST.
    if (spoken.some((c) => c.end.how === 'fin')) return 'closed'
    if (spoken.some((c) => c.end.how === 'reset')) return 'reset'
    if (spoken.length > 0) return 'silent'
    if (fact && identification !== undefined) {
      if (/^(?:kex|banner)-closed$/.test(fact.log.failure ?? '')) return 'closed'
      if (/^(?:kex|banner)-reset$/.test(fact.log.failure ?? '')) return 'reset'
      if (fact.seconds - identification > 4) return 'silent'
    }
    return undefined
  },
  says: {
    kexinit: 'the server begins the key exchange',
    closed: 'the server hangs up as soon as we name ourselves',
    reset: 'the connection is reset as soon as we name ourselves',
    silent: 'the server names itself, and then nothing comes',
  },
} satisfies Sign<'kexinit' | 'closed' | 'reset' | 'silent'>

export const smallReply = {
  id: 'small-reply',
  stage: 'kex',
  beside: true,
  passes: 'answers',
  shuts: false,
  values: ['answers', 'closed', 'silent'],
  from: ['contact-not-ssh'],
  read(facts) {
    const contact = known(facts, 'contact-not-ssh')?.contacts[0]
    if (contact?.identificationAt === undefined) return undefined
    const said =
      contact.lastByteAt !== undefined && contact.spokeAt !== undefined && contact.lastByteAt > contact.spokeAt
    if (said) return 'answers'
    return contact.end.how === 'fin' || contact.end.how === 'reset' ? 'closed' : 'silent'
  },
  says: {
    answers: 'a line that is not SSH is answered at once: sshd lives, and small packets pass',
    closed: 'a line that is not SSH ends the connection as well',
    silent: 'even a line that is not SSH gets no answer',
  },
} satisfies Sign<'answers' | 'closed' | 'silent'>

export const splitIdentification = {
  id: 'split-identification',
  stage: 'kex',
  beside: true,
  passes: 'kexinit',
  shuts: false,
  values: ['kexinit', 'same'],
  from: ['contact-split'],
  read(facts) {
    const contact = known(facts, 'contact-split')?.contacts[0]
    if (contact?.identificationAt === undefined) return undefined
    return contact.kexinitAt !== undefined ? 'kexinit' : 'same'
  },
  says: {
    kexinit: 'sent in single bytes, our name gets through: something on the way reads the text "SSH-"',
    same: 'our name in single bytes fares no better',
  },
} satisfies Sign<'kexinit' | 'same'>

/** The server reacted to our KEXINIT: it ended the connection, or said more. */
const reacted = (contact: Contact | undefined): boolean =>
  contact !== undefined && contact.kexinitAt !== undefined && (contact.end.how === 'fin' || contact.end.how === 'reset')

export const kexinitSize = {
  id: 'kexinit-size',
  stage: 'kex',
  beside: true,
  passes: 'both-answered',
  shuts: false,
  values: ['both-answered', 'large-lost', 'neither'],
  from: ['kexinit-size'],
  read(facts) {
    const seen = known(facts, 'kexinit-size')
    if (!seen?.small || !seen.large) return undefined
    const [small, large] = [reacted(seen.small), reacted(seen.large)]
    if (small && large) return 'both-answered'
    return small ? 'large-lost' : 'neither'
  },
  says: {
    'both-answered': 'a small and a large KEXINIT are answered alike',
    'large-lost': 'a small KEXINIT is answered and a large one is lost: big packets do not get through',
    neither: 'neither a small nor a large KEXINIT is answered',
  },
} satisfies Sign<'both-answered' | 'large-lost' | 'neither'>

export const kex = {
  id: 'kex',
  stage: 'kex',
  passes: 'agrees',
  shuts: true,
  values: ['agrees', 'no-common', 'stalls', 'breaks', 'garbled'],
  from: ['login', 'contact', 'client-text'],
  read(facts) {
    const fact = furthestLogin(facts)
    const log = clientLog(facts)
    if (log?.failure === 'no-common-algorithm') return 'no-common'
    if (log?.failure === 'host-key-changed' || log?.failure === 'host-key-unknown') return 'agrees'
    const { kexinit, newkeys } = fact?.stepAt ?? {}
    if (newkeys !== undefined) return 'agrees'
    if (log?.failure === 'kex-corrupt' || echoes(facts)) return 'garbled'
    if (kexinit !== undefined && /^(?:kex-(?:closed|reset)|closed-unstated|reset-unstated)$/.test(log?.failure ?? ''))
      return 'breaks'
    // What we cut off had stalled long before; what ended by itself had the time it took.
    // ssh was cut off upon its own KEXINIT, before it had read the server's; who says less gets that far.
    if (/^kex-(?:closed|reset)$/.test(log?.failure ?? '') && fact && kexContact.read(facts) === 'kexinit')
      return 'breaks'
    if (fact && kexinit !== undefined && fact.seconds - kexinit > (fact.stopped ? 2 + 4 * roundTrip(fact) : 4))
      return 'stalls'
    if (!fact && log?.failure) {
      if (/^kex-(?:closed|reset)$/.test(log.failure)) return 'breaks'
      if (log.failure === 'kex-timeout') return 'stalls'
      if (/^(?:permission|too-many|auth|session|disconnected)/.test(log.failure)) return 'agrees'
    }
    // A paste of -v that ends here: whoever pasted it saw it hang here.
    if (!fact && log && !log.failure && log.reached === 'kexinit') return 'stalls'
    return textShows(facts, 'newkeys') ? 'agrees' : undefined
  },
  says: {
    agrees: 'both sides agree on keys',
    'no-common': 'the two sides share no algorithm',
    stalls: 'the key exchange begins and then stalls',
    breaks: 'the key exchange begins and the server breaks it off',
    garbled: "the bytes after the server's name are not packets of SSH",
  },
} satisfies Sign<'agrees' | 'no-common' | 'stalls' | 'breaks' | 'garbled'>

export const hostKey = {
  id: 'host-key',
  stage: 'kex',
  passes: 'accepted',
  shuts: true,
  values: ['accepted', 'unknown', 'changed'],
  from: ['login', 'client-text'],
  read(facts) {
    // The first login tells; the one behind the host key does not ask.
    const log = firstClientLog(facts)
    if (log?.failure === 'host-key-changed' || log?.failure === 'host-key-revoked') return 'changed'
    if (log?.failure === 'host-key-unknown') return 'unknown'
    if (
      known(facts, 'login')?.stepAt.service !== undefined ||
      /^(?:permission|too-many|auth|session)/.test(log?.failure ?? '')
    )
      return 'accepted'
    return textShows(facts, 'service') ? 'accepted' : undefined
  },
  says: {
    accepted: 'the host key is the one you know',
    unknown: 'nobody has confirmed the host key yet on this machine',
    changed: 'the host key is not the one you know',
  },
} satisfies Sign<'accepted' | 'unknown' | 'changed'>

/** A second for the identification and as much again for the exchange: crypto on an idle machine takes 30 ms. */
const SLOW_STEP = 0.9

export const pace = {
  id: 'pace',
  stage: 'host',
  passes: 'quick',
  shuts: false,
  values: ['quick', 'slow-throughout', 'slow-banner', 'slow-kex'],
  from: ['login'],
  read(facts) {
    const fact = furthestLogin(facts)
    const at = fact?.stepAt
    if (!fact || at?.connected === undefined || at.identification === undefined) return undefined
    const banner = at.identification - at.connected
    const exchange = (at.newkeys ?? fact.seconds) - at.identification
    // A long way is not a slow host: the identification takes a round trip, the exchange four (RFC 4253 7, 8).
    const way = roundTrip(fact)
    // An exchange that broke off at once has no pace.
    if (at.newkeys === undefined && exchange < SLOW_STEP && banner < SLOW_STEP) return undefined
    const [slowBanner, slowExchange] = [banner > SLOW_STEP + way, exchange > SLOW_STEP + 4 * way]
    if (slowBanner && slowExchange) return 'slow-throughout'
    if (slowBanner) return 'slow-banner'
    return slowExchange ? 'slow-kex' : 'quick'
  },
  says: {
    quick: 'every step up to the keys is quick',
    'slow-throughout': 'every step that needs the server to compute is slow',
    'slow-banner': "only the server's first words are slow",
    'slow-kex': 'the key exchange is slow',
  },
} satisfies Sign<'quick' | 'slow-throughout' | 'slow-banner' | 'slow-kex'>
