import { connect as tcpConnect } from 'node:net'
import type { Socket } from 'node:net'
import type { ConnectOutcome, Contact } from '../../core/types.ts'
import { visibleBytes } from '../../core/visible.ts'
import { scanPreamble } from '../../openssh/identification.ts'
import { readPacket } from '../../openssh/kexinit.ts'
import { kernelCounters } from './kernel-counters.ts'

/** What to say, and when. The default says nothing at all. */
export interface Speech {
  /** Sent once the peer has identified itself; each chunk is its own segment, `gapMs` apart. */
  afterIdentification?: readonly Uint8Array[]
  /** Sent when the peer has said nothing for `silentSeconds`. */
  afterSilence?: readonly Uint8Array[]
  /** Sent once the peer's KEXINIT has arrived. */
  afterKexinit?: readonly Uint8Array[]
  gapMs?: number
}

export interface DialOptions {
  address: string
  family: 4 | 6
  port: number
  source?: string
  signal?: AbortSignal
  speech?: Speech
  /** How long to wait for the handshake. */
  connectSeconds: number
  /** How long to listen to a peer that says nothing before we speak or give up. */
  silentSeconds: number
  /** How long to wait for an answer after we spoke. */
  answerSeconds: number
  /** The same after we broke a silence; answerSeconds unless given. */
  silenceAnswerSeconds?: number
  /** Once the time is out and nothing came: stay silent for so much longer, if it is still worth it. */
  linger?: { seconds: number; worthIt: () => boolean }
  /** What is enough: the first byte, the identification, the KEXINIT, or nothing but the peer's own end. */
  until: 'byte' | 'identification' | 'kexinit' | 'end'
}

/** What is kept of the peer's bytes; the rest is counted. */
const KEEP = 4096
/** `kex_exchange_identification` (kex.c, 8.0 on) reads at most 1024 lines; a peer that sent this much without one is no sshd. */
const FLOOD = 256 * 1024
/** Junk lines after which an endless talker has shown itself. */
const JUNK_LINES = 1024

/**
 * Opens one TCP connection, follows the script and tells what was seen. Never throws for what the network does;
 * ends by itself after at most connectSeconds + silentSeconds + 2 × answerSeconds.
 */
export function dial(options: DialOptions): Promise<Contact> {
  return new Promise((resolve) => new Call(options, resolve).open())
}

/** One connection from its opening to its end, which is told once. */
class Call {
  readonly #options: DialOptions
  readonly #speech: Speech
  readonly #resolve: (contact: Contact) => void
  readonly #began = performance.now()
  readonly #before: ReturnType<typeof kernelCounters>
  readonly #contact: Contact
  readonly #onAbort = (): void => this.#finish('out-of-time')
  #socket: Socket | undefined
  #kept = Buffer.alloc(0)
  #scannedAt = 0
  /** Where the identification ends; -1 as long as there is none. */
  #identifiedRest = -1
  #finished = false
  #lingered = false
  #timer: NodeJS.Timeout | undefined

