import type { LogMessage } from '../core/log-messages.ts'
import type { Stage } from '../core/types.ts'
import type { Level } from './entry.ts'
import { findSaid, type Said } from './line-search.ts'
import type { Fields } from './openssh/note.ts'
import type { Speaker } from './speakers.ts'
import { plainText, withoutLineNumber, withoutMarkdown } from './tag-stamp.ts'
import { tailsOf } from './within-line.ts'
import { readTag, speakerOfTag, type Tagged } from './tag.ts'

/** What a pasted line is. */
export interface LineReading {
  /** Who says it; undefined where nobody here does, or where two may have. */
  by: Speaker | undefined
  /** The entries of the lexicon that fit, the best first. */
  ids: readonly string[]
  /** The level the line shows, or else the message's own; undefined for a line that is not known and shows none. */
  level: Level | undefined
  step: Stage | undefined
  road: 'passes' | 'breaks' | undefined
  /** One plain sentence; undefined for a line that is not known. */
  says: string | undefined
  known: boolean
  message: LogMessage | undefined
  fields: Fields
  harmless: boolean
  /** Its format is nearly all holes, and no tag says whose it is: it may be anybody's two words, so nothing is concluded from it. */
  vague: boolean
  /** It stands within a line of something else: the part that is the message. */
  within?: string
  /** The message, without what stands in front of it and without its level; still a stranger's text. */
  text: string
  tag: string | undefined
}

/** What is read of a line, in characters: sshd and ssh cut their messages at some 1000 bytes (log.c MSGBUFSIZ). */
const LONGEST = 8192

const LEVEL = /^(fatal|error|debug[123]?|info|verbose|warning): /i
/** As log.c writes it. */
const OF_OPENSSH = /^(?:fatal|error|debug[123]): /
const SUFFIX = / \[(?:preauth|postauth)\]$/

const LEVELS: Readonly<Record<string, Level>> = {
  fatal: 'fatal',
  error: 'error',
  info: 'info',
  verbose: 'verbose',
  warning: 'warning',
}

interface Shown {
  level: Level | undefined
  text: string
}

/** A level in front is OpenSSH's own only as log.c writes it; elsewhere `Error: ` is part of the message. */
function shownLevel(text: string): Shown {
  const m = LEVEL.exec(text)
  const word = m?.[1]?.toLowerCase() ?? ''
  const level = word.startsWith('debug') ? 'debug' : LEVELS[word]
  return { level, text: (m ? text.slice(m[0].length) : text).replace(SUFFIX, '') }
}

/** Reads any line that people paste: whose it is, and what it says. Never throws. */
export function readLine(line: string): LineReading {
  const whole = plainText(line.length > LONGEST ? line.slice(0, LONGEST) : line)
  const first = readTagged(ofMonitor(readTag(whole)))
  if (first.known) return first
  for (const other of otherWays(whole)) {
    const reading = readTagged(other)
    if (reading.known) return reading
  }
  return first.by === undefined ? (within(whole) ?? first) : first
}

/** A message within a line of something else; a line behind the tag of a program that never prints it is nobody's message. */
function within(whole: string): LineReading | undefined {
  for (const tail of tailsOf(whole)) {
    const reading = readTagged(readTag(tail))
    const least = /^(?:error|fatal): /.test(tail) ? GRADED_WORDS : OWN_WORDS
    if (reading.known && !reading.vague && wordsIn(reading) >= least) return { ...reading, within: tail }
  }
  return undefined
}

/** Of a message within a line so many letters have to be its own, not somebody's names in it. */
const OWN_WORDS = 12
/** Behind `error: ` fewer are enough. */
const GRADED_WORDS = 4

function wordsIn({ text, fields }: LineReading): number {
  const held = Object.values(fields).reduce((sum, value) => sum + value.length, 0)
  return text.replaceAll(/[^A-Za-z]/g, '').length - held
}

/** What sshd's monitor relays for its unprivileged half is sshd's, with a tag or without (monitor.c monitor_read_log). */
const ofMonitor = (tagged: Tagged): Tagged =>
  tagged.speaker === undefined && SUFFIX.test(tagged.text) ? { ...tagged, speaker: 'sshd' } : tagged

/** `sshd: fatal: …` as a service manager has what `sshd -D -e` prints, a listing's numbers, a forum's bold letters. */
function otherWays(whole: string): Tagged[] {
  const ways: Tagged[] = []
  const bare = /^([\w.-]{1,40}): (?=\S)/.exec(whole)
  const speaker = bare ? speakerOfTag(bare[1]!) : undefined
  if (bare && speaker) ways.push({ tag: bare[1]!, speaker, text: whole.slice(bare[0].length) })
  for (const other of [withoutLineNumber(whole), withoutMarkdown(whole)]) if (other !== whole) ways.push(readTag(other))
  // A message whose first hole holds nothing.
  if (whole.startsWith(' ')) ways.push({ text: whole })
  // dmesg without the fraction.
  const boot = /^\[ {0,8}\d{1,10}\] (?=\S)/.exec(whole)
  if (boot) ways.push({ tag: 'kernel', speaker: 'kernel', text: whole.slice(boot[0].length) })
  return ways
}

function readTagged(tagged: Tagged): LineReading {
  const shown = shownLevel(tagged.text)
  const whole: [string, Level | undefined] = [tagged.text.replace(SUFFIX, ''), undefined]
  const ways: [string, Level | undefined][] = [[shown.text, shown.level]]
  // `Warning: Permanently added …`, `error: ` of git: the level is the message's first word.
  if (shown.text !== whole[0]) ways.splice(OF_OPENSSH.test(tagged.text) ? 1 : 0, 0, whole)
  // Whoever pastes loses blanks at the end, and a message that ends in nothing ends in one.
  const trimmed = shown.text.trim()
  if (trimmed !== shown.text) ways.push([trimmed, shown.level])
  ways.push([`${trimmed} `, shown.level])
  for (const [text, level] of ways) {
    const said = findSaid(text, level, tagged)
    if (said) return known(said, shown, tagged)
  }
  return unknown(shown, tagged)
}

function known(said: Said, shown: Shown, tagged: Tagged): LineReading {
  const { entry } = said
  return {
    by: said.by,
    ids: said.ids,
    level: shown.level ?? entry.level,
    step: entry.step,
    road: entry.road,
    says: entry.says,
    known: true,
    message: said.message,
    fields: said.fields,
    harmless: entry.harmless === true,
    vague: said.vague && tagged.speaker === undefined,
    text: shown.text,
    tag: tagged.tag,
  }
}

function unknown(shown: Shown, tagged: Tagged): LineReading {
  return {
    by: tagged.speaker,
    ids: [],
    level: shown.level,
    step: undefined,
    road: undefined,
    says: undefined,
    known: false,
    message: undefined,
    fields: {},
    harmless: false,
    vague: false,
    text: shown.text,
    tag: tagged.tag,
  }
}
