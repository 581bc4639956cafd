import { known, Unanswered } from '../core/probe.ts'
import type { Probe, ProbeContext } from '../core/probe.ts'
import { CASE_SCHEMA } from '../core/types.ts'
import type { Case, FactId, FactSheet, LoginStep, Missing, Target } from '../core/types.ts'
import { HEALTHY } from '../knowledge/likelihood.ts'
import { posterior, readSigns } from '../diagnose/posterior.ts'
import { rankTests } from '../diagnose/next-test.ts'
import contact from '../probes/outside/contact.ts'
import contactAgain from '../probes/outside/contact-again.ts'
import contactNotSsh from '../probes/outside/contact-not-ssh.ts'
import contactSplit from '../probes/outside/contact-split.ts'
import commandSession from '../probes/outside/command-session.ts'
import kexinitSize from '../probes/outside/kexinit-size.ts'
import controlPort from '../probes/outside/control-port.ts'
import login from '../probes/outside/login.ts'
import loginBeyondHostKey from '../probes/outside/login-beyond-host-key.ts'
import nameLookup from '../probes/outside/name-lookup.ts'
import route from '../probes/outside/route.ts'
import secondService from '../probes/outside/second-service.ts'
import { endpoints, isDirect, portOf } from '../probes/dial/addresses.ts'
import controlSocket from '../probes/client/control-socket.ts'
import keyFiles from '../probes/client/key-files.ts'
import ownConnections from '../probes/client/own-connections.ts'
import sshConfig from '../probes/client/ssh-config.ts'
import { parseIdentification } from '../openssh/identification.ts'
import { releaseFacts } from '../openssh/releases.ts'
import { makeBudget } from './budget.ts'
import type { InsideContext, WayIn } from './inside.ts'
import { mayKnock } from './remembered-probes.ts'
import { TESTS } from './probes.ts'

export interface ExamineOptions {
  version: string
  /** Connections to the SSH port in any 20 s. */
  budget: number
  /** 1 is the default patience of every clock. */
  patience: number
  signal: AbortSignal
  progress(text: string): void
  /** A second way in, to look from within as well. */
  wayIn?: WayIn
}

/** Sure enough to stop asking. */
const SURE = 0.975
/** A shell that answered needs less: what is left are faults that let most through, and three tries have been made. */
const SURE_OF_HEALTH = 0.85
/** A test that would tell less than this, in bits, is not worth a connection. */
const WORTHWHILE = 0.06
/** No new question after this; the answers under way still come. Seconds. */
const LAST_QUESTION = 22
/** A login that has not heard the server by then is joined by our own listening. Seconds. */
const SUSPICIOUS = 0.8
/** One that has heard it and gets no keys. Seconds. */
const STUCK_IN_KEX = 2
/** The other services and a closed port are asked once a silence is more than a slow network. Seconds. */
const SILENCE = 1.2

/** What is seen from within spares connections, and is waited for so long before the next question outside. Seconds. */
const INSIDE_HEAD_START = 4

