import type { Advice, Pipeline } from '../../core/remedy.ts'
import { lineText } from '../../core/shown-command.ts'
import { edit, editTold, onServer, person, withUndo } from '../../core/steps.ts'
import { DEFAULT_MAX_STARTUPS } from '../../openssh/max-startups.ts'
import { loadForDropRate } from '../../openssh/startups/infer.ts'
import { DEFAULT_GRACE } from '../../openssh/startups/load.ts'
import { SOUND_GRACE, lowerGrace } from '../../openssh/startups/login-grace.ts'
import { startupsLine } from '../../openssh/startups/advised.ts'
import { fromLog } from '../../sshd-log/load-of-log.ts'
import { meanDropChance } from '../../openssh/startups/stationary.ts'
import { knows } from './generations.ts'
import { customerNetwork, isAddress, isPrivate } from '../../openssh/networks.ts'
import { isOwn } from './patterns.ts'
import type { AdviceId, Innocent, LetIn, LogSummary, Network, Pattern, PatternKind, Source, Trouble } from './types.ts'

type LogAdvice = Advice<AdviceId>

export interface Evidence {
  summary: LogSummary
  sources: readonly Source[]
  networks: readonly Network[]
  patterns: readonly Pattern[]
  letIn: readonly LetIn[]
  innocents: readonly Innocent[]
  troubles: readonly Trouble[]
}

const GUESSES: readonly PatternKind[] = ['dictionary', 'spray', 'single-source-flood', 'slow-distributed']

/** What to do, most useful first (openssh.md 9, the ranking of fixes); nothing the sshd of the log does not know. */
export function adviceOf(evidence: Evidence): LogAdvice[] {
  const { summary, patterns } = evidence
  const turnsAway = summary.drops.total + (summary.perSource?.total ?? 0) > 0
  const guessed = patterns.some(({ kind }) => GUESSES.includes(kind))
  const silent = patterns.some(({ kind }) => kind === 'silent-connections')
  return [
    ...checkLogins(evidence),
    ...explainFailures(evidence),
    ...fixAutomation(evidence),
    ...(guessed || (turnsAway && !ownLoad(evidence)) ? blocking(evidence) : []),
    ...(turnsAway || silent ? lowerGraceUnder(evidence) : []),
    ...(turnsAway && (guessed || silent) ? perSource(evidence) : []),
    ...(turnsAway && !guessed && !silent && ownLoad(evidence) ? raise(evidence) : []),
    ...exempt(evidence),
    ...(guessed ? [KEYS_ONLY] : []),
    ...logLevel(evidence),
  ]
}

/** Whether it is ourselves who fill the slots: five of six connections are of addresses that log in. */
function ownLoad({ sources }: Evidence): boolean {
  let [own, strangers] = [0, 0]
  for (const source of sources) {
    if (isOwn(source)) own += source.accepted + source.drops + source.perSource
    else strangers += source.failures + source.drops + source.perSource
  }
  return own > 5 * strangers
}

function checkLogins({ letIn }: Evidence): LogAdvice[] {
  const guessed = letIn.filter((each) => each.guessed)
  if (guessed.length === 0) return []
  const [first] = guessed
  const who = `${first!.user || 'somebody'} from ${first!.address} after ${first!.failures} failures`
  const more = guessed.length > 1 ? `, and ${guessed.length - 1} more such logins` : ''
  const says =
    `First of all find out whether this was you: ${who}${more}. If not, the account is taken: end its sessions, lock it, change its ` +
    'password and keys, and look at what it did.'
  return [{ id: 'check-logins', steps: [person(says)] }]
}

/** A log counts; what is behind a failure, and what to do about it, the same lines tell to `explain`. */
function explainFailures({ troubles }: Evidence): LogAdvice[] {
  const named = [
    ...new Set(troubles.flatMap(({ faults, weight }) => (weight === 'server' || weight === 'login' ? faults : []))),
  ]
  if (named.length === 0) return []
  const says =
    `Give the lines under "What failed" to sshmedic explain: they name ${named.slice(0, 3).join(', ')}${named.length > 3 ? ` and ${named.length - 3} more` : ''}, ` +
    'and it says what to do about each. sshmedic --via looks at the machine itself.'
  return [{ id: 'explain-failures', steps: [person(says)] }]
}

