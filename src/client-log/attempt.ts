import type { ClientFailure, ClientLog, LoginStep } from '../core/types.ts'
import { LOGIN_STEPS } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import {
  addressOfLine,
  bannerLine,
  clientRelease,
  hostKeyOfLine,
  hostOfLine,
  isForcedCommand,
  keyProblemOfLine,
  remoteIdentification,
} from './details.ts'
import type { Finding, OpenEnd } from '../words/finding.ts'
import { findingOfLine } from '../words/failures.ts'
import { foreignFinding } from '../words/foreign.ts'
import { isFarewell, isOrdinary, soundsLikeFailure } from '../words/ordinary.ts'
import { shownByOthers } from './other-clients.ts'
import { REACHED_BY_FAILURE } from './reached-by-failure.ts'
import { StepFollower, withoutLevel } from './steps.ts'
import { Told } from './told.ts'

/** What is kept of each kind of line. */
const TEXTS_KEPT = 20
const REST_KEPT = 10
const PROBLEMS_KEPT = 20
const METHODS_KEPT = 20
const OFFER_KEPT = 2000

/** Endings a server may have spoken to the user before: its banner is part of the login (RFC 4252 5.4). */
const SPEAKS_BEFORE = /^(?:auth|permission|too-many|disconnected|session|broken|closed-unstated|reset-unstated)/

const order = (step: LoginStep): number => LOGIN_STEPS.indexOf(step)

/** One attempt to log in, read line by line; `end` says what became of it. */
export class Attempt {
  readonly log: ClientLog = {
    reached: 'start',
    preBanner: [],
    keysOffered: 0,
    keysAccepted: 0,
    partialSuccess: false,
    serverText: [],
    forcedCommand: false,
    proxyText: [],
    keyProblems: [],
    rest: [],
  }
  finding: (Finding & { says: string }) | undefined
  readonly #follower = new StepFollower()
  readonly #told = new Told()
  /** Steps as -v shows them; without -v the text proves only what its failure proves. */
  #shown: LoginStep = 'start'
  #verbose = false
  #proxied = false
  /** Failures of the connection being tried, in the order said: through a proxy the first is the proxy's own. */
  #complaints: string[] = []
  /** Lines of nobody we know since the connection was tried. */
  #strangers: string[] = []
  /** How many of them stood in front of the failure; what stands behind is somebody talking about it. */
  #strangersBefore = 0
  #hostKeyWarning: 'host-key-changed' | 'host-key-revoked' | undefined
  #mitmPrecautions = false
  #askedForSecret = false
  #hostKeyTaken = false
  /** The key file that ssh tries; what is said of it next names none. */
  #trying: string | undefined
  #lineNumber = 0
  #foundAt = -2
  /** The end of a banner phase that may have been a proxy's. */
  #doubtful: (Finding & { says: string }) | undefined

  line(line: string): void {
    this.#lineNumber++
    const release = clientRelease(line)
    if (release !== undefined) {
      this.log.client ??= release
      this.#verbose = true
      return
    }
    const words = withoutLevel(line)
    const debug = words !== line
    if (debug) this.#verbose = true
    // Behind `debug1: ` it is OpenSSH that speaks, whether or not its release is shown.
    const step = this.#follower.next(line) ?? (debug ? undefined : this.#otherClient(words))
    if (step) this.#advance(step)
    if (!this.#follower.inside) {
      this.#details(words)
      // A further channel is only refused to somebody who is in; the first may be the one to a host behind a jump.
      // ssh says how it is used behind an option that it does not know, and where no destination is left of the words.
      const refused = this.finding?.failure === 'config-unusable' && !this.finding.weak
      const told = refused ? undefined : this.#told.line(words)
      if (told?.message === 'client-forwarding-refused' && told.option !== undefined && told.option !== '0')
        this.#advance('authenticated')
    }
    if (debug || step) return
    this.#plain(line)
  }

