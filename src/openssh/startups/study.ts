import type { Setting, Step } from '../../core/remedy.ts'
import { DEFAULT_MAX_STARTUPS } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { dropChance } from '../max-startups.ts'
import { startupsLine, stepsOf } from './advised.ts'
import { compare } from './compare.ts'
import type { Comparison } from './compare.ts'
import type { FromLog, FromShare } from './infer.ts'
import { loadOf } from './load.ts'
import type { Load, LoadAsked } from './load.ts'
import { SOUND_GRACE, graceLine } from './login-grace.ts'
import { optionOf, presentOption, recommend, refused } from './recommend.ts'
import type { Constraints, Option, Recommendation } from './recommend.ts'
import { retries } from './retries.ts'
import type { Retries } from './retries.ts'
import { loadForDropChance, stationary } from './stationary.ts'
import type { Stationary } from './stationary.ts'

/** What is asked about a setting. */
export interface Question {
  setting: MaxStartups
  load: LoadAsked
  /** Where the load comes from: said, a measured share, a log; `none`: nobody said, and nothing arrives. */
  loadFrom: 'given' | 'share' | 'log' | 'none'
  constraints: Constraints
  /** Seconds between your tries. */
  every: number
  /** A setting somebody thinks of changing to. */
  wanted?: MaxStartups
  /** How many addresses the strangers come from, where it is known. */
  sources?: number
  share?: FromShare
  log?: FromLog
}

export interface CurvePoint {
  pending: number
  dropChance: number
}

/** Everything `sshmedic startups` knows; plain but for Infinity, which a renderer of JSON writes as null. */
export interface Study {
  setting: MaxStartups
  load: Load
  loadFrom: Question['loadFrom']
  state: Stationary
  curve: CurvePoint[]
  /** The load ρ up to which one login in a hundred or fewer is dropped. */
  standsUntil: number
  yours: Retries & { meanWait: number }
  againstDefault: Comparison
  /** Each with the one line that is other than now. */
  options: (Option & { line: Setting; refused: boolean })[]
  recommended: Recommendation & { steps: Step[] }
  wanted?: Option & { comparison: Comparison; refused: boolean }
  /** Under PerSourceMaxStartups k the strangers could hold no more than k × sources. */
  sources?: number
  share?: FromShare
  log?: FromLog
}

export function study(question: Question): Study {
  const { setting, constraints, every, wanted } = question
  const load = loadOf(question.load)
  const state = stationary(setting, load.pending)
  const now = presentOption(setting, question.load)
  const recommended = recommend(setting, question.load, constraints)
  const yours = retries(setting, { pending: load.pending, held: load.met, every })
  return {
    setting,
    load,
    loadFrom: question.loadFrom,
    state,
    curve: curveOf(setting),
    standsUntil: loadForDropChance(setting, 0.01),
    yours: { ...yours, meanWait: meanWait(yours, state.dropChance) },
    againstDefault: compare(setting, DEFAULT_MAX_STARTUPS),
    options: optionsFor(question).map((option) => ({ ...option, refused: refused(option, now) })),
    recommended: { ...recommended, steps: stepsOf(recommended, setting, load.grace) },
    ...(wanted && {
      wanted: {
        ...optionOf(wanted, question.load.grace, question.load),
        comparison: compare(wanted, setting),
        refused: refused(optionOf(wanted, question.load.grace, question.load), now),
      },
    }),
    ...(question.sources !== undefined && { sources: question.sources }),
    ...(question.share && { share: question.share }),
    ...(question.log && { log: question.log }),
  }
}

/** The levers one by one, and the setting that is passed around most. */
function optionsFor({ setting, load }: Question): (Option & { line: Setting })[] {
  const lower = [SOUND_GRACE.most, SOUND_GRACE.least].filter((grace) => load.grace === 0 || grace < load.grace)
  const widely = [
    [20, 50, 100],
    [50, 30, 200],
    [100, 30, 200],
  ] as const
  const settings = widely
    .map(([start, rate, full]) => ({ start, rate, full }))
    .filter(({ start, rate, full }) => start !== setting.start || rate !== setting.rate || full !== setting.full)
  return [
    ...lower.map((grace) => ({ ...optionOf(setting, grace, load), line: graceLine(grace) })),
    ...settings.map((each) => ({
      ...optionOf(each, load.grace, load),
      line: startupsLine(each),
    })),
  ]
}

/** Seconds until you are in on average, trying again and again: the sum of the chances to be out still, times the gap. */
function meanWait({ inAfter, every }: Retries, chance: number): number {
  if (chance >= 1) return Infinity
  const out = inAfter.map((each) => 1 - each)
  // Beyond what was followed, every further try fails as the last one did.
  const last = out.at(-1) ?? 0
  const ratio = out.length > 1 && out.at(-2)! > 0 ? last / out.at(-2)! : chance
  const tail = ratio < 1 ? (last * ratio) / (1 - ratio) : Infinity
  return every * (out.reduce((sum, each) => sum + each, 0) + tail)
}

/** Every count up to full; of a very large full about two thousand, its ends among them. */
function curveOf(setting: MaxStartups): CurvePoint[] {
  const { start, full } = setting
  const point = (pending: number) => ({ pending, dropChance: dropChance(pending, setting) })
  if (full <= 2000) return Array.from({ length: full + 1 }, (_, n) => point(n))
  const even = Array.from({ length: 2001 }, (_, i) => Math.round((i / 2000) * full))
  const counts = new Set([...even, start - 1, start, start + 1, full - 1].filter((n) => n >= 0 && n <= full))
  return [...counts].sort((a, b) => a - b).map(point)
}
