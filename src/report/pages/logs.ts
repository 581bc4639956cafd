/** What sshd's log says, and what is concluded from it. */

import { visible } from '../../core/visible.ts'
import { episodesToShow } from '../../knowledge/log-findings/episodes.ts'
import { bucketsOf, spread } from '../../knowledge/log-findings/timeline.ts'
import type { LogVerdict, Source } from '../../knowledge/log-findings/types.ts'
import type { Episode } from '../../sshd-log/types.ts'
import type { Item, List, Page, Paragraph, Section, Span, Table, Text, TimePlot, Tone } from '../blocks.ts'
import { shownAdvice } from '../logs/document.ts'
import type { LogDocument } from '../logs/document.ts'
import {
  aboutSource,
  counted,
  episodeText,
  fewText,
  innocentText,
  number,
  readText,
  stopText,
  timeText,
  totals,
  troubleSays,
  troubleWhen,
  until,
  usersText,
  verdictText,
  when,
} from '../logs/words.ts'
import { listOf, present, section } from './section.ts'

const TONES: Readonly<Record<LogVerdict, Tone>> = {
  'nothing-read': 'warn',
  quiet: 'good',
  guessing: 'warn',
  failing: 'bad',
  'turning-away': 'bad',
  'let-in': 'bad',
}

/** An attack has thousands of sources; JSON has them all. */
const [BRIEF, BRIEF_NETWORKS, MOST] = [10, 5, 100]

export function logsPage(document: LogDocument): Page {
  const { summary, findings, input, version } = document
  const tone = TONES[findings.verdict]
  const sections: (Section | null)[] = [
    { blocks: [{ kind: 'paragraph', says: readText(document), tone: 'quiet' }] },
    {
      blocks: [
        {
          kind: 'headline',
          subject: input.from,
          says: findings.says,
          tone: tone === 'bad' ? 'bad' : 'strong',
          verdict: { word: verdictText(findings.verdict), tone },
        },
      ],
    },
    section('What failed', troubles(document), { tone: findings.verdict === 'failing' ? 'bad' : 'strong' }),
    section('In numbers', summary.recognised > 0 ? numbers(document) : null, { stands: 'nowhere' }),
    section('When', timePlot(document), { stands: 'nowhere' }),
    list('Turned away by MaxStartups', episodesToShow(summary.episodes).map(episodeText)),
    section('Who', sources(document)),
    list('Would have been stopped by', stops(document)),
    list('Networks', findings.networks.map(networkText), { brief: BRIEF_NETWORKS }),
    list(
      'Patterns',
      findings.patterns.map(({ says }) => says),
    ),
    list(
      'Let in after failing',
      findings.letIn.map((each): Span[] => [
        { text: `${when(each.at)} ` },
        { text: each.user, code: true },
        { text: ' from ' },
        { text: each.address, code: true },
        { text: ` after ${counted(each.failures, 'failure')}${fewText(each, findings)}` },
      ]),
    ),
    list(
      'Turned away though innocent',
      findings.innocents.map((each) => named(each.address, innocentText(each, summary))),
    ),
    section('What to do', advice(document), { act: true }),
    list(
      'What the numbers mean',
      [...findings.cautions, timeText(summary), ...input.notes].filter((each) => each !== ''),
      { brief: Infinity },
    ),
    list(
      'Not read',
      input.unread.map(({ name, says }) => named(name, says)),
      { brief: Infinity },
    ),
  ]
  return {
    title: `${input.from}: logs`,
    sections: present(sections),
    foot: `Read by sshmedic ${version}.`,
  }
}

/** What the log itself says failed: what, how often, since when, for whom, in whose words. */
function troubles({ findings }: LogDocument): List | null {
  const items = findings.troubles.map((trouble): Item => ({
    says: [{ text: troubleSays(trouble) }, { text: ` ${troubleWhen(trouble)}` }],
    ...(trouble.id !== null && { id: trouble.id }),
    beneath: [{ kind: 'paragraph', says: [{ text: trouble.text, code: true }], tone: 'quiet' }],
  }))
  return listOf(items.slice(0, MOST), { brief: BRIEF, total: items.length })
}

/** With the failures of those who guess as the whole. */
const stops = ({ findings, summary }: LogDocument): string[] =>
  findings.stops.some(({ addresses }) => addresses > 0)
    ? findings.stops.map((stop) => stopText(stop, summary.failures.total))
    : []

