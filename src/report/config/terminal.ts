/** `sshmedic config` as a person reads it in a terminal at three in the morning: what is wrong first. */

import { visible } from '../../core/visible.ts'
import { MEANINGS } from '../../sshd-config/meanings.ts'
import type { Advice } from '../../knowledge/config-rules/advice.ts'
import { losersOf } from '../../sshd-config/place.ts'
import { originText } from '../../sshd-config/types.ts'
import type { ConfigLine, Origin } from '../../sshd-config/types.ts'
import { paint } from '../paint.ts'
import type { Line, Span, Style } from '../paint.ts'
import { padEnd, width, wrap } from '../width.ts'
import type { ConfigReport } from './report.ts'
import { releaseName } from '../../openssh/release.ts'

const WIDEST = 100
const NARROWEST = 28

/** Ends with a newline; nothing is wider than the terminal but what has no blank to break at. */
export function configToTerminal(
  report: ConfigReport,
  { columns, colour }: { columns: number; colour: boolean },
): string {
  const across = Number.isFinite(columns) ? Math.max(NARROWEST, Math.min(WIDEST, Math.floor(columns))) : 80
  const sections: Line[][] = [
    heading(report, across),
    errors(report, across),
    titled(
      'Notes',
      report.config.notes.map((note) => `${note.says} (${note.source})`),
      across,
      'yellow',
    ),
    disagreements(report, across),
    audit(report, across),
    advice(report, across),
    report.diff ? diff(report, across) : report.audit || report.advice ? [] : settings(report, across),
  ]
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => [...section, []])
  return paint(lines.slice(0, -1), colour)
}

function heading(report: ConfigReport, across: number): Line[] {
  const { config, connection } = report
  const fatal = config.errors.filter((e) => e.fatal).length
  const who = [
    connection?.user === undefined ? '' : `for ${connection.user}`,
    connection?.address === undefined ? '' : `from ${connection.address}`,
  ].filter((part) => part !== '')
  const says =
    fatal > 0
      ? `sshd would not start with ${report.main}: ${fatal === 1 ? 'one line is' : `${fatal} lines are`} refused.`
      : `${report.main}${who.length > 0 ? `, ${who.join(' ')}` : ''}: sshd would start.`
  return [
    ...styled(says, across, fatal > 0 ? 'red' : 'bold'),
    ...styled(
      `Read as ${releaseName(config.release)} reads it (${report.releaseFrom}), from ${report.where}.`,
      across,
      'dim',
    ),
  ]
}

function errors({ config }: ConfigReport, across: number): Line[] {
  const fatal = config.errors.filter((e) => e.fatal)
  const rows = fatal.map(({ file, line, says }) => `${line > 0 ? `${file}:${line}: ` : ''}${says}`)
  return titled('sshd refuses', rows, across, 'red')
}

function disagreements({ disagreements }: ConfigReport, across: number): Line[] {
  if (!disagreements || disagreements.length === 0) return []
  const rows = disagreements.map(
    ({ keyword, here, there }) => `${keyword}: sshd ${here.join(' | ')}; we ${there.join(' | ')}`,
  )
  return titled('The sshd of that machine says otherwise: trust it, and please report this', rows, across, 'red')
}

const SEVERITY: Readonly<Record<string, Style>> = { critical: 'red', major: 'yellow', minor: 'bold', note: 'dim' }

