/** What sshd makes of its configuration: what is wrong first. */

import type { EditStep, ShutsOut } from '../../core/remedy.ts'
import { lineText } from '../../core/shown-command.ts'
import type { Finding, Severity } from '../../knowledge/config-rules/types.ts'
import { releaseName } from '../../openssh/release.ts'
import { originText } from '../../sshd-config/types.ts'
import type { Differing } from '../../sshd-config/differing.ts'
import type { ConfigError, Origin } from '../../sshd-config/types.ts'
import type { Block, Item, Note, Page, Section, Span, Tone } from '../blocks.ts'
import { lookText } from '../config/look.ts'
import type { ConfigReport } from '../config/report.ts'
import { listOf, present, section } from './section.ts'
import { settingsSection } from './config-settings.ts'

export function configPage(report: ConfigReport): Page {
  const { config, disagreements = [], main, version } = report
  const fatal = config.errors.filter((error) => error.fatal)
  const sections: (Section | null)[] = [
    {
      blocks: [
        headline(report, fatal.length),
        {
          kind: 'paragraph',
          says: `Read as ${releaseName(config.release)} reads it (${report.releaseFrom}), from ${report.where}.`,
          tone: 'quiet',
        },
      ],
    },
    section('sshd refuses', listOf(fatal.map(errorText)), { tone: 'bad' }),
    section('Notes', listOf(config.notes.map(({ says, source }) => `${says} (${source})`)), { tone: 'warn' }),
    section(
      'The sshd of that machine says otherwise: trust it, and please report this',
      listOf(disagreements.map(disagreementText)),
      { tone: 'bad' },
    ),
    auditSection(report),
    ...adviceSections(report),
    ...diffSections(report),
    report.diff || report.audit || report.advice ? null : settingsSection(report),
  ]
  return {
    title: `${main}: ${fatal.length > 0 ? 'refused' : 'sshd would start'}`,
    sections: present(sections),
    foot: `Read by sshmedic ${version}.`,
  }
}

function headline({ main, connection }: ConfigReport, fatal: number): Block {
  const who = [
    connection?.user === undefined ? '' : `, for ${connection.user}`,
    connection?.address === undefined ? '' : `${connection.user === undefined ? ',' : ''} from ${connection.address}`,
  ].join('')
  const refused = `sshd would not start with ${main}: ${fatal === 1 ? 'one line is' : `${fatal} lines are`} refused.`
  return {
    kind: 'headline',
    subject: main,
    says: fatal > 0 ? refused : `${main}${who}: sshd would start.`,
    tone: fatal > 0 ? 'bad' : 'strong',
    verdict: fatal > 0 ? { word: 'refused', tone: 'bad' } : { word: 'starts', tone: 'good' },
  }
}

const errorText = ({ file, line, says }: ConfigError) => `${line > 0 ? `${file}:${line}: ` : ''}${says}`

const disagreementText = ({ keyword, here, there }: Differing) =>
  `${keyword}: sshd ${here.join(' | ')}; we ${there.join(' | ')}`

const good = (says: string): Note => ({ kind: 'note', says, tone: 'good' })

const SEVERITY: Readonly<Record<Severity, Tone>> = { critical: 'bad', major: 'warn', minor: 'strong', note: 'quiet' }

function auditSection({ audit }: ConfigReport): Section | null {
  if (!audit) return null
  if (audit.length === 0) return { title: 'Audit', stands: 'nowhere', blocks: [good('The audit finds nothing.')] }
  const grave = audit.filter(({ severity }) => severity !== 'note')
  const slight = audit.filter(({ severity }) => severity === 'note')
  const items = grave.map(({ severity, side, id, at, says, reason, recommend }): Item => ({
    says: [{ text: severity, tone: SEVERITY[severity] }, { text: `, ${side}` }],
    from: [id, originText(at)],
    beneath: [
      { kind: 'note', says: `${says} ${reason}` },
      ...(recommend ? [{ ...line(recommend), instead: true as const }] : []),
    ],
  }))
  const worthKnowing: Item = {
    says: [{ text: 'Worth knowing (sources, and reasons of defaults, in --json)', tone: 'strong' }],
    beneath: [{ kind: 'list', mark: 'dash', items: slight.map((note) => ({ says: slightText(note) })) }],
  }
  return {
    title: grave.length === 0 ? 'The audit finds nothing that has to be done' : 'Audit',
    blocks: [{ kind: 'list', items: [...items, ...(slight.length > 0 ? [worthKnowing] : [])] }],
  }
}