/** The first of what may be many; all of them are counted. */
function list(title: string, says: readonly Text[], { brief = BRIEF } = {}): Section | null {
  return section(title, listOf(says.slice(0, MOST), { brief, total: says.length }))
}

const named = (name: string, says: string): Span[] => [{ text: name, code: true }, { text: `: ${says}` }]

function networkText({ network, addresses, failures, drops }: LogDocument['findings']['networks'][number]): Span[] {
  const dropped = drops > 0 ? `, ${number(drops)} dropped` : ''
  return named(network, `${counted(addresses, 'address', 'addresses')}, ${number(failures)} failed${dropped}`)
}

function numbers({ summary }: LogDocument): Table {
  return {
    kind: 'table',
    untitled: true,
    columns: [
      { title: '', number: true, tone: 'strong' },
      { title: '' },
      { title: '', tone: 'quiet', tight: 'beneath' },
    ],
    rows: totals(summary).map(({ n, name, exact, more }) => ({
      cells: [number(n), name, n === 0 ? '' : more === '' ? exact : `${exact}, ${more}`],
    })),
  }
}

const LANES = [
  { of: 'failures', label: 'failed', tone: 'warn' },
  { of: 'drops', label: 'dropped', tone: 'bad' },
  { of: 'accepted', label: 'logins', tone: 'good' },
] as const satisfies readonly { of: string; label: string; tone: Tone }[]

/** Null where nothing has a time. */
function timePlot({ summary: { timeline = [], episodes } }: LogDocument): TimePlot | null {
  const minutes = spread(timeline, episodes)
  const lanes = LANES.filter(({ of }) => minutes.some((each) => each[of] > 0))
  if (bucketsOf(minutes, 2) === undefined) return null
  return {
    kind: 'plot',
    form: 'time',
    lanes,
    steps(room) {
      const { buckets, seconds } = bucketsOf(minutes, room) ?? { buckets: [], seconds: 60 }
      return { from: buckets[0]?.at ?? 0, seconds, values: lanes.map(({ of }) => buckets.map((each) => each[of])) }
    },
    shaded: { meaning: 'sshd was turning people away', spans: episodes.flatMap(spanOf) },
    ...(episodes.length > 0 && { caution: 'an episode’s drops are spread evenly over it' }),
  }
}

function spanOf({ start, end }: Episode): { from: number; to: number }[] {
  const [from, to] = [Date.parse(start ?? ''), Date.parse(end ?? start ?? '')]
  return to >= from ? [{ from, to }] : []
}

/** A stranger's name can be longer than any address. */
const ADDRESS = 45
/** Of those who tried most, the summary keeps every name. */
const NAMED = 50
/** `2025-11-08 17:02:11 – 2025-11-08 17:02:11`. */
const TIMES = 41

/** Who did how much. */
function sources(document: LogDocument): Table | null {
  const { findings, summary } = document
  const busy = findings.sources.filter(
    ({ failures, drops, perSource, penalties }) => failures + drops + perSource + penalties > 0,
  )
  const tried = new Map(summary.failures.byAddress.slice(0, NAMED).map(({ address, users }) => [address, users]))
  const about = aboutSource(document)
  const beneath = (source: Source): Paragraph[] => {
    const says = [about(source), usersText(tried.get(source.address) ?? [])].filter((each) => each !== '').join('; ')
    return says === '' ? [] : [{ kind: 'paragraph', says, tone: 'quiet' }]
  }
  if (busy.length === 0) return null
  return {
    kind: 'table',
    brief: BRIEF,
    total: busy.length,
    columns: [
      { title: 'address' },
      { title: 'failed', number: true, least: 8 },
      { title: 'logins', number: true, least: 7 },
      { title: 'names', number: true, detail: true },
      { title: 'first – last', tone: 'quiet', least: TIMES, tight: 'left-out' },
    ],
    rows: busy.slice(0, MOST).map((source) => ({
      cells: [
        [{ text: visible(source.address, ADDRESS), code: true }],
        number(source.failures),
        number(source.accepted),
        number(source.usersTried),
        source.first === null ? '' : `${when(source.first)} – ${until(source.last, source.first)}`,
      ],
      beneath: beneath(source),
    })),
  }
}

function advice({ findings }: LogDocument): List | null {
  const items = findings.advice.map(shownAdvice).map(({ says, commands }): Item => ({
    says,
    ...(commands && { beneath: [{ kind: 'command', lines: commands, language: 'sh' }] }),
  }))
  return listOf(items, { mark: 'number' })
}
