import type { LogMessage } from '../core/log-messages.ts'
import type { Entry, Level } from './entry.ts'
import { entryCandidates, weightOfEntry } from './entry-index.ts'
import { wordsIn } from './line-index.ts'
import { fieldsOf } from './entry-fields.ts'
import type { Known } from './openssh/known.ts'
import { openSshCandidates } from './openssh/table.ts'
import type { Fields } from './openssh/note.ts'
import type { Speaker } from './speakers.ts'
import { mayBeUnder, mayPrint, under } from './tag-speaker.ts'
import type { Tagged } from './tag.ts'

/** The best reading of a message, and the ids of all that fit. */
export interface Said {
  by: Speaker | undefined
  ids: string[]
  entry: Entry
  message: LogMessage | undefined
  fields: Fields
  vague: boolean
}

interface Fit {
  by: readonly Speaker[]
  /** Somebody wrote its sentence. */
  described: boolean
  /** It is nearly all holes. */
  vague: boolean
  weight: number
  /** It begins with words of its own, not with a hole. */
  leads: boolean
  levels: string | undefined
  said: (by: readonly Speaker[], level: Level | undefined) => Omit<Said, 'by' | 'ids' | 'vague'>
  id: () => string
}

/** What a message says; undefined where nobody who may have printed it does. */
export function findSaid(text: string, level: Level | undefined, tagged: Tagged): Said | undefined {
  const fits: Fit[] = []
  const words = wordsIn(text)
  openSshFits(text, words, level, tagged, fits)
  entryFits(text, words, tagged, fits)
  if (fits.length === 0) return undefined
  const clear = fits.filter((fit) => !fit.vague)
  const all = (clear.length > 0 ? clear : fits).toSorted(
    (a, b) =>
      Number(levelFits(b, level)) - Number(levelFits(a, level)) ||
      Number(b.described) - Number(a.described) ||
      b.weight - a.weight,
  )
  const best = all[0]!
  const speakers = speakersOf(all, best, tagged)
  const said = best.said(speakers, level)
  // A message that two entries know may be named by one of them only.
  const telling = said.message === undefined ? all.map((fit) => fit.said(speakers, level)).find(isTelling) : undefined
  return {
    ...said,
    ...(telling && { message: telling.message, fields: telling.fields }),
    vague: best.vague,
    by: speakers.length === 1 ? speakers[0] : undefined,
    ids: [...new Set(all.map((fit) => fit.id()))],
  }
}

const isTelling = ({ message }: Pick<Said, 'message'>): boolean => message !== undefined

/** Whose a configuration is, its name tells. */
const CONFIGURATION = /sshd?_config|\.ssh\/config|^command-line$/

/** The tag decides; without one all who say it nearly as clearly as the best do. */
function speakersOf(all: readonly Fit[], best: Fit, tagged: Tagged): Speaker[] {
  const { speaker } = tagged
  if (speaker !== undefined) {
    if (best.by.includes(speaker)) return [speaker]
    return [best.by[0]!]
  }
  const as = (fit: Fit): boolean => fit.weight * 1.5 >= best.weight && (fit.leads || !best.leads)
  const found = [...new Set(all.filter(as).flatMap((fit) => fit.by))]
  const path = found.length > 1 ? best.said(best.by, undefined).fields.path : undefined
  return path !== undefined && CONFIGURATION.test(path) ? [path.includes('sshd_config') ? 'sshd' : 'ssh'] : found
}

const levelFits = (fit: Fit, level: Level | undefined): boolean =>
  fit.levels === undefined || (level === undefined ? /[vief]/ : SHOWN[level]).test(fit.levels)

/** The letters of messages.json that a level in front of a line may be. */
const SHOWN: Readonly<Record<Level, RegExp>> = {
  debug: /[123]/,
  verbose: /[vi]/,
  info: /[vi]/,
  warning: /[vie]/,
  error: /e/,
  fatal: /f/,
}

const ON_A_TERMINAL: readonly [string, Level][] = [
  ['f', 'fatal'],
  ['e', 'error'],
  ['i', 'info'],
  ['v', 'verbose'],
]
const IN_A_LOG: readonly [string, Level][] = [
  ['i', 'info'],
  ['v', 'verbose'],
  ['e', 'error'],
  ['f', 'fatal'],
]

/** A line that shows no level was printed without one: INFO and VERBOSE in a log, any of them on a terminal. */
function ownLevel(levels: string, tagged: boolean): Level {
  const order = tagged ? IN_A_LOG : ON_A_TERMINAL
  return order.find(([letter]) => levels.includes(letter))?.[1] ?? 'debug'
}

/** A debug line shows that it is one, so a line that shows none is none; nor is `error: ` in front of what is only debugged. */
function mayBeOfLevel(known: Known, level: Level | undefined): boolean {
  if (level === 'debug') return /[123]/.test(known.levels)
  return /[vief]/.test(known.levels) && (!known.vague || level === undefined || SHOWN[level].test(known.levels))
}

function openSshFits(
  text: string,
  words: readonly string[],
  level: Level | undefined,
  tagged: Tagged,
  fits: Fit[],
): void {
  for (const known of openSshCandidates(words)) {
    if (!mayBeUnder(known.by, tagged) || !mayBeOfLevel(known, level) || !known.match(text)) continue
    fits.push({
      by: known.by,
      described: known.described,
      vague: known.vague,
      weight: known.weight,
      leads: known.leads,
      levels: known.levels,
      id: () => known.id,
      said: (by, shown) => {
        const entry = known.entry(by, shown ?? ownLevel(known.levels, tagged.speaker !== undefined))
        const fields = known.fields(text)
        return { entry, fields, message: known.message(by, fields) }
      },
    })
  }
}

function entryFits(text: string, words: readonly string[], tagged: Tagged, fits: Fit[]): void {
  const all = entryCandidates(words)
  const ofSpeakers =
    tagged.speaker === undefined ? [all] : under(tagged.speaker).map((by) => all.filter((entry) => entry.by === by))
  for (const entries of ofSpeakers)
    for (const entry of entries) {
      const m = mayPrint(entry, tagged) ? entry.words.exec(text) : null
      if (!m) continue
      fits.push({
        by: [entry.by],
        described: true,
        vague: false,
        weight: weightOfEntry(entry),
        leads: entry.words.source.startsWith('^'),
        levels: undefined,
        id: () => entry.id,
        said: () => ({ entry, message: entry.message, fields: fieldsOf(m) }),
      })
    }
}