function audit({ audit }: ConfigReport, across: number): Line[] {
  if (!audit) return []
  if (audit.length === 0) return styled('The audit finds nothing.', across, 'green')
  const grave = audit.filter(({ severity }) => severity !== 'note')
  const slight = audit.filter(({ severity }) => severity === 'note')
  return [
    [{ text: grave.length === 0 ? 'The audit finds nothing that has to be done' : 'Audit', style: 'bold' }],
    ...grave.flatMap((finding) => [
      [
        { text: '  ' },
        { text: finding.severity, style: SEVERITY[finding.severity]! },
        { text: `, ${finding.side}  ` },
        { text: `${finding.id}  ${originText(finding.at)}`, style: 'dim' as const },
      ],
      ...indented(`${finding.says} ${finding.reason}`, across, 4),
      ...(finding.recommend ? [proposal(`    → ${finding.recommend.keyword} ${finding.recommend.value}`)] : []),
    ]),
    ...(slight.length > 0
      ? [[{ text: '  Worth knowing (reasons and sources in --json)', style: 'bold' as const }]]
      : []),
    ...slight.flatMap(({ says, id }) => indented(`- ${says} (${id})`, across, 4)),
  ]
}

/** Never broken: it is there to be copied. */
const proposal = (text: string): Line => [{ text, style: 'green' }]

function advice({ advice, advisedLater = [], config }: ConfigReport, across: number): Line[] {
  if (!advice) return []
  if (advice.length + advisedLater.length === 0) return styled('Nothing has to be written.', across, 'green')
  const later =
    advisedLater.length > 0
      ? [[{ text: 'Only once you have looked: it might shut you out', style: 'bold' }] as Line]
      : []
  const last = config.errors.some((e) => e.fatal) ? 'sshd does not start as it is: mend the refused lines first. ' : ''
  const check = `${last}Then: sshd -t && systemctl reload ssh, and a new login from outside before you close this one.`
  return [
    ...(advice.length > 0 ? [[{ text: 'Write', style: 'bold' }] as Line] : []),
    ...advised(advice, across),
    ...later,
    ...advised(advisedLater, across),
    ...indented(check, across, 2),
  ]
}

function advised(advice: readonly Advice[], across: number): Line[] {
  const files = Map.groupBy(advice, ({ edit }) =>
    edit ? `${edit.how} ${edit.file} ${edit.how === 'replace' ? edit.line : ''}` : '',
  )
  return [...files.values()].flatMap((group) => [
    [{ text: `  ${placeText(group[0]!)}` }] as Line,
    ...group.flatMap(({ keyword, value, because, shutsOut }) => [
      proposal(`    ${keyword} ${value}`),
      ...indented(`# ${because}`, across, 6),
      ...(shutsOut ? indented(`# May shut out ${shutsOut.who}. Look first: ${shutsOut.check}`, across, 6) : []),
    ]),
  ])
}

function placeText({ edit }: Advice): string {
  if (!edit) return 'as things stand, this line wins nowhere:'
  if (edit.how === 'create') return `into ${edit.file} (it is read before all others):`
  return edit.how === 'insert' ? `as the first line of ${edit.file}:` : `in ${edit.file}, instead of line ${edit.line}:`
}

function diff({ diff }: ConfigReport, across: number): Line[] {
  if (!diff) return []
  const refused = titled(
    `sshd would not start with ${diff.with}`,
    diff.refused.map(({ file, line, says }) => `${file}:${line}: ${says}`),
    across,
    'red',
  )
  if (diff.differing.length === 0) {
    return refused.length > 0 ? refused : styled(`${diff.with} means the same.`, across, 'green')
  }
  return [
    ...refused,
    ...diff.differing.flatMap(({ keyword, here, there, hereOrigins, thereOrigins }) => [
      [{ text: keyword, style: 'bold' } as Span],
      ...onlyIn(here, there, hereOrigins, '-', 'red'),
      ...onlyIn(there, here, thereOrigins, '+', 'green'),
    ]),
  ]
}

/** The values of a list that the other has not; all of them where only the order differs. */
function onlyIn(
  values: readonly string[],
  others: readonly string[],
  origins: readonly Origin[],
  sign: string,
  style: Style,
): Line[] {
  const own = values.map((value) => !others.includes(value))
  const reordered = !own.includes(true) && others.every((value) => values.includes(value))
  return values.flatMap((value, i): Line[] =>
    own[i] || reordered
      ? [
          [
            { text: `  ${sign} ${visible(value, 2000)}`, style },
            { text: `  ${originText(origins[i])}`, style: 'dim' },
          ],
        ]
      : [],
  )
}

