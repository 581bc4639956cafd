import { grouped } from '../../core/grouped.ts'
import { adviceOf } from './advice.ts'
import { cautionsOf } from './cautions.ts'
import { networksOf } from './networks.ts'
import { patternsOf } from './patterns.ts'
import { GUESSED, guessedFrom, innocentsOf, sourcesOf } from './sources.ts'
import type { Findings, LetIn, LogSummary, LogVerdict, Pattern } from './types.ts'

/** What follows from a summary. Pure: the same summary, the same findings. */
export function findingsOf(summary: LogSummary): Findings {
  const sources = sourcesOf(summary)
  const networks = networksOf(sources)
  const patterns = patternsOf(summary, sources)
  const letIn = (summary.acceptedAfterFailing ?? []).map((each): LetIn => ({
    ...each,
    guessed: each.failures >= GUESSED,
  }))
  const innocents = innocentsOf(sources, guessedFrom(summary))
  const verdict = verdictOf(summary, patterns, letIn)
  return {
    verdict,
    says: headline(summary, verdict, patterns, letIn),
    sources,
    networks,
    patterns,
    letIn,
    innocents,
    advice: adviceOf({ summary, sources, networks, patterns, letIn, innocents }),
    cautions: cautionsOf(summary),
  }
}

const refusedBy = ({ drops, perSource, penalties }: LogSummary) => ({
  limit: drops.total,
  source: perSource?.total ?? 0,
  penalty: penalties.total,
})

function verdictOf(summary: LogSummary, patterns: readonly Pattern[], letIn: readonly LetIn[]): LogVerdict {
  if (summary.recognised === 0) return 'nothing-read'
  if (letIn.some(({ guessed }) => guessed)) return 'let-in'
  const { limit, source, penalty } = refusedBy(summary)
  if (limit + source + penalty > 0 || summary.episodes.length > 0) return 'turning-away'
  return patterns.some(
    ({ kind, failures }) => kind === 'silent-connections' || (kind !== 'own-automation' && failures > 0),
  )
    ? 'guessing'
    : 'quiet'
}

function headline(
  summary: LogSummary,
  verdict: LogVerdict,
  patterns: readonly Pattern[],
  letIn: readonly LetIn[],
): string {
  const away = turnedAway(summary)
  const strangers = patterns.filter(({ kind }) => kind !== 'own-automation')
  const addresses = new Set(strangers.flatMap(({ addresses }) => addresses)).size
  const guessing =
    addresses === 0
      ? ''
      : ` Passwords are being guessed from ${addresses === 1 ? 'one address' : `${addresses} addresses`}.`
  switch (verdict) {
    case 'nothing-read':
      return 'No line that was read is from sshd.'
    case 'let-in': {
      const [first] = letIn.filter(({ guessed }) => guessed)
      return `Somebody was let in after ${first!.failures} failures: ${first!.user} from ${first!.address}.${away === '' ? '' : ` ${away}`}${guessing}`
    }
    case 'turning-away':
      return `${away}${guessing}`
    case 'guessing':
      return addresses === 0
        ? 'Silent connections hold sshd’s slots; nobody was seen to be turned away.'
        : `sshd turns nobody away${blind(summary) ? ' as far as this log can show' : ''}.${guessing}`
    case 'quiet':
      return `Nothing here needs you: sshd turns nobody away${blind(summary) ? ' as far as this log can show' : ''}, and nobody guesses passwords in earnest.`
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