  /** OpenSSH's own -v shows its steps itself; a server's words could look like another client's. */
  #otherClient(words: string): LoginStep | undefined {
    if (this.log.client?.startsWith('OpenSSH')) return undefined
    const shown = shownByOthers(words)
    if (!shown) return undefined
    if (shown.client) this.log.client = visible(shown.client)
    if (shown.server) this.log.server = visible(shown.server)
    if (shown.methods) this.log.methods = methodsOf(shown.methods)
    if (shown.offers) this.log.keysOffered++
    return shown.step
  }

  #advance(step: LoginStep): void {
    if (step === 'proxy') this.#proxied = true
    if (order(step) > order(this.#shown)) this.#shown = step
    if (step === 'authenticated') this.#told.letIn()
    // Whatever was complained of before, the login went on.
    if (order(step) >= order('identification') || step === 'connected') {
      this.finding = undefined
      this.#complaints = []
      if (step === 'identification') this.#strangersWereTheProxys()
    }
  }

  #strangersWereTheProxys(): void {
    if (this.#proxied) this.#strangers = []
  }

  #details(words: string): void {
    const log = this.log
    if (words.startsWith('Remote protocol version ')) {
      const server = remoteIdentification(words)
      if (server) log.server = visible(server)
    }
    const sent = bannerLine(words)
    if (sent !== undefined && log.preBanner.length < TEXTS_KEPT && !findingOfLine(words))
      log.preBanner.push(visible(sent))
    const address = addressOfLine(words)
    if (address) log.address = address
    const host = hostOfLine(words)
    if (host) log.host = visible(host)
    const hostKey = hostKeyOfLine(words)
    if (hostKey) log.hostKey = hostKey
    if (words.startsWith('Authentications that can continue: '))
      log.methods = methodsOf(
        words
          .slice(words.indexOf(':') + 1)
          .trim()
          .split(','),
      )
    else if (/^Offering (?:[\w@.-]{1,60} )?public key: /.test(words)) log.keysOffered++
    else if (words.startsWith('Trying private key: ')) {
      log.keysTried = (log.keysTried ?? 0) + 1
      this.#trying = words.slice('Trying private key: '.length)
    } else if (/^(?:read_passphrase: can't open |no passphrase given, try next key$)/.test(words) && this.#trying)
      this.#keyProblem({ path: this.#trying, problem: 'passphrase' })
    else if (words.startsWith('Server accepts key: ')) log.keysAccepted++
    else if (/^Authenticated (?:using "[^"]{1,60}" )?with partial success/.test(words)) log.partialSuccess = true
    else if (words.startsWith('Remote: ') && isForcedCommand(words)) log.forcedCommand = true
  }

  #plain(line: string): void {
    const problem = keyProblemOfLine(line)
    if (problem) this.#keyProblem(problem)
    if (line.startsWith('Warning: Permanently added ')) this.#hostKeyTaken = true
    if (/ is disabled to avoid man-in-the-middle/.test(line)) this.#mitmPrecautions = true
    const finding = findingOfLine(line) ?? foreignFinding(line)
    if (finding) return this.#found(finding, line)
    if (/^(?:\S{1,300}'s password:|\(\S{1,300}\) |[Pp]assword:|Enter passphrase for |Verification code:)/.test(line))
      this.#askedForSecret = true
    // The terminal's echo of an interrupt, by itself or behind what stood in its line.
    if (/(?:^|[\s%])\^C$/.test(line.slice(-400))) this.log.interrupted = true
    if (line.trim() === '^C') return
    if (problem || isOrdinary(line)) return
    this.#strangers.push(visible(line))
    if (this.#strangers.length > 4 * TEXTS_KEPT) this.#strangers.splice(TEXTS_KEPT, TEXTS_KEPT)
  }

  #keyProblem(problem: ClientLog['keyProblems'][number]): void {
    const path = visible(problem.path)
    const known = this.log.keyProblems.find((one) => one.path === path)
    // `Load key: bad permissions` follows `are too open`: the same complaint twice.
    if (known || this.log.keyProblems.length >= PROBLEMS_KEPT) return
    this.log.keyProblems.push({ path, problem: problem.problem })
  }

  #found(finding: Finding, line: string): void {
    const says = visible(line)
    const { failure } = finding
    if (finding.address) this.log.address = finding.address
    if (finding.methods) this.log.methods = methodsOf(finding.methods)
    if (finding.noCommon)
      this.log.noCommon = {
        what: visible(finding.noCommon.what, 60),
        theirs: visible(finding.noCommon.theirs, OFFER_KEPT),
      }
    if (failure === 'host-key-changed' || failure === 'host-key-revoked') this.#hostKeyWarning = failure
    if (finding.proxied) {
      this.#proxied = true
      if ((isOpenEnd(failure) || isBannerEnd(failure)) && this.#throughProxyFails(finding, says)) return
    } else if (failure === 'proxy-fails') this.#proxied = true
    if (isBannerEnd(failure) && this.#proxied && this.#complaints.length > 0) return
    if (this.#silentProxy(finding, says)) return
    if (!isBannerEnd(failure) && !isOpenEnd(failure) && !finding.weak && !finding.proxied) this.#complaints.push(says)
    if (this.#complaints.length > TEXTS_KEPT) this.#complaints.splice(1, 1)
    if (this.#onlyConfirms(finding)) return
    // `Host key verification failed.` names no reason; a warning before it did.
    const named =
      failure === 'host-key-unknown' && finding.echo && this.#hostKeyWarning ? this.#hostKeyWarning : failure
    const kept = named !== failure && this.finding ? this.finding.says : says
    this.#foundAt = this.#lineNumber
    this.#strangersBefore = this.#strangers.length
    this.finding = { ...finding, failure: named, weak: finding.weak ?? false, says: kept }
  }

  /** `Connection closed by UNKNOWN port 65535` after somebody on the way had complained: it is the proxy that failed. */
  #throughProxyFails(finding: Finding, says: string): boolean {
    if (order(this.#shown) >= order('identification')) return false
    const broken = this.#strangers.filter(soundsLikeFailure)
    const died = isBannerEnd(finding.failure) && finding.echo === true && finding.failure === 'banner-reset'
    if (this.#complaints.length === 0 && broken.length === 0 && !died) return false
    const texts = [...broken, ...this.#complaints]
    this.log.proxyText = texts.slice(0, TEXTS_KEPT)
    this.#strangers = this.#strangers.filter((line) => !broken.includes(line))
    this.#complaints = []
    this.finding = { failure: 'proxy-fails', says: texts[0] ?? says }
    return true
  }

  /**
   * Up to 8.2 no line names the peer, so a jump's failure and the end of the banner phase right behind it are all there is;
   * a line with an address behind them shows two attempts instead.
   */
  #silentProxy(finding: Finding, says: string): boolean {
    const doubtful = this.#doubtful
    this.#doubtful = undefined
    if (doubtful && isOpenEnd(finding.failure) && finding.address) {
      this.finding = doubtful
      this.log.proxyText.length = 0
      return true
    }
    const before = this.finding
    if (finding.failure !== 'banner-closed' || !before || this.#lineNumber !== this.#foundAt + 1) return false
    if (!/^(?:connect|name|host-|net-|permission|too-many)/.test(before.failure)) return false
    this.#doubtful = { ...finding, says }
    this.log.proxyText.push(...this.#complaints)
    this.finding = { failure: 'proxy-fails', says: before.says }
    return true
  }

  /** ssh dies of its first firm failure; an open end or an echo behind one of the same connection adds nothing. */
  #onlyConfirms({ failure, echo }: Finding): boolean {
    const before = this.finding
    if (!before || before.weak) return false
    if (failure === 'broken-pipe')
      return before.failure === 'broken-pipe' || (echo === true && before.failure.startsWith('session'))
    if (
      failure === 'disconnected' ||
      failure === 'banner-reset' ||
      failure === 'banner-garbage' ||
      failure === 'protocol-mismatch'
    )
      return echo === true
    if (failure === 'config-unusable') return echo === true && before.failure === 'config-unusable'
    // `stdio forwarding failed` says that it failed; the line before said why.
    if (failure === 'proxy-fails') return before.failure === 'session-refused'
    // `Bad packet length` makes the MAC wrong, which ends the exchange.
    if (failure === 'kex-corrupt') return before.failure === 'kex-corrupt'
    if (failure === 'host-key-unknown') return echo === true && before.failure.startsWith('host-key')
    return (
      isOpenEnd(failure) && /^(?:banner|kex|protocol|no-common|host-key|too-many|disconnected)/.test(before.failure)
    )
  }

  end(): ClientLog {
    const log = this.log
    const finding = this.finding
    if (finding) {
      log.failure = this.#failureOf(finding)
      log.says = finding.says
    }
    if (this.#proxied && this.#complaints.length > 0 && order(this.#shown) < order('identification')) {
      log.failure = 'proxy-fails'
      log.says = this.#complaints[0] ?? ''
    }
    if (log.failure === 'proxy-fails' && log.proxyText.length === 0)
      log.proxyText.push(...this.#complaints.slice(0, TEXTS_KEPT))
    // A pipe that broke proves a session only where the session's own loop says so.
    const proven =
      finding?.failure === 'broken-pipe' ? 'authenticated' : log.failure ? REACHED_BY_FAILURE[log.failure] : undefined
    // Who heard the server speak has reached it.
    const heard = proven ?? (log.preBanner.length > 0 ? 'connected' : undefined)
    const floor = heard && !(heard === 'connected' && this.#proxied) ? heard : 'start'
    log.reached = order(floor) > order(this.#shown) ? floor : this.#shown
    this.#placeStrangers()
    if (log.failure !== 'no-common-algorithm') delete log.noCommon
    if (this.#proxied) log.proxied = true
    Object.assign(log, this.#told.result(log.failure))
    return log
  }

  #failureOf({ failure }: Finding): ClientFailure {
    if (failure === 'permission-denied' && this.#mitmPrecautions && this.#hostKeyWarning) return this.#hostKeyWarning
    if (!isOpenEnd(failure)) return failure
    const stage = this.#stage()
    switch (failure) {
      case 'closed':
        return (
          {
            banner: 'banner-closed',
            kex: 'kex-closed',
            auth: 'auth-closed',
            session: 'session-closed',
            unstated: 'closed-unstated',
          } as const
        )[stage]
      case 'reset':
        return (
          {
            banner: 'banner-reset',
            kex: 'kex-reset',
            auth: 'auth-reset',
            session: 'broken-pipe',
            unstated: 'reset-unstated',
          } as const
        )[stage]
      case 'timed-out':
        // Before the identification only ConnectTimeout ends it, which says so; ServerAliveInterval works from key exchange on.
        return (
          {
            banner: 'banner-timeout',
            kex: 'kex-timeout',
            auth: 'auth-timeout',
            session: 'broken-pipe',
            unstated: 'kex-timeout',
          } as const
        )[stage]
      case 'pipe':
        return (
          {
            banner: 'banner-reset',
            kex: 'kex-reset',
            auth: 'auth-reset',
            session: 'broken-pipe',
            unstated: 'broken-pipe',
          } as const
        )[stage]
    }
  }

  /** Where the connection stood when it ended, as far as the text tells. */
  #stage(): 'banner' | 'kex' | 'auth' | 'session' | 'unstated' {
    const shown = order(this.#shown)
    if (shown >= order('authenticated')) return 'session'
    if (shown >= order('newkeys')) return 'auth'
    if (shown >= order('identification')) return 'kex'
    if (shown >= order('connected') || (this.#verbose && this.#proxied)) return 'banner'
    if (
      this.#askedForSecret ||
      (this.#hostKeyTaken && !this.#proxied) ||
      this.finding?.weak ||
      this.#strangers.some(isFarewell) ||
      this.log.methods
    )
      return 'auth'
    return 'unstated'
  }

  /** A line nobody knows is the server's where the server could have spoken to the user; elsewhere it stays a stranger. */
  #placeStrangers(): void {
    const log = this.log
    const couldSpeak = this.#verbose ? order(this.#shown) >= order('service') : SPEAKS_BEFORE.test(log.failure ?? '')
    const before = this.#verbose ? this.#strangers : this.#strangers.slice(0, this.#strangersBefore)
    const said = couldSpeak ? before : this.#strangers.filter(isFarewell)
    log.serverText.push(...said.slice(0, TEXTS_KEPT))
    log.rest.push(...this.#strangers.filter((line) => !said.includes(line)).slice(-REST_KEPT))
  }
}

const isOpenEnd = (failure: Finding['failure']): failure is OpenEnd =>
  failure === 'closed' || failure === 'reset' || failure === 'timed-out' || failure === 'pipe'

const isBannerEnd = (failure: Finding['failure']): boolean => failure.startsWith('banner-')

const methodsOf = (names: string[]): string[] => names.slice(0, METHODS_KEPT).map((name) => visible(name, 60))
