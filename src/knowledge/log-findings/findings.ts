import { grouped } from '../../core/grouped.ts'
import { adviceOf } from './advice.ts'
import { cautionsOf } from './cautions.ts'
import { networksOf } from './networks.ts'
import { patternsOf, strangersOf } from './patterns.ts'
import { GUESSED, guessedFrom, innocentsOf, sourcesOf } from './sources.ts'
import { stopsOf } from './stops.ts'
import { understood, troubleText } from './trouble-text.ts'
import type { Findings, LetIn, LogSummary, LogVerdict, Pattern, Trouble } from './types.ts'

/** What follows from a summary, and from what it complains of (troubles.ts). Pure: the same summary, the same findings. */
export function findingsOf(summary: LogSummary, troubles: readonly Trouble[] = []): Findings {
  const sources = sourcesOf(summary)
  const networks = networksOf(sources)
  const patterns = patternsOf(summary, sources)
  const letIn = (summary.acceptedAfterFailing ?? []).map((each): LetIn => ({
    ...each,
    guessed: each.failures >= GUESSED,
  }))
  const innocents = innocentsOf(sources, guessedFrom(summary))
  const verdict = verdictOf(summary, patterns, letIn, troubles)
  return {
    verdict,
    says: headline({ summary, verdict, patterns, letIn, troubles }),
    troubles: [...troubles],
    sources,
    networks,
    patterns,
    stops: stopsOf(strangersOf(summary, sources)),
    letIn,
    innocents,
    advice: adviceOf({ summary, sources, networks, patterns, letIn, innocents, troubles }),
    cautions: cautionsOf(summary),
  }
}

const refusedBy = ({ drops, perSource, penalties }: LogSummary) => ({
  limit: drops.total,
  source: perSource?.total ?? 0,
  penalty: penalties.total,
})

function verdictOf(
  summary: LogSummary,
  patterns: readonly Pattern[],
  letIn: readonly LetIn[],
  troubles: readonly Trouble[],
): LogVerdict {
  if (summary.recognised === 0) return 'nothing-read'
  if (letIn.some(({ guessed }) => guessed)) return 'let-in'
  if (troubles.some(({ weight }) => weight === 'server')) return 'failing'
  const { limit, source, penalty } = refusedBy(summary)
  if (limit + source + penalty > 0 || summary.episodes.length > 0) return 'turning-away'
  const guessing = patterns.some(
    ({ kind, failures }) => kind === 'silent-connections' || (kind !== 'own-automation' && failures > 0),
  )
  if (guessing) return 'guessing'
  return troubles.some(({ weight }) => weight === 'login') ? 'failing' : 'quiet'
}

interface Known {
  summary: LogSummary
  verdict: LogVerdict
  patterns: readonly Pattern[]
  letIn: readonly LetIn[]
  troubles: readonly Trouble[]
}

/** What sshd itself failed at comes first, behind a login that was perhaps guessed. */
function headline({ summary, verdict, patterns, letIn, troubles }: Known): string {
  const away = turnedAway(summary)
  const strangers = patterns.filter(({ kind }) => kind !== 'own-automation')
  const addresses = new Set(strangers.flatMap(({ addresses }) => addresses)).size
  const guessing =
    addresses === 0
      ? ''
      : `Passwords are being guessed from ${addresses === 1 ? 'one address' : `${addresses} addresses`}.`
  const failing = troubleText(troubles)
  const far = blind(summary) ? ' as far as this log can show' : ''
  const sentences = (...all: string[]) => all.filter((each) => each !== '').join(' ')
  switch (verdict) {
    case 'nothing-read':
      return 'No line that was read is from sshd.'
    case 'let-in': {
      const [first] = letIn.filter(({ guessed }) => guessed)
      const who = `Somebody was let in after ${first!.failures} failures: ${first!.user} from ${first!.address}.`
      return sentences(who, failing, away, guessing)
    }
    case 'failing':
    case 'turning-away':
      return sentences(failing, away, guessing)
    case 'guessing':
      return addresses === 0
        ? sentences(failing, 'Silent connections hold sshd’s slots; nobody was seen to be turned away.')
        : sentences(failing, `sshd turns nobody away${far}.`, guessing)
    case 'quiet':
      return understood(troubles)
        ? `Nothing here needs you: sshd turns nobody away${far}, and nobody guesses passwords in earnest.`
        : sentences(failing, `sshd turns nobody away${far}, and nobody guesses passwords in earnest.`)
  }
}

/** Releases before 8.4 log no drop at the default level (openssh.md 1.3). */
const blind = ({ releases, drops }: LogSummary): boolean =>
  drops.total === 0 && releases.some((each) => each === '≤7.3' || each === '7.4–8.3' || each === '≤8.3')

/** `sshd is turning people away: at least 37 connections in 2 episodes.` */
export function turnedAway(summary: LogSummary): string {
  const { limit, source, penalty } = refusedBy(summary)
  const floor = (exact: boolean) => (exact ? '' : 'at least ')
  // From 8.4 to 9.9 an episode's total has the drops of PerSourceMaxStartups in it (sshd.c drop_connection).
  const within = summary.episodes.length > 0 && source > 0 && !summary.releases.includes('≥10.0')
  const parts = [
    limit > 0 || summary.episodes.length > 0
      ? `${floor(summary.drops.exact)}${plural(limit, 'connection')} by MaxStartups in ${plural(summary.episodes.length, 'episode')}${within ? ` (at least ${grouped(source)} of them by PerSourceMaxStartups)` : ''}`
      : '',
    source > 0 && !within ? `at least ${plural(source, 'connection')} by PerSourceMaxStartups` : '',
    penalty > 0 ? `${floor(summary.penalties.exact ?? false)}${plural(penalty, 'connection')} by penalties` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `sshd turns people away: ${parts.join(', ')}.`
}

const plural = (n: number, one: string) => `${grouped(n)} ${one}${n === 1 ? '' : 's'}`
