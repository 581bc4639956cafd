/** The sentences of `sshmedic startups`, for every renderer. */

import type { Step } from '../../core/remedy.ts'
import { shownCommand } from '../../core/shown-command.ts'
import type { MaxStartups } from '../../openssh/max-startups.ts'
import { DEFAULT_MAX_STARTUPS, settingText } from '../../openssh/max-startups.ts'
import type { Estimate, FromLog, FromShare } from '../../openssh/startups/infer.ts'
import { SOUND_GRACE } from '../../openssh/startups/login-grace.ts'
import type { Study } from '../../openssh/startups/study.ts'
import { releaseFacts } from '../../openssh/releases.ts'
import { seconds } from '../numbers.ts'

/** `46.7 %`, `0.01 %`, `0 %`: two figures where they are few, because 0.3 and 0.03 differ. */
export function share(chance: number): string {
  const hundred = chance * 100
  if (!(hundred > 0)) return '0 %'
  if (hundred < 0.001) return '<0.001 %'
  if (hundred < 0.1) return `${Number(hundred.toPrecision(1))} %`
  if (chance < 1 && hundred > 99.95) return '>99.9 %'
  return `${hundred.toFixed(1)} %`
}

/** `0.5/s`, `30/h`: whichever makes a number people can picture. */
function rateText(perSecond: number): string {
  if (perSecond === 0 || perSecond >= 0.1) return `${figure(perSecond)}/s`
  return perSecond >= 1 / 600 ? `${figure(perSecond * 60)}/min` : `${figure(perSecond * 3600)}/h`
}

/** Three figures at most; `∞` where there is no end. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '∞'
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}

const between = ({ likeliest, low, high }: Estimate): string =>
  Number.isFinite(likeliest)
    ? `about ${figure(likeliest)} (95 % sure: ${figure(low)} to ${Number.isFinite(high) ? figure(high) : 'any number'})`
    : `at least ${figure(low)}`

/** The answer in a sentence or two. */
export function headline({ setting, load, loadFrom, state }: Study): string {
  const name = `MaxStartups ${settingText(setting)}`
  if (loadFrom === 'none')
    return `${name} drops nobody below ${setting.start} pending connections and everybody from ${closedFrom(setting)} on.`
  if (load.pending === Infinity)
    return (
      `Under ${name} everybody is dropped in the end: without a LoginGraceTime silent connections hold their slots ` +
      'for ever.'
    )
  return (
    `Under this load ${name} drops ${share(state.dropChance)} of all connections, yours and strangers' alike; ` +
    `${figure(state.meanPending)} are pending on average.`
  )
}

const closedFrom = ({ start, rate, full }: MaxStartups) => (rate === 100 ? Math.min(start, full) : full)

/** What the load is made of. */
export function loadSentence({ load, loadFrom }: Study): string {
  const { rate, held, logins, pending, hold, grace } = load
  if (loadFrom === 'none') return 'No load was given. Say --rate and --hold, --dropped 7/20, or --from-logs FILE.'
  const whom =
    rate > 0
      ? `Strangers come at ${rateText(rate)} and hold a slot for ${held === Infinity ? 'ever' : seconds(held)} each`
      : ''
  const cut = hold !== undefined && grace > 0 && held < hold ? ' (LoginGraceTime ends it)' : ''
  const honest = logins > 0 ? `honest logins come at ${rateText(logins)} and take ${seconds(load.loginHold)}` : ''
  const parts = [whom && whom + cut, honest].filter((part) => part !== '').join(', ')
  return `${parts[0]?.toUpperCase() ?? ''}${parts.slice(1)}: ${pending === Infinity ? 'without end' : `${figure(pending)} would be pending if none were dropped`}.`
}

/** Your own chance, and how long it takes. */
export function yoursSentences({ yours, state, loadFrom }: Study): string[] {
  if (loadFrom === 'none') return []
  if (state.dropChance < 1e-5) return ['Your login gets through at the first try.']
  if (state.dropChance >= 1) return ['Your login does not get through, however often you try.']
  const tries = yours.triesFor95
  const enough =
    tries === null
      ? `even after 20 tries you are in with ${share(yours.inAfter.at(-1) ?? 0)} only`
      : tries === 1
        ? 'that is beyond 95 % already'
        : `${tries} tries make it 95 %`
  return [
    `One try of yours gets through with ${share(1 - state.dropChance)}; tried again every ${seconds(yours.every)}, ` +
      `${enough}, and the mean wait is ${seconds(yours.meanWait)}.`,
    yours.followed
      ? `Straight after a drop the next try is dropped with ${share(state.dropAgainAtOnce)}: tries are not independent, ` +
        'and the figures above follow the server from try to try.'
      : 'Tries so far apart are as good as independent, and are counted so.',
  ]
}

/** Is the setting a good one, whatever the load? */
export function defaultSentence({ setting, againstDefault: { worse, ranges } }: Study): string | undefined {
  const norm = settingText(DEFAULT_MAX_STARTUPS)
  if (settingText(setting) === norm) return `${norm} is the default of every OpenSSH since 6.2.`
  if (worse === 'never') return `It drops no more than the default ${norm} under any load.`
  if (worse === 'everywhere') return `It is worse than the default ${norm} under every load.`
  const spans = ranges.map(({ from, to }) =>
    to === null ? `from ${figure(from)} on` : `${figure(from)} to ${figure(to)}`,
  )
  return `It is worse than the default ${norm} where this many would be pending: ${spans.join(', ')}.`
}

