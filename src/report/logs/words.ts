/** The sentences of `sshmedic logs`, for every renderer. Strangers' text is not yet made visible here: renderers do. */

import { grouped } from '../../core/grouped.ts'
import { visible } from '../../core/visible.ts'
import type {
  Findings,
  Innocent,
  LetIn,
  LogVerdict,
  Source,
  Stop,
  Trouble,
} from '../../knowledge/log-findings/types.ts'
import type { Episode, Generation, LogSummary } from '../../sshd-log/types.ts'
import { seconds } from '../numbers.ts'
import type { LogDocument } from './document.ts'

/** `12,345`. */
export const number = grouped

export const counted = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`

/** `2025-11-08 17:02:11`, in UTC; `–` where there is none. */
export function when(iso: string | null): string {
  return iso === null || iso === '' ? '–' : iso.slice(0, 19).replace('T', ' ')
}

/** As `when`, with the day left out where `like` has said it. */
export function until(iso: string | null, like: string | null): string {
  const text = when(iso)
  return like !== null && text.slice(0, 10) === when(like).slice(0, 10) ? text.slice(11) : text
}

/** `at least 12` for a floor. */
export const figure = (n: number, exact: boolean): string => (exact ? number(n) : `at least ${number(n)}`)

export function episodeText({ start, end, dropped, exact, peak }: Episode): string {
  const length = (Date.parse(end ?? '') - Date.parse(start ?? '')) / 1000
  const took = length > 0 ? ` (${seconds(length)})` : ''
  const most = peak === null ? '' : `, ${number(peak)} pending at the most`
  const to = end === null ? ', no end in this log' : ` to ${until(end, start)}${took}`
  const span = start === null && end === null ? 'at a time unknown' : `${when(start)}${to}`
  return `${span}: ${exact ? 'exactly' : 'at least'} ${number(dropped)} dropped${most}`
}

const VERDICTS: Record<LogVerdict, string> = {
  'nothing-read': 'nothing read',
  quiet: 'quiet',
  failing: 'failing',
  guessing: 'guessing',
  'turning-away': 'turning people away',
  'let-in': 'let in after failing',
}
export const verdictText = (verdict: LogVerdict): string => VERDICTS[verdict]

const RELEASES: Record<Generation, string> = {
  '≤7.3': '7.3 or older',
  '7.4–8.3': '7.4 to 8.3',
  '8.4–9.7': '8.4 to 9.7',
  '9.8–9.9': '9.8 or 9.9',
  '≥10.0': '10.0 or newer',
  '≤8.3': '8.3 or older',
  '≤9.7': '9.7 or older',
  '≥9.8': '9.8 or newer',
}

function releasesText(releases: readonly Generation[]): string {
  return releases.length === 0 ? '' : `written by OpenSSH ${releases.map((each) => RELEASES[each]).join(', then ')}`
}

/** What was read, in one line: `/var/log/auth.log: 12,345 lines (9,876 of sshd's), … to …, written by OpenSSH …`. */
export function readText({ input, summary }: LogDocument): string {
  const { lines, recognised, first, last, releases } = summary
  const span = first === null ? '' : `, ${when(first)} to ${until(last, first)} UTC`
  const by = releasesText(releases)
  return `${input.from}: ${counted(lines, 'line')}, ${number(recognised)} of sshd’s${span}${by === '' ? '' : `, ${by}`}`
}

/** How times without a zone were read; the cautions say what of years. */
export function timeText({ time, first }: LogSummary): string {
  return first === null ? '' : `Times are shown in UTC; those that name no zone were read as ${time.zone}.`
}

/** Behind a login that ended a run of failures; nothing where the run says enough. */
export function fewText({ address, guessed }: LetIn, { sources }: Findings): string {
  if (guessed) return ''
  const names = sources.find((source) => source.address === address)?.usersTried ?? 0
  return names <= 2 ? ' (few: a person who mistyped?)' : ` (few, but ${number(names)} names were tried from there)`
}

/**
 * What is to be said of an address beside its failures and logins: `yours, by its looks; at least 3 dropped, 1 refused by penalty`. Drops that have
 * lines of their own are all of them only where there are as many lines as drops.
 */
export function aboutSource({ summary, findings }: LogDocument): (source: Source) => string {
  const own = new Set(findings.patterns.find(({ kind }) => kind === 'own-automation')?.addresses)
  const lines = summary.drops.byAddress.reduce((sum, { count }) => sum + count, 0)
  const each = summary.drops.exact && lines === summary.drops.total
  return (source) => {
    const { address, drops, perSource, penalties } = source
    const befell = [
      drops > 0 ? `${figure(drops, each)} dropped` : '',
      perSource > 0 ? `at least ${number(perSource)} over its own limit` : '',
      penalties > 0 ? `${figure(penalties, summary.penalties.exact ?? false)} refused by penalty` : '',
    ].filter((part) => part !== '')
    return [own.has(address) ? 'yours, by its looks' : '', befell.join(', '), paceText(source)]
      .filter((part) => part !== '')
      .join('; ')
  }
}

const STOPS: Readonly<Record<Stop['by'], { name: string; how: string }>> = {
  fail2ban: { name: 'fail2ban', how: 'fail2ban’s default, five failures in ten minutes' },
  'crowdsec-ssh-bf': { name: 'CrowdSec’s ssh-bf', how: 'CrowdSec’s ssh-bf, more than five beside one in 10 s' },
  'crowdsec-ssh-slow-bf': {
    name: 'CrowdSec’s ssh-slow-bf',
    how: 'CrowdSec’s ssh-slow-bf, more than ten beside one in 60 s',
  },
  penalties: { name: 'sshd’s penalties', how: 'sshd’s own penalties from 9.8 on, were each failure a connection' },
}

/** How fast an address failed while it was at it, and what would have stopped it; nothing of a few failures. */
function paceText({ failures, pace }: Source): string {
  if (pace === undefined || failures < 5) return ''
  const quick = failures - pace.visits
  const visits = counted(pace.visits, 'visit')
  const how =
    quick > 0 ? `one try every ${seconds(pace.activeSeconds / quick)} in ${visits}` : `${visits} of one try each`
  const names = pace.stoppedBy.map((by) => STOPS[by].name)
  return `${how}, ${names.length === 0 ? 'which no ban by rate notices' : `which ${namesText(names)} would have stopped`}`
}

function namesText(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`
}

/** `fail2ban’s default, five failures in ten minutes: 27 of 78 addresses, with 91 % of their failures`. */
export function stopText({ by, addresses, of, failures }: Stop, all: number): string {
  const share = all > 0 ? `, with ${Math.round((100 * failures) / all)} % of the failures` : ''
  return `${STOPS[by].how}: ${number(addresses)} of ${counted(of, 'address', 'addresses')}${addresses > 0 ? share : ''}`
}

/** What a line says of a failure, and what a client offered that this server does not take. */
export function troubleSays({ says, theirs }: Trouble): string {
  const offer = theirs === undefined ? '' : ` Those clients offer ${theirs.split(',').join(', ')}.`
  return `${says ?? 'A line at error or above that is not understood here.'}${offer}`
}

/** `12 times, 2025-11-08 17:02:11 – 18:00:00, from 203.0.113.9 and 2 more, for alice`. */
export function troubleWhen({ count, first, last, byAddress, users }: Trouble): string {
  const span = first === null ? '' : count === 1 ? when(first) : `${when(first)} – ${until(last, first)}`
  const [top, ...others] = byAddress
  const from =
    top === undefined
      ? ''
      : `from ${visible(top.address, 60)}${others.length > 0 ? ` and ${number(others.length)} more` : ''}`
  const who = users.length === 0 ? '' : usersText(users).replace(/^as /, 'for ')
  return `(${[count === 1 ? 'once' : counted(count, 'time'), span, from, who].filter((part) => part !== '').join(', ')})`
}

/** What befell somebody who otherwise only logs in; lines name few of the dropped, so that is a floor. */
export function innocentText({ drops, penalties, accepted, failures }: Innocent, summary: LogSummary): string {
  const how = [
    drops > 0 ? `at least ${number(drops)} dropped` : '',
    penalties > 0 ? `${figure(penalties, summary.penalties.exact ?? false)} refused by penalty` : '',
  ]
  return `${how.filter((part) => part !== '').join(', ')}; otherwise ${counted(accepted, 'login')} and ${failures === 0 ? 'no failure' : counted(failures, 'failure')}`
}

/** Totals as a table: what, how many, exact or a floor and why. */
export function totals({ failures, accepted, drops, penalties, perSource, usersTried, kinds }: LogSummary) {
  const from = (n: number) => `from ${counted(n, 'address', 'addresses')}`
  const names = usersTried === undefined ? '' : `, ${counted(usersTried, 'user name')}`
  const exact = (yes: boolean) => (yes ? 'exact' : 'a floor')
  return [
    {
      name: 'failed logins',
      n: failures.total,
      exact: failures.toldBy === 'pam' ? 'told by PAM alone' : 'exact',
      more: failures.total > 0 ? `${from(failures.byAddress.length)}${names}` : '',
    },
    {
      name: 'logins',
      n: accepted.total,
      exact: 'exact',
      more: accepted.total > 0 ? from(accepted.byAddress.length) : '',
    },
    { name: 'dropped by MaxStartups', n: drops.total, exact: exact(drops.exact), more: '' },
    ...(perSource && perSource.total > 0
      ? [{ name: 'over their own limit', n: perSource.total, exact: 'a floor', more: from(perSource.byAddress.length) }]
      : []),
    ...(penalties.total > 0 || (penalties.imposed ?? 0) > 0
      ? [
          {
            name: 'refused by penalty',
            n: penalties.total,
            exact: exact(penalties.exact ?? false),
            more: [
              penalties.byAddress.length > 0 ? from(penalties.byAddress.length) : '',
              penalties.imposed ? `${counted(penalties.imposed, 'penalty', 'penalties')} imposed` : '',
            ]
              .filter((part) => part !== '')
              .join('; '),
          },
        ]
      : []),
    ...((kinds['grace-timeout'] ?? 0) > 0
      ? [{ name: 'ran into LoginGraceTime', n: kinds['grace-timeout']!, exact: 'exact', more: 'silent or slow' }]
      : []),
  ]
}

/** The line that is kept up to date under `--follow`; drops are lines there, and so a floor. */
export function summaryLine({
  failures,
  accepted,
  drops,
}: {
  failures: number
  accepted: number
  drops: number
}): string {
  return `${number(failures)} failed, ${number(accepted)} logins, ${figure(drops, drops === 0)} dropped`
}

const SHOWN_USERS = 6

/** `as admin, root and 3 more`. */
export function usersText(users: readonly string[]): string {
  if (users.length === 0) return ''
  const shown = users.slice(0, SHOWN_USERS).map((user) => (user === '' ? '(empty)' : visible(user, 30)))
  const rest = users.length - shown.length
  return `as ${shown.join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`
}
