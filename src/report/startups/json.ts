/** `sshmedic startups --json`: schema/startups.schema.json. */

import { lineText } from '../../core/shown-command.ts'
import { SCHEMA } from '../../core/types.ts'
import type { Estimate, FromLog, FromShare } from '../../openssh/startups/infer.ts'
import type { Option } from '../../openssh/startups/recommend.ts'
import type { Study } from '../../openssh/startups/study.ts'
import { safeJson } from '../json.ts'
import { defaultSentence, headline, notes, recommendedText } from './words.ts'

/** Rates per second, times in seconds, chances 0 to 1; what is without end is null. */
export function startupsToJson(study: Study, version: string, given: readonly string[] = []): string {
  return safeJson(startupsDocument(study, version, given)) + '\n'
}

function startupsDocument(study: Study, version: string, given: readonly string[]): object {
  const { load, yours, recommended, wanted } = study
  return {
    schema: SCHEMA,
    kind: 'sshmedic-startups',
    version,
    says: headline(study),
    setting: study.setting,
    load: {
      rate: load.rate,
      hold: finite(load.held),
      logins: load.logins,
      loginHold: load.loginHold,
      grace: load.grace,
      pending: finite(load.pending),
      from: study.loadFrom,
    },
    dropChance: study.state.dropChance,
    meanPending: study.state.meanPending,
    dropAgainAtOnce: study.state.dropAgainAtOnce,
    standsUntil: finite(study.standsUntil),
    yours: {
      getsThrough: 1 - study.state.dropChance,
      every: yours.every,
      inAfter: yours.inAfter,
      inAfterIfIndependent: yours.inAfterIfIndependent,
      triesFor95: yours.triesFor95,
      meanWait: finite(yours.meanWait),
      followed: yours.followed,
    },
    curve: study.curve,
    againstDefault: { ...study.againstDefault, says: defaultSentence(study) ?? '' },
    options: study.options.map((option) => ({
      ...optionOf(option),
      why: lineText(option.line),
      refused: option.refused,
    })),
    recommended: {
      ...optionOf(recommended),
      change: recommended.change,
      enough: recommended.enough,
      says: recommendedText(study),
    },
    wanted: wanted ? { ...optionOf(wanted), ...wanted.comparison, refused: wanted.refused } : null,
    measured: study.share ? shareOf(study.share) : null,
    log: study.log ? logOf(study.log) : null,
    notes: [...given, ...notes(study)],
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const optionOf = ({ start, rate, full, loginGraceTime, pending, dropChance }: Option) => ({
  start,
  rate,
  full,
  loginGraceTime,
  pending: finite(pending),
  dropChance,
})

const estimateOf = ({ likeliest, low, high }: Estimate) => ({
  likeliest: finite(likeliest),
  low: finite(low),
  high: finite(high),
})

const shareOf = ({ dropped, tries, share, pending, load }: FromShare) => ({
  dropped,
  tries,
  share: estimateOf(share),
  pending: estimateOf(pending),
  load: estimateOf(load),
})

const logOf = (log: FromLog) => ({ ...log })
