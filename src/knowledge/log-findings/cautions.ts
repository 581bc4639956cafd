import type { LogSummary } from './types.ts'

/** What the numbers mean and what this log cannot show, one sentence each (openssh.md 1.3, 5). */
export function cautionsOf(summary: LogSummary): string[] {
  const { releases, drops, penalties, failures, time } = summary
  const has = (...names: LogSummary['releases']) => names.some((name) => releases.includes(name))
  const old = has('≤7.3', '7.4–8.3', '≤8.3')
  const named = drops.byAddress.reduce((sum, { count }) => sum + count, 0)
  return [
    ...(drops.total > 0 && drops.exact
      ? [
          (summary.kinds['throttling-ends'] ?? 0) > 0
            ? 'Drops are exact: each episode’s last line says how many there were (OpenSSH 8.4 to 9.9).'
            : 'Drops are exact if nothing was filtered out of this log: at LogLevel VERBOSE, OpenSSH 7.4 to 8.3 writes a line for each.',
        ]
      : []),
    ...(drops.total > 0 && !drops.exact ? [floorWhy(summary)] : []),
    ...(old && drops.total === 0
      ? ['A log without drops proves nothing: before OpenSSH 8.4 sshd does not log them at the default level.']
      : []),
    ...(!old && drops.total === 0 && has('≤9.7')
      ? [
          'The release that wrote this cannot be told; if it is older than OpenSSH 8.4, drops are not logged at the default level.',
        ]
      : []),
    ...(drops.byAddress.length > 0 && (named < drops.total || !drops.exact)
      ? ['Only drops with a line of their own name an address: the counts by address are floors.']
      : []),
    ...(penalties.total > 0 && penalties.exact !== true
      ? [
          'From OpenSSH 10.0 on sshd does not log every drop by a penalty, and this sshd may be such a one: their number is a floor.',
        ]
      : []),
    ...((summary.perSource?.total ?? 0) > 0
      ? [
          'Drops with #N below the first number of MaxStartups are PerSourceMaxStartups; few are logged, so their number is a floor.',
          'If this server’s MaxStartups begins below 10 and that was not known here, say it with --max-startups.',
        ]
      : []),
    ...(failures.toldBy === 'pam'
      ? [
          'Not one line of sshd’s own tells of a failed login here: a filter has kept PAM’s lines only. Failures are counted by what PAM tells; a login that one module refused and another let in is counted, too.',
        ]
      : []),
    ...(failures.total > 0 && failures.toldBy === undefined
      ? ['Failed passwords are counted once each and exactly; refused keys are mostly not logged at the default level.']
      : []),
    ...(time.year !== null ? [`The log carries no years: ${yearText(time)}.`] : []),
  ]
}

function floorWhy({ releases }: LogSummary): string {
  if (releases.some((each) => each === '≥10.0'))
    return 'Drops are a floor: from OpenSSH 10.0 on sshd logs the first few of a burst and then one line in five minutes.'
  return 'Drops are a floor: sshd writes one line for the first drop of an episode, and the line that tells their number has not come.'
}

const yearText = ({ year, rollovers }: LogSummary['time']) =>
  rollovers > 0 ? `it is read as ending in ${year! + rollovers} and beginning in ${year}` : `${year} is assumed`