/** What is recommended and why, as one text. */
export function recommendedText(study: Study): string {
  const { recommended, load, state } = study
  const numbers = `${share(state.dropChance)} to ${share(recommended.dropChance)}`
  if (recommended.change === 'none') {
    if (study.loadFrom === 'none')
      return 'Nothing speaks for a change: no load was given, and the setting is a sound one.'
    return recommended.enough
      ? 'Leave it as it is: one login in a hundred or fewer is dropped.'
      : `No setting within reach lets more through. ${beside(recommended.steps)}`
  }
  const lines = recommended.steps.flatMap((step) => shownCommand(step) ?? [])
  const leave = recommended.change === 'grace' ? ' and leave MaxStartups' : ''
  const effect = study.loadFrom === 'none' ? '' : ` Under this load the share dropped falls from ${numbers}.`
  const why = recommended.steps.flatMap(({ kind, say }) => (kind === 'edit' ? say : []))
  if (
    recommended.change === 'setting' &&
    load.rate > 0 &&
    (load.hold ?? Infinity) <= Math.min(SOUND_GRACE.least, load.grace)
  )
    why.push('A shorter LoginGraceTime would not help: these connections end before it.')
  if (!recommended.enough) why.push(`That still drops ${share(recommended.dropChance)}.`, beside(recommended.steps))
  return `Set ${lines.join(' and ')}${leave}.${effect} ${why.join(' ')}`
}

/** What helps beside any line of sshd_config. */
const beside = (steps: readonly Step[]): string =>
  steps.flatMap(({ kind, say }) => (kind === 'edit' ? [] : say)).join(' ')

/** What a person should know beside the numbers. */
export function notes(study: Study): string[] {
  const { load, wanted, share: measured, log, sources } = study
  const says: string[] = []
  if (measured) says.push(...shareSentences(measured))
  if (log) says.push(...logSentences(log, study))
  if (wanted) says.push(wantedSentence(study, wanted))
  const knows = load.release && releaseFacts(load.release)
  if (!knows || knows.perSourceMaxStartups) says.push(perSource(knows === undefined, sources))
  if (knows && knows.graceJitterSeconds > 0 && load.rate > 0)
    says.push(`This release lengthens LoginGraceTime by up to ${knows.graceJitterSeconds} s at random, two on average.`)
  if (knows?.maxStartupsWins === 'last')
    says.push('Up to OpenSSH 10.0 the last MaxStartups line wins: a drop-in loses to one in the main file.')
  return says
}

const perSource = (unsaid: boolean, sources: number | undefined) =>
  `PerSourceMaxStartups${unsaid ? ' (OpenSSH 8.5 and later)' : ''} caps one address, and so people and machines behind one NAT, ` +
  (sources === undefined || sources === 0
    ? 'together; against strangers from many addresses it does nothing.'
    : `together; the ${sources} addresses seen here could still hold ${sources} × its value.`)

function shareSentences({ dropped, tries, pending, load }: FromShare): string[] {
  return [
    `${dropped} of ${tries} tries dropped: ${between(pending)} connections were pending, if the tries came close together.`,
    `If the tries were spread over time, they mean a load of ${between(load)}.`,
  ]
}

function logSentences(log: FromLog, { load, state }: Study): string[] {
  if (log.blind) return ['This log cannot show drops: sshd before 8.4 writes them at LogLevel VERBOSE only.']
  if (log.dropsPerSecond === null)
    return [
      log.dropped > 0
        ? `The log shows ${log.dropped} drops, but no episode long enough to have a rate.`
        : 'The log shows no drops. Silent strangers leave no line in it, so this says nothing about who holds the slots.',
    ]
  const least = log.exact ? '' : 'at least '
  const says = [
    `The log shows ${least}${log.dropped} drops, ${least}${rateText(log.dropsPerSecond)} while they lasted ` +
      `(${seconds(log.seconds)} in all): ${least}${rateText(load.rate)} connections, if each holds its slot ${seconds(load.held)}.`,
  ]
  if (!log.exact)
    says.push('This sshd writes only some of its drops, so the load is a floor, and so is the share dropped.')
  if (log.peak !== null && log.peak > 2 * state.meanPending + 10)
    says.push(
      `Up to ${log.peak} were seen pending, far more than the ${figure(state.meanPending)} this load explains: they hold longer, ` +
        'or came in a burst.',
    )
  return says
}

function wantedSentence({ setting, loadFrom }: Study, wanted: NonNullable<Study['wanted']>): string {
  const [to, now] = [settingText(wanted), settingText(setting)]
  const { worse, ranges } = wanted.comparison
  if (wanted.refused) return `${to} is refused: under this load it drops ${share(wanted.dropChance)}, more than ${now}.`
  if (worse === 'never') return `${to} drops no more than ${now} under any load.`
  if (worse === 'everywhere') return `${to} is worse than ${now} under every load.`
  const first = ranges[0]!
  return (
    `${to} is worse than ${now} ${first.to === null ? 'from' : 'between'} ${figure(first.from)}` +
    `${first.to === null ? '' : ` and ${figure(first.to)}`} pending${loadFrom === 'none' ? '' : '; under this load it is not'}.`
  )
}
