import { known } from '../../core/probe.ts'
import { parseIdentification } from '../../openssh/identification.ts'
import { releaseFacts } from '../../openssh/releases.ts'
import { endpoints, isDirect } from '../../probes/dial/addresses.ts'
import type { Examination } from '../examination.ts'

/** A login that has not heard the server by then is joined by our own listening. Seconds. */
const SUSPICIOUS = 0.8
/** One that has heard it and gets no keys. Seconds. */
const STUCK_IN_KEX = 2
/** The other services and a closed port are asked once a silence is more than a slow network. Seconds. */
const SILENCE = 1.2
/** A dead resolver is not waited for before the login; behind it, as long as it may take. Seconds. */
const NAME_AT_FIRST = 0.3
const NAME_AT_LAST = 6.5

/**
 * The look from outside: the user's own login first, since one that works costs the server nothing it would not have anyway, and our
 * own connections only where it hears nothing. `ssh-config` has been asked.
 */
export async function lookOutside(exam: Examination): Promise<void> {
  const local = Promise.all([exam.ask('key-files'), exam.ask('certificates'), exam.ask('control-socket')])
  const named = exam.ask('name-lookup').then(() => Promise.all([exam.ask('own-connections'), exam.ask('route')]))
  // Before our own connections would count among them.
  await exam.waitFor(NAME_AT_FIRST, named)

  const enough = new AbortController()
  const stopLogin = () => enough.abort()
  exam.signal.addEventListener('abort', stopLogin, { once: true })
  const loggedIn = exam.ask('login', { signal: enough.signal })
  const company = Promise.all([listen(exam, { loggedIn, named, stopLogin }), shadow(exam, loggedIn)])
  await Promise.all([loggedIn, company, local, exam.waitFor(NAME_AT_LAST, named)])
  exam.signal.removeEventListener('abort', stopLogin)
  await exam.ask('login-beyond-host-key')
  await exam.ask('command-session')
  // How often it turns us away is the measure of how full it is, however sure the cause.
  if (wasTurnedAway(exam)) await exam.ask('contact-again')
}

/** The port opened, said one line that is no identification, and ended. */
export function wasTurnedAway({ facts }: Examination): boolean {
  return (known(facts, 'contact')?.contacts ?? []).some(
    (c) => c.connect.outcome === 'open' && c.identification === undefined && c.preBannerCount === 1,
  )
}

interface Login {
  loggedIn: Promise<void>
  named: Promise<unknown>
  /** Ends the login. */
  stopLogin(): void
}

/** Listens ourselves where the login hears nothing, and ends the login when it cannot learn more. */
async function listen(exam: Examination, { loggedIn, named, stopLogin }: Login): Promise<void> {
  const { facts } = exam
  await exam.waitFor(SUSPICIOUS, loggedIn)
  const ended = () => facts.login !== undefined
  if (exam.reached('identification')) {
    await exam.waitFor(STUCK_IN_KEX, Promise.race([loggedIn, exam.stepSeen('newkeys')]))
    if (exam.reached('newkeys')) return
  }
  const failure = known(facts, 'login')?.log.failure
  if (ended() && (exam.reached('newkeys') || failure === 'config-unusable')) return
  await named
  if (!isDirect(facts) || endpoints(facts, exam.target, 1).length === 0) return
  const heard = exam.ask('contact')
  await exam.waitFor(SILENCE, heard)
  const company: Promise<void>[] = []
  if (!facts.contact) {
    company.push(exam.ask('control-port'))
    if (exam.reached('connected') && !exam.reached('identification')) company.push(exam.ask('second-service'))
  }
  await heard
  const seen = known(facts, 'contact')?.contacts ?? []
  const mute = seen.length > 0 && seen.every((c) => c.identification === undefined)
  // A server that we do not hear ssh will not hear either; but a login that has come further is worth the wait.
  if (!ended() && !exam.reached('identification') && mute) stopLogin()
  await Promise.all(company)
  // While the login hangs in its key exchange, size and shape of packets can already be asked about.
  if (ended() || !exam.reached('identification') || exam.reached('newkeys')) return
  const begins = seen.some((c) => c.kexinitAt !== undefined)
  await Promise.all(begins ? [exam.ask('kexinit-size')] : [exam.ask('contact-split'), exam.ask('contact-not-ssh')])
  if (!exam.reached('newkeys')) stopLogin()
}

/** Beside a login that works, a few more tries: one in three dropped would otherwise look healthy. */
async function shadow(exam: Examination, loggedIn: Promise<void>): Promise<void> {
  await Promise.race([loggedIn, exam.stepSeen('authenticated')])
  if (!exam.reached('authenticated') || exam.facts.contact !== undefined || !isDirect(exam.facts)) return
  if (endpoints(exam.facts, exam.target, 1).length === 0) return
  if (penalises(exam) && !(await exam.mayKnock(EXTRA_TRIES))) return
  await exam.ask('contact-again')
}

/** What `contact-again` makes of connections beside a login that works. */
const EXTRA_TRIES = 3

/** A server whose release nobody can tell is treated as one that penalises. */
function penalises(exam: Examination): boolean {
  const software = /remote software version (\S+)/.exec(exam.lineOf('identification') ?? '')?.[1]
  const openssh = software ? parseIdentification(`SSH-2.0-${software}`)?.openssh : undefined
  return openssh === undefined || releaseFacts(openssh).penalties
}
