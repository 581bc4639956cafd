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
  return new Promise((resolve) => {
    const began = performance.now()
    const since = () => (performance.now() - began) / 1000
    const before = kernelCounters(options.family)
    const speech = options.speech ?? {}
    const contact: Contact = {
      address: options.address,
      family: options.family,
      port: options.port,
      connect: { outcome: 'timeout', seconds: 0 },
      byteCount: 0,
      end: { how: 'out-of-time', at: 0 },
    }
    if (options.source) contact.source = options.source
    let kept = Buffer.alloc(0)
    let scannedAt = 0
    let identifiedRest = -1
    let finished = false
    let timer: NodeJS.Timeout | undefined
    let socket: Socket

    const finish = (how: Contact['end']['how'], code?: string) => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      contact.end = { how, at: since(), ...(code ? { code } : {}) }
      if (contact.connect.outcome === 'timeout' && contact.connect.seconds === 0) contact.connect.seconds = since()
      // A peer that never ended its line may still have identified itself, or be talking without end.
      if (kept.length > 0) {
        scan()
        contact.bytes = kept.subarray(0, KEEP).toString('base64')
      }
      const after = kernelCounters(options.family)
      if (before && after) {
        contact.icmpUnreachable = after.icmpUnreachable - before.icmpUnreachable
        contact.retransmits = after.retransmits - before.retransmits
      }
      socket.destroy()
      resolve(contact)
    }
    const onAbort = () => finish('out-of-time')
    const wait = (seconds: number, then: () => void) => {
      clearTimeout(timer)
      timer = setTimeout(then, seconds * 1000)
    }

    const say = (chunks: readonly Uint8Array[], answerSeconds = options.answerSeconds) => {
      contact.spokeAt ??= since()
      chunks.forEach((chunk, i) => {
        if (i === 0) socket.write(chunk)
        else setTimeout(() => !finished && socket.write(chunk), i * (speech.gapMs ?? 0))
      })
      const speaking = ((chunks.length - 1) * (speech.gapMs ?? 0)) / 1000
      wait(speaking + answerSeconds, outOfTime)
    }

    let lingered = false
    const outOfTime = () => {
      if (lingered || contact.byteCount > 0 || !options.linger?.worthIt()) return finish('out-of-time')
      lingered = true
      wait(options.linger.seconds, () => finish('out-of-time'))
    }

    const scan = () => {
      scannedAt = kept.length
      if (identifiedRest >= 0) return
      const seen = scanPreamble(kept)
      contact.preBannerCount = seen.lineCount
      contact.preBanner = seen.lines.slice(0, 5).map((line) => line.text)
      if (seen.identification !== undefined) {
        contact.identification = seen.identification
        identifiedRest = seen.rest
      } else if (seen.lineCount === 0 && kept.length > 0) contact.preBanner = [visibleBytes(kept, 120)]
    }

    const onData = (chunk: Buffer) => {
      const at = since()
      contact.firstByteAt ??= at
      contact.lastByteAt = at
      contact.byteCount += chunk.length
      if (kept.length < FLOOD) kept = Buffer.concat([kept, chunk.subarray(0, FLOOD - kept.length)])
      if (options.until === 'byte') return finish('enough')
      const identified = identifiedRest >= 0
      if (!identified && (chunk.includes(0x0a) || kept.length - scannedAt > KEEP)) scan()
      if (!identified && identifiedRest >= 0) {
        contact.identificationAt = at
        if (options.until === 'identification') return finish('enough')
        if (speech.afterIdentification) say(speech.afterIdentification)
        else wait(options.answerSeconds, () => finish('out-of-time'))
      }
      if (identifiedRest >= 0 && contact.kexinitAt === undefined) {
        const packet = readPacket(kept.subarray(identifiedRest))
        // SSH_MSG_KEXINIT is 20 (RFC 4253 12)
        if (packet.state === 'packet' && packet.payload[0] === 20) {
          contact.kexinitAt = at
          if (options.until === 'kexinit') return finish('enough')
          if (speech.afterKexinit) say(speech.afterKexinit)
        }
      }
      // Before as behind the identification: nobody who keeps to the protocol has so much to say to a silent one.
      if (contact.byteCount >= FLOOD || (identifiedRest < 0 && (contact.preBannerCount ?? 0) >= JUNK_LINES))
        finish('enough')
    }

    try {
      socket = tcpConnect({
        host: options.address,
        port: options.port,
        family: options.family,
        autoSelectFamily: false,
        allowHalfOpen: true,
        noDelay: true,
        ...(options.source ? { localAddress: options.source } : {}),
      })
    } catch (error) {
      // An address Node itself refuses (a bad zone, say) never reached the network.
      contact.connect = {
        outcome: 'net-unreachable',
        seconds: since(),
        code: (error as NodeJS.ErrnoException).code ?? 'EINVAL',
      }
      contact.end = { how: 'out-of-time', at: since() }
      return resolve(contact)
    }
    options.signal?.addEventListener('abort', onAbort, { once: true })
    if (options.signal?.aborted) return finish('out-of-time')
    wait(options.connectSeconds, () => finish('out-of-time'))
    socket.on('connect', () => {
      contact.connect = { outcome: 'open', seconds: since() }
      const silence = speech.afterSilence
      wait(options.silentSeconds, () => {
        if (silence && contact.byteCount === 0) say(silence, options.silenceAnswerSeconds)
        else outOfTime()
      })
    })
    socket.on('data', onData)
    socket.on('end', () => finish('fin'))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? 'UNKNOWN'
      if (contact.connect.outcome === 'open') return finish(code === 'ETIMEDOUT' ? 'out-of-time' : 'reset', code)
      contact.connect = { outcome: outcomeOf(code), seconds: since(), code }
      finish(outcomeOf(code) === 'reset' ? 'reset' : 'out-of-time', code)
    })
  })
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