/** Why it matters is said of what somebody wrote; of defaults the JSON says it. */
const slightText = ({ says, reason, id, at }: Finding): string =>
  at === 'default' ? `${says} (${id})` : `${says} ${reason} (${id}, ${originText(at)})`

const line = (step: EditStep) => ({ kind: 'command', lines: [lineText(step)], language: 'sshd_config' }) as const

/** Where nobody knows whose build it is, both names. */
const UNIT = { debian: 'ssh', ubuntu: 'ssh', redhat: 'sshd', unknown: 'sshd (ssh on Debian and Ubuntu)' } as const

function adviceSections({ advice, advisedLater = [], config }: ConfigReport): Section[] {
  if (!advice) return []
  if (advice.length + advisedLater.length === 0) {
    return [{ title: 'Write', stands: 'nowhere', act: true, blocks: [good('Nothing has to be written.')] }]
  }
  const last = config.errors.some((e) => e.fatal) ? 'sshd does not start as it is: mend the refused lines first. ' : ''
  const check: Note = {
    kind: 'note',
    says: `${last}Then: sshd -t && systemctl reload ${UNIT[config.release.distribution ?? 'unknown']}, and a new login from outside before you close this one.`,
  }
  const sections = [
    { title: 'Write', items: advised(advice) },
    { title: 'Only once you have looked: it might shut you out', items: advised(advisedLater) },
  ].filter(({ items }) => items.length > 0)
  return sections.map(({ title, items }, i) => ({
    title,
    act: true,
    ...(i > 0 && { joined: true }),
    blocks: [{ kind: 'list', items }, ...(i === sections.length - 1 ? [check] : [])],
  }))
}

/** What goes to one place stands together. */
function advised(advice: readonly EditStep[]): Item[] {
  const places = Map.groupBy(advice, ({ place }) =>
    place ? `${place.how} ${place.file} ${place.how === 'replace' ? place.line : ''}` : '',
  )
  return [...places.values()].map((group) => ({
    says: placeText(group[0]!),
    beneath: group.map((step) => ({
      ...line(step),
      because: [step.say, ...(step.shutsOut ? [shutsOutText(step.shutsOut)] : [])],
    })),
  }))
}

const shutsOutText = (shutsOut: ShutsOut) => `May shut out ${shutsOut.who}. Look first: ${lookText(shutsOut)}`

function placeText({ place }: EditStep): string {
  if (!place) return 'as things stand, this line wins nowhere:'
  if (place.how === 'create') return `into ${place.file} (it is read before all others):`
  return place.how === 'insert'
    ? `as the first line of ${place.file}:`
    : `in ${place.file}, instead of line ${place.line}:`
}

function diffSections({ diff }: ConfigReport): Section[] {
  if (!diff) return []
  const refused = section(`sshd would not start with ${diff.with}`, listOf(diff.refused.map(errorText)), {
    tone: 'bad',
  })
  const title = `What ${diff.with} changes`
  if (diff.differing.length === 0) {
    return refused ? [refused] : [{ title, stands: 'nowhere', blocks: [good(`${diff.with} means the same.`)] }]
  }
  const items = diff.differing.map(({ keyword, here, there, hereOrigins, thereOrigins }): Item => ({
    says: [{ text: keyword, tone: 'strong' }],
    beneath: [
      {
        kind: 'list',
        items: [...onlyIn(here, there, hereOrigins, '-', 'bad'), ...onlyIn(there, here, thereOrigins, '+', 'good')],
      },
    ],
  }))
  const differing: Section = { title, stands: 'nowhere', joined: true, blocks: [{ kind: 'list', items }] }
  return refused ? [refused, differing] : [{ ...differing, joined: false }]
}

/** The values of a list that the other has not; all of them where only the order differs. */
function onlyIn(
  values: readonly string[],
  others: readonly string[],
  origins: readonly Origin[],
  sign: string,
  tone: Tone,
): Item[] {
  const own = values.map((value) => !others.includes(value))
  const reordered = !own.includes(true) && others.every((value) => values.includes(value))
  return values.flatMap((value, i): Item[] => {
    const says: Span[] = [
      { text: `${sign} `, tone },
      { text: value, tone, code: true },
    ]
    return own[i] || reordered ? [{ says, from: [originText(origins[i])] }] : []
  })
}