function settings(report: ConfigReport, across: number): Line[] {
  const { config, explain } = report
  const set = Object.keys(config.effective).filter((keyword) => config.origin[keyword] !== 'default')
  const column = Math.min(32, Math.max(0, ...set.map((keyword) => keyword.length)) + 2)
  const short = set.flatMap((keyword) => config.effective[keyword]!.map((value) => width(visible(value, 2000))))
  const values = Math.max(0, ...short.filter((w) => w <= 24))
  const rows = set.flatMap((keyword) =>
    config.effective[keyword]!.flatMap((value, i): Line[] => {
      const from = originText(config.origins[keyword]?.[i] ?? config.origin[keyword])
      const name = i === 0 ? keyword : ''
      const room = across - 2 - column - width(from) - 2
      const shown = visible(value, 2000)
      const first: Span[] = [{ text: `  ${padEnd(name, column)}`, style: 'bold' }]
      return width(shown) <= room || shown.length < 20
        ? [[...first, { text: `${padEnd(shown, values)}  ` }, { text: from, style: 'dim' }]]
        : [[...first, { text: from, style: 'dim' }], ...indented(shown.replaceAll(',', ', '), across, 6)]
    }).concat(explain ? explained(report, keyword, across) : []),
  )
  const others = Object.keys(config.effective).length - set.length
  const unset = explain ? config.lines.filter((l) => !set.includes(l.canonical) && !l.took && ignored(l)) : []
  return [
    [{ text: set.length === 0 ? 'Nothing is set' : 'Set', style: 'bold' }],
    ...rows,
    ...unset.flatMap((line) => indented(`${line.file}:${line.line} ${line.keyword}: ${loserText(line)}`, across, 2)),
    ...indented(
      `${others} keywords stand at the defaults of ${releaseName(config.release)}; --json has them all.`,
      across,
      2,
    ),
  ]
}

const ignored = (line: ConfigLine): boolean => line.canonical !== 'match' && line.canonical !== 'include'

function explained({ config }: ConfigReport, keyword: string, across: number): Line[] {
  const meaning = MEANINGS[keyword] ?? 'Has no say in who gets in.'
  return [
    ...indented(meaning, across, 6),
    ...losersOf(config, keyword).flatMap((line) =>
      indented(`not ${line.file}:${line.line} (${line.arguments.join(' ')}): ${loserText(line)}`, across, 6),
    ),
  ]
}

function loserText({ why, wonBy, match }: ConfigLine): string {
  const by = wonBy ? originText(wonBy) : 'another line'
  switch (why) {
    case 'first-wins':
      return `${by} says it first, and the first wins`
    case 'last-wins':
      return `${by} says it later, and of this keyword the last wins`
    case 'match-wins':
      return `the Match at ${by} is satisfied and overrides it`
    case 'no-match':
      return `its Match${match ? ` ${match.words}` : ''} is not satisfied by this connection`
    case 'deprecated':
      return 'has no effect in this release'
    case 'unsupported':
      return 'is not built into this sshd'
    case 'unknown':
      return 'is not known to this release, which does not start'
    case 'no-file':
      return 'finds no file'
    default:
      return 'is refused'
  }
}

function titled(title: string, says: readonly string[], across: number, style: Style): Line[] {
  if (says.length === 0) return []
  return [[{ text: title, style }], ...says.flatMap((each) => indented(each, across, 2))]
}

function styled(says: string, across: number, style: Style): Line[] {
  return wrap(visible(says, 2000), across).map((text) => [{ text, style }])
}

/** The lines after the first stand two further in. */
function indented(says: string, across: number, by: number): Line[] {
  return wrap(visible(says, 4000), across - by - 2).map((text, i) => [
    { text: `${' '.repeat(i === 0 ? by : by + 2)}${text}` },
  ])
}
