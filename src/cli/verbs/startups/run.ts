import { visible } from '../../../core/visible.ts'
import { parseMaxStartups } from '../../../openssh/max-startups.ts'
import type { MaxStartups } from '../../../openssh/max-startups.ts'
import { parseRelease } from '../../../openssh/release.ts'
import { releaseFacts } from '../../../openssh/releases.ts'
import type { LogSummary } from '../../../sshd-log/types.ts'
import { parseDuration, parseRate, parseShare } from '../../../openssh/startups/amounts.ts'
import { fromShare, loadForDropRate } from '../../../openssh/startups/infer.ts'
import { fromLog } from '../../../sshd-log/load-of-log.ts'
import { DEFAULT_GRACE, DEFAULT_LOGIN_HOLD, heldFor } from '../../../openssh/startups/load.ts'
import type { LoadAsked } from '../../../openssh/startups/load.ts'
import { DEFAULT_CONSTRAINTS, MIB_PER_PENDING, MOST_FULL_BY_DESCRIPTORS } from '../../../openssh/startups/recommend.ts'
import type { Constraints } from '../../../openssh/startups/recommend.ts'
import { study } from '../../../openssh/startups/study.ts'
import type { Question, Study } from '../../../openssh/startups/study.ts'
import { EXIT } from '../../exit.ts'
import type { ValuesOf } from '../../option.ts'
import { formatOf } from '../../options/formats.ts'
import type { OPTIONS } from './options.ts'
import { painted } from '../../../report/painted.ts'
import { screenOf } from '../../screen.ts'
import { writeError, writeResult } from '../../streams.ts'
import { Unreadable } from '../../verb-words.ts'

type Values = ValuesOf<typeof OPTIONS>

/** A log that cannot be read. */
class NoLog extends Error {}

/** `sshmedic startups …`: the arithmetic of MaxStartups. */
export async function run(
  { values, positionals }: { values: Values; positionals: string[] },
  version: string,
): Promise<number> {
  try {
    const format = formatOf(values, FORMATS)
    const { question, given } = await questionOf(values, positionals)
    const written = await writeResult(await render(study(question), { version, given, format, values }))
    return written ? EXIT.reachable : EXIT.unknown
  } catch (error) {
    if (!(error instanceof NoLog)) throw error
    writeError(error.message)
    return EXIT.unknown
  }
}

const FORMATS = ['json', 'markdown', 'html'] as const
type Format = (typeof FORMATS)[number]

async function questionOf(
  values: Values,
  positionals: readonly string[],
): Promise<{ question: Question; given: string[] }> {
  if (positionals.length > 1) throw new Unreadable(`one setting at a time; what is '${positionals[1]}'?`)
  const given: string[] = []
  const release = read(values, 'release', parseRelease, 'a release such as 9.2')
  const facts = release && releaseFacts(release)
  const [start, rate, full] = facts?.maxStartupsDefault ?? [10, 30, 100]
  const setting = positionals[0] === undefined ? { start, rate, full } : settingOf(positionals[0], given)
  const load: LoadAsked = {
    rate: read(values, 'rate', parseRate, 'a rate such as 0.5/s, 30/min or 120/h') ?? 0,
    hold: read(values, 'hold', positiveDuration, 'a time such as 120s or 2m'),
    grace: read(values, 'grace', parseDuration, 'a time such as 120s or 2m; 0 is no limit') ?? DEFAULT_GRACE,
    logins: read(values, 'logins', parseRate, 'a rate such as 2/s') ?? 0,
    loginHold: read(values, 'login-hold', positiveDuration, 'a time such as 2s') ?? DEFAULT_LOGIN_HOLD,
    ...(release && { release }),
  }
  const question: Question = {
    setting,
    load,
    loadFrom: load.rate > 0 || load.logins > 0 ? 'given' : 'none',
    constraints: constraintsOf(values),
    every: read(values, 'every', positiveDuration, 'a time such as 10s') ?? 10,
  }
  const sources = read(values, 'sources', wholeNumber, 'a number of addresses')
  if (sources !== undefined) question.sources = sources
  if (values.against !== undefined) question.wanted = settingOf(values.against, given)
  const measured = read(values, 'dropped', parseShare, 'two numbers, dropped and tried, such as 7/20')
  if (measured) takeShare(question, measured)
  if (values['from-logs'] !== undefined) {
    const { readForStartups } = await import('./from-logs.ts')
    const read = await readForStartups(values['from-logs'], setting.start)
    if ('failed' in read) throw new NoLog(read.failed)
    given.push(...read.notes)
    takeLog(question, read.summary)
  }
  return { question, given }
}