  constructor(options: DialOptions, resolve: (contact: Contact) => void) {
    const { address, family, port, source } = options
    this.#options = options
    this.#speech = options.speech ?? {}
    this.#resolve = resolve
    this.#before = kernelCounters(family)
    this.#contact = {
      address,
      family,
      port,
      connect: { outcome: 'timeout', seconds: 0 },
      byteCount: 0,
      end: { how: 'out-of-time', at: 0 },
      ...(source ? { source } : {}),
    }
  }

  open(): void {
    const { address, port, family, source, signal } = this.#options
    let socket: Socket
    try {
      socket = tcpConnect({
        host: address,
        port,
        family,
        autoSelectFamily: false,
        allowHalfOpen: true,
        noDelay: true,
        ...(source ? { localAddress: source } : {}),
      })
    } catch (error) {
      // An address Node itself refuses (a bad zone, say) never reached the network.
      const code = (error as NodeJS.ErrnoException).code ?? 'EINVAL'
      this.#contact.connect = { outcome: 'net-unreachable', seconds: this.#since(), code }
      this.#contact.end = { how: 'out-of-time', at: this.#since() }
      return this.#resolve(this.#contact)
    }
    this.#socket = socket
    signal?.addEventListener('abort', this.#onAbort, { once: true })
    if (signal?.aborted) return this.#finish('out-of-time')
    this.#wait(this.#options.connectSeconds, () => this.#finish('out-of-time'))
    socket.on('connect', () => this.#connected())
    socket.on('data', (chunk: Buffer) => this.#heard(chunk))
    socket.on('end', () => this.#finish('fin'))
    socket.on('error', (error: NodeJS.ErrnoException) => this.#failed(error.code ?? 'UNKNOWN'))
  }

  #since(): number {
    return (performance.now() - this.#began) / 1000
  }

  #wait(seconds: number, then: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(then, seconds * 1000)
  }

  #connected(): void {
    const silence = this.#speech.afterSilence
    this.#contact.connect = { outcome: 'open', seconds: this.#since() }
    this.#wait(this.#options.silentSeconds, () => {
      if (silence && this.#contact.byteCount === 0) this.#say(silence, this.#options.silenceAnswerSeconds)
      else this.#outOfTime()
    })
  }

  #failed(code: string): void {
    const contact = this.#contact
    if (contact.connect.outcome === 'open') return this.#finish(code === 'ETIMEDOUT' ? 'out-of-time' : 'reset', code)
    const outcome = outcomeOf(code)
    contact.connect = { outcome, seconds: this.#since(), code }
    this.#finish(outcome === 'reset' ? 'reset' : 'out-of-time', code)
  }

  #say(chunks: readonly Uint8Array[], answerSeconds = this.#options.answerSeconds): void {
    const gapMs = this.#speech.gapMs ?? 0
    this.#contact.spokeAt ??= this.#since()
    chunks.forEach((chunk, i) => {
      if (i === 0) this.#socket?.write(chunk)
      else setTimeout(() => !this.#finished && this.#socket?.write(chunk), i * gapMs)
    })
    const speaking = ((chunks.length - 1) * gapMs) / 1000
    this.#wait(speaking + answerSeconds, () => this.#outOfTime())
  }

  #outOfTime(): void {
    const { linger } = this.#options
    if (this.#lingered || this.#contact.byteCount > 0 || !linger?.worthIt()) return this.#finish('out-of-time')
    this.#lingered = true
    this.#wait(linger.seconds, () => this.#finish('out-of-time'))
  }

  #heard(chunk: Buffer): void {
    const contact = this.#contact
    const at = this.#since()
    contact.firstByteAt ??= at
    contact.lastByteAt = at
    contact.byteCount += chunk.length
    if (this.#kept.length < FLOOD)
      this.#kept = Buffer.concat([this.#kept, chunk.subarray(0, FLOOD - this.#kept.length)])
    if (this.#options.until === 'byte') return this.#finish('enough')
    const identified = this.#identifiedRest >= 0
    if (!identified && (chunk.includes(0x0a) || this.#kept.length - this.#scannedAt > KEEP)) this.#scan()
    if (!identified && this.#identifiedRest >= 0) {
      contact.identificationAt = at
      if (this.#options.until === 'identification') return this.#finish('enough')
      if (this.#speech.afterIdentification) this.#say(this.#speech.afterIdentification)
      else this.#wait(this.#options.answerSeconds, () => this.#finish('out-of-time'))
    }
    if (this.#beginsKex()) {
      contact.kexinitAt = at
      if (this.#options.until === 'kexinit') return this.#finish('enough')
      if (this.#speech.afterKexinit) this.#say(this.#speech.afterKexinit)
    }
    // Before as behind the identification: nobody who keeps to the protocol has so much to say to a silent one.
    if (contact.byteCount >= FLOOD || (this.#identifiedRest < 0 && (contact.preBannerCount ?? 0) >= JUNK_LINES))
      this.#finish('enough')
  }

  /** The peer's KEXINIT has arrived whole, and for the first time; its message number is 20 (RFC 4253 12). */
  #beginsKex(): boolean {
    if (this.#identifiedRest < 0 || this.#contact.kexinitAt !== undefined) return false
    const packet = readPacket(this.#kept.subarray(this.#identifiedRest))
    return packet.state === 'packet' && packet.payload[0] === 20
  }

  #scan(): void {
    const contact = this.#contact
    this.#scannedAt = this.#kept.length
    if (this.#identifiedRest >= 0) return
    const seen = scanPreamble(this.#kept)
    contact.preBannerCount = seen.lineCount
    contact.preBanner = seen.lines.slice(0, 5).map((line) => line.text)
    if (seen.identification !== undefined) {
      contact.identification = seen.identification
      this.#identifiedRest = seen.rest
    } else if (seen.lineCount === 0 && this.#kept.length > 0) contact.preBanner = [visibleBytes(this.#kept, 120)]
  }

  #finish(how: Contact['end']['how'], code?: string): void {
    if (this.#finished) return
    this.#finished = true
    clearTimeout(this.#timer)
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    const contact = this.#contact
    contact.end = { how, at: this.#since(), ...(code ? { code } : {}) }
    if (contact.connect.outcome === 'timeout' && contact.connect.seconds === 0) contact.connect.seconds = this.#since()
    // A peer that never ended its line may still have identified itself, or be talking without end.
    if (this.#kept.length > 0) {
      this.#scan()
      contact.bytes = this.#kept.subarray(0, KEEP).toString('base64')
    }
    const after = kernelCounters(this.#options.family)
    if (this.#before && after) {
      contact.icmpUnreachable = after.icmpUnreachable - this.#before.icmpUnreachable
      contact.retransmits = after.retransmits - this.#before.retransmits
    }
    this.#socket?.destroy()
    this.#resolve(contact)
  }
}

/** What the operating system's code for a failed connect means (connect(2), ip(7)); the only place that knows codes. */
export function outcomeOf(code: string): ConnectOutcome {
  switch (code) {
    case 'ECONNREFUSED':
      return 'refused'
    case 'ECONNRESET':
    case 'ECONNABORTED':
      return 'reset'
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
      return 'host-unreachable'
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return 'net-unreachable'
    case 'EACCES':
    case 'EPERM':
      return 'not-permitted'
    default:
      return 'timeout'
  }
}