function fixAutomation({ patterns, sources }: Evidence): LogAdvice[] {
  const jobs = new Set(patterns.find(({ kind }) => kind === 'own-automation')?.addresses)
  const failing = sources.filter(
    ({ address, failures, accepted }) => jobs.has(address) && failures > 0 && accepted === 0,
  )
  if (failing.length === 0) return []
  const [first] = failing
  const says = `A job of yours seems to fail for ever: ${first!.address}, ${first!.failures} times. Give it its new password or key, or stop it.`
  return [{ id: 'fix-automation', steps: [person(says)] }]
}

const MOST_COMMANDS = 5
/** Less than this a person who has forgotten a password does as well: nobody to be shut out for good. */
const WORTH_BLOCKING = 20

function blocking({ summary, sources, networks, patterns, letIn }: Evidence): LogAdvice[] {
  const guessed = new Set(letIn.filter((each) => each.guessed).map(({ address }) => address))
  const strangers = sources.filter(({ address, failures, drops, perSource, accepted }) => {
    return failures + drops + perSource > 0 && (accepted === 0 || guessed.has(address)) && !isPrivate(address)
  })
  if (strangers.length === 0) return []
  const work = (list: readonly { failures: number; drops: number }[]) =>
    list.reduce((sum, { failures, drops }) => sum + failures + drops, 0)
  const all = work(sources)
  const worth = strangers.filter((each) => each.failures + each.drops + each.perSource >= WORTH_BLOCKING)
  const top = (worth.length > 0 ? worth : strangers).slice(0, MOST_COMMANDS)
  const part = Math.round((100 * work(top)) / Math.max(1, all))
  const newer = knows(summary.releases, [9, 8]) === 'yes'
  const filter = newer ? ' (with a filter that knows sshd-session: the one of fail2ban 1.0.2 does not)' : ''
  const distributed = patterns.some(({ kind }) => kind === 'slow-distributed')
  const crowded = networks[0] && networks[0].accepted === 0 && networks[0].addresses >= 4 ? networks[0] : undefined
  const network = crowded
    ? ` ${crowded.network} alone has ${crowded.addresses} of them with ${crowded.failures + crowded.drops} attempts: block it whole.`
    : ''
  if (distributed && part < 50) {
    const says =
      `Let only those in who need it: a firewall or security group with your own networks, or a VPN. Bans by address do little ` +
      `here: the busiest ${top.length} of ${strangers.length} addresses make ${part} % of it. A ban tool${filter} helps only with a ` +
      `long memory (findtime of a day).${network}`
    return [{ id: 'allow-list', steps: [person(says)] }]
  }
  const says =
    `Block them before they reach sshd, by firewall or a ban tool${filter}: the busiest ${top.length === 1 ? 'address makes' : `${top.length} of ${strangers.length} addresses make`} ` +
    `${part} % of all failed and dropped connections.${network} If sshd listens on another port than 22, say that one.`
  const blocked = worth
    .slice(0, MOST_COMMANDS)
    .filter(({ address }) => isAddress(address))
    .map(({ address }) => (crowded && customerNetwork(address) === crowded.network ? crowded.network : address))
  const addresses = [...new Set(blocked)]
  const block = onServer(says, ...addresses.map((each) => dropRule('-I', each)))
  return [{ id: 'block-sources', steps: [withUndo(block, ...addresses.map((each) => dropRule('-D', each)))] }]
}

/** Puts in a rule, or takes it out again; only for what has been read as an address or a network. */
function dropRule(how: '-I' | '-D', address: string): Pipeline[number] {
  const program = address.includes(':') ? 'ip6tables' : 'iptables'
  return ['sudo', program, how, 'INPUT', '-p', 'tcp', '--dport', '22', '-s', address, '-j', 'DROP']
}