/** Observes until sure or out of budget. Never throws for what the world does; an abort leaves a partial case. */
export async function examine(target: Target, options: ExamineOptions): Promise<Case> {
  const { wayIn } = options
  const began = performance.now()
  const openedAt = new Date().toISOString()
  const since = () => (performance.now() - began) / 1000
  const facts: FactSheet = {}
  const budget = makeBudget(options.budget, since)
  const steps = new Map<LoginStep, string>()
  const onStep: ((step: LoginStep) => void)[] = []

  const context = (signal: AbortSignal): ProbeContext => ({
    target,
    facts,
    signal,
    patience: options.patience,
    connection: async (kind) => kind === 'other' || budget.take(),
    progress: options.progress,
    step(step, line) {
      if (steps.has(step)) return
      steps.set(step, line)
      for (const listener of [...onStep]) listener(step)
    },
  })
  const sheet = facts as Record<string, unknown>
  const ask = async <K extends FactId>(probe: Probe<K>, signal = options.signal, of = target): Promise<void> => {
    if (facts[probe.id] !== undefined || options.signal.aborted || !probe.applies(facts, of)) return
    const at = new Date().toISOString()
    try {
      sheet[probe.id] = {
        at,
        seen: wayIn?.local ? 'inside' : probe.needs === 'nothing' ? 'client' : 'network',
        via: probe.needs === 'nothing' ? 'this machine' : 'network',
        value: await probe.run({ ...context(signal), target: of }),
      }
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      sheet[probe.id] = { at, seen: 'client', via: 'this machine', missing: error.missing }
    }
  }
  /** Waits for a promise, for so long at most. */
  const within = (seconds: number, promise: Promise<unknown>) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        options.signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, seconds * 1000)
      options.signal.addEventListener('abort', done, { once: true })
      promise.then(done, done)
    })
  const reached = (step: LoginStep) => steps.has(step)

  let outsideIsAsked = () => {}
  const outsideAsked = new Promise<void>((resolve) => (outsideIsAsked = resolve))
  if (!wayIn?.local) await ask(sshConfig)
  const inside = wayIn && (await lookInside(wayIn))
  if (wayIn?.local) {
    await inside?.looked
    await listenHere()
    await inside?.loginIsOver(turnedAway())
  } else if (known(facts, 'ssh-config')?.ok !== false) {
    const local = Promise.all([ask(keyFiles), ask(controlSocket)])
    const named = ask(nameLookup).then(() => Promise.all([ask(ownConnections), ask(route)]))
    // Before our own connections would count among them; a dead resolver is not waited for.
    await within(0.3 * options.patience, named)

    const loginAbort = new AbortController()
    const stopLogin = () => loginAbort.abort()
    options.signal.addEventListener('abort', stopLogin, { once: true })
    const loggedIn = ask(login, loginAbort.signal)
    const company = Promise.all([listen(loggedIn, named, loginAbort), shadow(loggedIn)])
    await Promise.all([loggedIn, company, local, within(6.5 * options.patience, named)])
    await ask(loginBeyondHostKey)
    await ask(commandSession)
    // How often it turns us away is the measure of how full it is, however sure the cause.
    if (turnedAway()) await ask(contactAgain)
    outsideIsAsked()
    const readLog = inside?.loginIsOver(turnedAway())
    if (inside) await within(INSIDE_HEAD_START * options.patience, Promise.all([inside.looked, readLog]))
    await decide()
    await Promise.all([inside?.looked, readLog])
  } else {
    outsideIsAsked()
    await inside?.looked
  }
  await inside?.close()

  const result: Case = {
    schema: CASE_SCHEMA,
    kind: 'sshmedic-case',
    version: options.version,
    openedAt,
    target: {
      ...target,
      host: known(facts, 'ssh-config')?.host ?? target.host,
      port: portOf(facts, target),
      ...userOf(),
    },
    facts,
    spent: { connections: budget.spent + elsewhere(facts), seconds: since() },
  }
  if (options.signal.aborted) result.interrupted = true
  return result

  /** Loaded where there is a way in: who has none shall not wait for thirty probes to be read from the disk. */
  async function lookInside(way: WayIn) {
    const { lookInside: look } = await import('./inside.ts')
    return look({ ...options, wayIn: way, facts, target, connection: loginOfWayIn, ask: askInside, miss, sure: isSure })
  }

  /**
   * A login that ends at the same host is one more connection the server sees. Further tries at it wait until the
   * questions from outside have had their share.
   */
  async function loginOfWayIn(first: boolean): Promise<boolean> {
    if (!wayIn?.sameHost) return true
    if (first) {
      budget.note()
      return true
    }
    await within(60 * options.patience, outsideAsked)
    return budget.take()
  }

  async function askInside(probe: Probe, how: InsideContext): Promise<void> {
    const at = new Date().toISOString()
    const { via } = how.access
    options.progress(`from within: ${probe.asks}`)
    try {
      const value = await probe.run({ ...context(how.signal), ...how })
      sheet[probe.id] = { at, seen: 'inside', via, value }
    } catch (error) {
      // What a sick server answers may be no answer at all; the examination outlives it.
      const why = error instanceof Error ? error.message : String(error)
      const missing: Missing =
        error instanceof Unanswered ? error.missing : { why: 'absent', says: `its answer could not be read (${why})` }
      sheet[probe.id] = { at, seen: 'inside', via, missing }
    }
  }

  function isSure(): boolean {
    const [top] = posterior(readSigns(facts))
    return top !== undefined && top.hypothesis.id !== HEALTHY && top.probability >= SURE
  }

  function miss(id: FactId, via: string, missing: Missing): void {
    sheet[id] = { at: new Date().toISOString(), seen: 'inside', via, missing }
  }

  /** On the server itself nothing is tried but one contact, at an address sshd listens on. */
  async function listenHere(): Promise<void> {
    const [first] = known(facts, 'listener')?.listeners ?? []
    const any = first === undefined || /^(?:\*|0\.0\.0\.0|::|\[::\])?$/.test(first.address)
    const host = any ? (first?.address.includes(':') ? '::1' : '127.0.0.1') : first.address
    await ask(contact, options.signal, { ...target, host })
  }

  function userOf(): { user?: string } {
    const user = known(facts, 'ssh-config')?.user ?? target.user
    return user === undefined ? {} : { user }
  }

  function turnedAway(): boolean {
    return (known(facts, 'contact')?.contacts ?? []).some(
      (c) => c.connect.outcome === 'open' && c.identification === undefined && c.preBannerCount === 1,
    )
  }

  /** Listens ourselves where the login hears nothing, and ends the login when it cannot learn more. */
  async function listen(loggedIn: Promise<void>, named: Promise<unknown>, loginAbort: AbortController): Promise<void> {
    await within(SUSPICIOUS * options.patience, loggedIn)
    const ended = () => facts.login !== undefined
    if (reached('identification')) {
      await within(STUCK_IN_KEX * options.patience, Promise.race([loggedIn, stepSeen('newkeys')]))
      if (reached('newkeys')) return
    }
    const failure = known(facts, 'login')?.log.failure
    if (ended() && (reached('newkeys') || failure === 'config-unusable')) return
    await named
    if (!isDirect(facts) || endpoints(facts, target, 1).length === 0) return
    const heard = ask(contact)
    await within(SILENCE * options.patience, heard)
    const company: Promise<void>[] = []
    if (!facts.contact) {
      company.push(ask(controlPort))
      if (reached('connected') && !reached('identification')) company.push(ask(secondService))
    }
    await heard
    const seen = known(facts, 'contact')?.contacts ?? []
    // Whom nobody hears, ssh will not hear either; but one that has come further is worth the wait.
    if (!ended() && !reached('identification') && seen.length > 0 && seen.every((c) => c.identification === undefined))
      loginAbort.abort()
    await Promise.all(company)
    // While the login hangs in its key exchange, size and shape of packets can already be asked about.
    if (ended() || !reached('identification') || reached('newkeys')) return
    const begins = seen.some((c) => c.kexinitAt !== undefined)
    await Promise.all(begins ? [ask(kexinitSize)] : [ask(contactSplit), ask(contactNotSsh)])
    if (!reached('newkeys')) loginAbort.abort()
  }

  /** Beside a login that works, a few more tries: one in three dropped would otherwise look healthy. */
  async function shadow(loggedIn: Promise<void>): Promise<void> {
    await Promise.race([loggedIn, stepSeen('authenticated')])
    if (!reached('authenticated') || facts.contact !== undefined || !isDirect(facts)) return
    const server = steps.get('identification') ?? ''
    const software = /remote software version (\S+)/.exec(server)?.[1]
    const openssh = software ? parseIdentification(`SSH-2.0-${software}`)?.openssh : undefined
    // A server whose release nobody can tell is treated as one that penalises.
    const penalises = openssh === undefined || releaseFacts(openssh).penalties
    const end = endpoints(facts, target, 1)[0]
    if (!end) return
    if (penalises && !mayKnock(`${end.address} ${portOf(facts, target)}`, 3, Date.now() / 1000)) return
    await ask(contactAgain)
  }

  /** The medic's only loop: one more question, as long as one is worth its cost. */
  async function decide(): Promise<void> {
    while (!options.signal.aborted && since() < LAST_QUESTION * options.patience) {
      const now = posterior(readSigns(facts))
      const [top] = now
      if (!top || top.probability >= (top.hypothesis.id === HEALTHY ? SURE_OF_HEALTH : SURE)) return
      const ranked = rankTests(TESTS, facts, target, now).filter((test) => test.bits >= WORTHWHILE)
      const [best, ...others] = ranked
      if (!best) return
      // Questions that cost the sshd nothing go along with the best one.
      const free = others.filter((test) => test.probe.cost.connections === 0)
      await Promise.all([best, ...free].map((test) => ask(test.probe)))
    }
  }

  function stepSeen(step: LoginStep): Promise<void> {
    if (reached(step)) return Promise.resolve()
    return new Promise((resolve) => onStep.push((seen) => seen === step && resolve()))
  }
}

/** Connections that SSH servers on other ports, or the jump host's, took from us. */
function elsewhere(facts: FactSheet): number {
  const ids = ['second-service', 'other-ssh-port', 'jump-contact'] as const
  return ids.flatMap((id) => known(facts, id)?.contacts ?? []).filter((c) => c.identification !== undefined).length
}
