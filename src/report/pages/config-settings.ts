/** What is set, where it is said and, where asked, why other lines have no say. */

import { MEANINGS } from '../../sshd-config/meanings.ts'
import { losersOf } from '../../sshd-config/place.ts'
import { releaseName } from '../../openssh/release.ts'
import { originText } from '../../sshd-config/types.ts'
import type { ConfigLine } from '../../sshd-config/types.ts'
import type { Note, Row, Section } from '../blocks.ts'
import type { ConfigReport } from '../config/report.ts'

/** Values longer than this do not move the origins of all others away. */
const ORDINARY = 24

export function settingsSection(report: ConfigReport): Section {
  const { config, explain } = report
  const set = Object.keys(config.effective).filter((keyword) => config.origin[keyword] !== 'default')
  const others = Object.keys(config.effective).length - set.length
  const unset = explain
    ? config.lines.filter((line) => !set.includes(line.canonical) && !line.took && speaks(line))
    : []
  return {
    title: set.length === 0 ? 'Nothing is set' : 'Set',
    blocks: [
      {
        kind: 'table',
        untitled: true,
        columns: [
          { title: 'keyword', tone: 'strong' },
          { title: 'value', most: ORDINARY, tight: 'beneath' },
          { title: 'from', tone: 'quiet', tight: 'beneath' },
        ],
        rows: set.flatMap((keyword) => rowsOf(keyword, report)),
      },
      ...unset.map((line) => note(`${line.file}:${line.line} ${line.keyword}: ${loserText(line)}`)),
      note(`${others} keywords stand at the defaults of ${releaseName(config.release)}; --json has them all.`),
    ],
  }
}

const note = (says: string): Note => ({ kind: 'note', says })

/** Match and Include are about other lines. */
const speaks = (line: ConfigLine): boolean => line.canonical !== 'match' && line.canonical !== 'include'

/** A row a value; what is to be explained stands beneath the last. */
function rowsOf(keyword: string, { config, explain }: ConfigReport): Row[] {
  const values = config.effective[keyword]!
  return values.map((value, i) => ({
    cells: [
      i === 0 ? keyword : '',
      [{ text: value, code: true }],
      originText(config.origins[keyword]?.[i] ?? config.origin[keyword]),
    ],
    ...(explain &&
      i === values.length - 1 && {
        beneath: [
          note(MEANINGS[keyword] ?? 'Has no say in who gets in.'),
          ...losersOf(config, keyword).map((line) =>
            note(`not ${line.file}:${line.line} (${line.arguments.join(' ')}): ${loserText(line)}`),
          ),
        ],
      }),
  }))
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