function lowerGraceUnder({ summary, patterns }: Evidence): LogAdvice[] {
  const { dropsPerSecond, exact } = fromLog(summary)
  const silent = patterns.some(({ kind }) => kind === 'silent-connections')
  const lead = lowerGrace(
    silent
      ? 'silent connections then give their slots back four to six times sooner.'
      : 'it takes slots back from strangers who do not log in, and users who do need no longer.',
  )
  const id = 'lower-login-grace-time'
  if (dropsPerSecond === null || !silent) return [{ id, steps: [lead] }]
  const load = loadForDropRate(DEFAULT_MAX_STARTUPS, dropsPerSecond, DEFAULT_GRACE)
  if (!Number.isFinite(load)) return [{ id, steps: [lead] }]
  const at = (grace: number) =>
    `${Math.round(100 * meanDropChance(DEFAULT_MAX_STARTUPS, (load * grace) / DEFAULT_GRACE))} %`
  const { least, most } = SOUND_GRACE
  const effect =
    `If the server runs on the defaults (MaxStartups 10:30:100, LoginGraceTime ${DEFAULT_GRACE}), ${exact ? 'the ' : 'at least '}` +
    `${dropsPerSecond.toPrecision(2)} drops a second mean that ${at(DEFAULT_GRACE)} of all logins are dropped; with LoginGraceTime ${most} it would ` +
    `be ${at(most)}, with ${least} ${at(least)}. (sshmedic startups --from-logs computes it for your own setting.)`
  return [{ id, steps: [{ ...lead, say: `${lead.say} ${effect}` }] }]
}

/** Helps against few addresses only: m of them hold k × m slots. */
function perSource({ summary, sources, innocents }: Evidence): LogAdvice[] {
  const known = knows(summary.releases, [8, 5])
  const busy = sources.filter(({ failures, drops }) => failures + drops > 0)
  const all = busy.reduce((sum, { failures, drops }) => sum + failures + drops, 0)
  const top = busy.slice(0, 3).reduce((sum, { failures, drops }) => sum + failures + drops, 0)
  // Where it drops already it is set.
  if (known === 'no' || (summary.perSource?.total ?? 0) > 0 || all === 0 || top * 2 < all) return []
  const gate = known === 'perhaps' ? ' (OpenSSH 8.5 and later; ask yours with ssh -V)' : ''
  const shared = innocents.length > 0 ? ' Mind your own people behind one address: they share the limit.' : ''
  const limit = { keyword: 'PerSourceMaxStartups', value: '5' }
  const says =
    `Limit what one address may hold: ${lineText(limit)}${gate}. ${busy.length === 1 ? 'One address makes' : `The busiest ${Math.min(3, busy.length)} of ${busy.length} addresses make`} ` +
    `${Math.round((100 * top) / all)} % of it.${shared}`
  return [{ id: 'limit-per-source', steps: [editTold(limit, says)] }]
}

function raise({ summary }: Evidence): LogAdvice[] {
  const peak = fromLog(summary).peak
  const seen = peak === null ? '' : ` (${peak} pending at the most were seen)`
  const share =
    `It is your own connections that fill the slots${seen}: let them share one connection (ControlMaster, ControlPersist) or start them ` +
    'apart.'
  const wider = startupsLine({ start: 50, rate: 30, full: 200 })
  const widen = `Where that cannot be, ${lineText(wider)} keeps the rate at 30; a higher rate would drop more.`
  return [{ id: 'raise-max-startups', steps: [person(share), editTold(wider, widen)] }]
}

function exempt({ summary, innocents }: Evidence): LogAdvice[] {
  const punished = innocents.filter(({ penalties }) => penalties > 0)
  if (punished.length === 0 || knows(summary.releases, [9, 8]) === 'no') return []
  const list = punished.filter(({ address }) => isAddress(address)).map(({ address }) => address)
  const says =
    `${punished.length === 1 ? 'An address that only ever logs in is' : `${punished.length} addresses that only ever log in are`} refused by penalties: ` +
    'a health check or a scan from the same address earns them. Exempt what you trust, if nobody else shares the address.'
  const line = { keyword: 'PerSourcePenaltyExemptList', value: list.slice(0, 20).join(',') }
  return [{ id: 'exempt-from-penalties', steps: [list.length > 0 ? edit(line, says) : person(says)] }]
}

/** Whether everybody has a key, no log tells. */
const KEYS_ONLY: LogAdvice = {
  id: 'keys-only',
  steps: [
    person(
      'If everybody has a key, switch passwords off (PasswordAuthentication no, KbdInteractiveAuthentication no): guessing then cannot ' +
        'succeed, though it goes on.',
    ),
  ],
}

function logLevel({ summary }: Evidence): LogAdvice[] {
  if (knows(summary.releases, [7, 4]) !== 'yes' || knows(summary.releases, [8, 4]) !== 'no' || summary.drops.total > 0)
    return []
  const says = 'This sshd logs dropped connections at LogLevel VERBOSE only: set it, or nobody will ever see them here.'
  return [{ id: 'log-level-verbose', steps: [editTold({ keyword: 'LogLevel', value: 'VERBOSE' }, says)] }]
}
