import type { EditStep, Setting, Step } from '../../core/remedy.ts'
import { lineText } from '../../core/shown-command.ts'
import { edit, person } from '../../core/steps.ts'
import { settingText } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { graceLine } from './login-grace.ts'
import { MIB_PER_PENDING } from './recommend.ts'
import type { Recommendation } from './recommend.ts'

/** `MaxStartups 10:30:100`, as sshd_config has it. */
export const startupsLine = (setting: MaxStartups): Setting => ({ keyword: 'MaxStartups', value: settingText(setting) })

/** What a recommendation comes to: lines to write, the cheapest first, and where they are not enough what helps beside them. */
export function stepsOf(recommended: Recommendation, present: MaxStartups, grace: number): Step[] {
  const { change, enough } = recommended
  return [
    ...(change === 'grace' || change === 'both' ? [shorterGrace(recommended.loginGraceTime, grace)] : []),
    ...(change === 'setting' || change === 'both' ? [gentlerSetting(recommended, present)] : []),
    ...(enough ? [] : [fewerStrangers(change === 'none')]),
  ]
}

function shorterGrace(seconds: number, now: number): EditStep {
  const line = graceLine(seconds)
  return edit(
    line,
    `${lineText(line)} takes slots back from silent strangers ${now === 0 ? 'at all' : 'sooner'}: ` +
      'usually the better lever: honest people lose nothing but time for slow typing.',
  )
}

function gentlerSetting(wanted: MaxStartups, present: MaxStartups): EditStep {
  const how = [
    ...(wanted.start > present.start ? ['begins to drop later'] : []),
    ...(wanted.rate < present.rate ? [`leaps to ${wanted.rate} % only, not to ${present.rate} %`] : []),
    ...(wanted.full > present.full ? ['has more room'] : []),
    `drops no more than ${settingText(present)} at any count`,
  ]
  const line = startupsLine(wanted)
  return edit(
    line,
    `${lineText(line)} ${how.slice(0, -1).join(', ')} and ${how.at(-1)}. ` +
      `Full, that is some ${wanted.full * MIB_PER_PENDING} MiB of memory.`,
  )
}

const fewerStrangers = (alone: boolean): Step =>
  person(
    `${alone ? 'Only fewer' : 'Fewer'} strangers help: an allow-list in the firewall, or a ban tool whose filter knows sshd-session.`,
  )