/** A measured share is the load where none was given; the rate follows from how long a slot is held. */
function takeShare(question: Question, { dropped, tries }: { dropped: number; tries: number }): void {
  question.share = fromShare(question.setting, dropped, tries)
  if (question.loadFrom === 'given') return
  const { likeliest, low } = question.share.load
  // All dropped: the load has a floor and no likeliest.
  question.loadFrom = 'share'
  takePending(question, Number.isFinite(likeliest) ? likeliest : low)
}

function takeLog(question: Question, summary: LogSummary): void {
  const log = fromLog(summary)
  question.log = log
  question.sources ??= log.sources
  if (question.loadFrom === 'given' || log.dropsPerSecond === null) return
  question.loadFrom = 'log'
  const held = heldOf(question.load)
  takePending(question, Number.isFinite(held) ? loadForDropRate(question.setting, log.dropsPerSecond, held) : Infinity)
}

/** Strangers' rate such that `pending` is the load. */
function takePending({ load }: Question, pending: number): void {
  const held = heldOf(load)
  if (!Number.isFinite(held))
    throw new Unreadable('with --grace 0 a load can only be told if --hold says how long slots are held.')
  if (!Number.isFinite(pending)) throw new Unreadable('no load drops that many; say --rate instead.')
  load.rate = pending / held
}

const heldOf = ({ hold, grace, release }: LoadAsked): number => heldFor(hold ?? Infinity, grace, release)

function constraintsOf(values: Values): Constraints {
  const full = read(values, 'full-at-most', wholeNumber, 'a whole number')
  const memory = read(values, 'memory', parseMemory, 'an amount such as 512M or 2G')
  const byMemory = memory === undefined ? Infinity : Math.max(1, Math.floor(memory / MIB_PER_PENDING))
  const leastGrace = read(values, 'grace-at-least', positiveDuration, 'a time such as 30s')
  const most = Math.min(full ?? Infinity, byMemory, MOST_FULL_BY_DESCRIPTORS)
  const unsaid = full === undefined && memory === undefined
  return {
    mostFull: unsaid ? DEFAULT_CONSTRAINTS.mostFull : most,
    leastGrace: leastGrace ?? DEFAULT_CONSTRAINTS.leastGrace,
  }
}

function settingOf(text: string, given: string[]): MaxStartups {
  const setting = parseMaxStartups(text)
  if (setting === null)
    throw new Unreadable(
      `sshd would say "Invalid MaxStartups spec." of '${text}': it takes one number, or three as start:rate:full, ` +
        'from 1 to 2147483647 each, the rate at most 100 and start not above full.',
    )
  const shown = `${setting.start}:${setting.rate}:${setting.full}`
  if (/^\s*\d+\s*$/.test(text))
    given.push(
      `MaxStartups ${visible(text.trim(), 40)} is ${setting.start} and full at once: sshd -T shows ${shown}, a hard limit.`,
    )
  else if (!/^\s*\d+:\s*\d+:\s*\d+\s*$/.test(text))
    given.push(`sshd reads '${visible(text, 60)}' as ${shown} and ignores the rest.`)
  return setting
}

function read<T>(
  values: Values,
  name: keyof Values,
  parse: (text: string) => T | undefined,
  like: string,
): T | undefined {
  const text = values[name]
  if (typeof text !== 'string') return undefined
  const value = parse(text)
  if (value === undefined) throw new Unreadable(`--${name} takes ${like}, not '${text}'.`)
  return value
}

function positiveDuration(text: string): number | undefined {
  const seconds = parseDuration(text)
  return seconds !== undefined && seconds > 0 ? seconds : undefined
}

const wholeNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined

/** `512M`, `2G`, bare MiB; in MiB. */
function parseMemory(text: string): number | undefined {
  const m = /^(\d+(?:\.\d+)?)\s*([MG])?i?B?$/i.exec(text.trim())
  return m ? Number(m[1]) * (m[2]?.toUpperCase() === 'G' ? 1024 : 1) : undefined
}

async function render(
  result: Study,
  { version, given, format, values }: { version: string; given: string[]; format: Format | undefined; values: Values },
): Promise<string> {
  if (format === 'json')
    return (await import('../../../report/startups/json.ts')).startupsToJson(result, version, given)
  const { startupsPage } = await import('../../../report/pages/startups.ts')
  const screen = screenOf(process.stdout, process.env, values.color)
  return painted(startupsPage(result, version, given), format ?? 'terminal', screen)
}
