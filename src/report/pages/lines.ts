/** A text that somebody brought, line by line, and what it comes to. */

import { grouped } from '../../core/grouped.ts'
import type { StageLine } from '../../core/types.ts'
import type { Annotated, AnnotatedLine, Headline, Item, Page, Section, Text } from '../blocks.ts'
import type { LinesDocument } from '../lines/document.ts'
import type { ReadLine } from '../lines/explained-line.ts'
import type { FaultSum, StepSum } from '../lines/sum.ts'
import { headlineText, lineCount, lineNumber, stepText } from '../lines/words.ts'
import { STATES } from '../paint/states.ts'
import { listOf, present, section } from './section.ts'

/** So much of a line is enough to know it by. */
const QUOTED = 160

export function linesPage(document: LinesDocument): Page {
  const { from, sum, hidden, leftOut, version } = document
  const sections: (Section | null)[] = [
    ...annotated(document),
    { act: true, blocks: [headline(document)] },
    section('Steps', sum.steps.length > 0 ? { kind: 'road', steps: sum.steps.map(stepLine) } : null, {
      stands: 'nowhere',
      act: true,
    }),
    faults(
      'Named',
      sum.faults.filter(({ decided }) => decided),
    ),
    faults(
      'Possible',
      sum.faults.filter(({ decided }) => !decided),
    ),
    section(
      'Notes',
      listOf([
        ...(leftOut
          ? [
              `The sum is of the lines that are shown; ${lineCount(leftOut.lines)} behind line ${grouped(leftOut.after)} are left to --json.`,
            ]
          : []),
        ...(hidden > 0 ? [`${lineCount(hidden, 'secret')} in these lines ${hidden === 1 ? 'is' : 'are'} hidden.`] : []),
      ]),
    ),
  ]
  return { title: `${from}: lines`, sections: present(sections), foot: `Read by sshmedic ${version}.` }
}

const headline = ({ from, sum }: LinesDocument): Headline => {
  const broken = sum.steps.some(stillBroken) || sum.brokenSomewhere !== undefined
  const tone = sum.known === 0 ? 'warn' : broken || sum.faults.some(({ decided }) => decided) ? 'bad' : 'strong'
  return { kind: 'headline', subject: from, says: headlineText(sum), tone }
}

/** Where lines were left out, there are two halves. */
function annotated({ lines, leftOut }: LinesDocument): Section[] {
  if (lines.length === 0) return []
  const part = (some: readonly ReadLine[]): Annotated => ({
    kind: 'annotated',
    titles: ['What is said', 'What it means'],
    lines: some.map(annotatedLine),
  })
  const whole = (blocks: Section['blocks']): Section[] => [{ title: 'Line by line', stands: 'nowhere', blocks }]
  if (leftOut === undefined) return whole([part(lines)])
  const gap = `Here ${lineCount(leftOut.lines)} ${leftOut.lines === 1 ? 'is' : 'are'} left out.`
  return whole([
    part(lines.filter(({ line }) => line <= leftOut.after)),
    { kind: 'note', says: gap, tone: 'quiet' },
    part(lines.filter(({ line }) => line > leftOut.after)),
  ])
}

function annotatedLine(read: ReadLine): AnnotatedLine {
  const { line, text, reading } = read
  if (!reading.known && read.prompt)
    return { at: line, text, mark: MARKS.plain, says: 'A command, or the words beside a prompt.', quiet: true }
  if (!reading.known)
    return { at: line, text, mark: MARKS.unknown, says: [{ text: 'Nobody is known to say this.', tone: 'quiet' }] }
  const { by, step, says } = reading
  const mark = markOf(reading)
  const about = [by, step].filter((each) => each !== undefined).join(', ')
  const words: Text = [{ text: says ?? '' }, { text: about === '' ? '' : ` (${about})`, tone: 'quiet' }]
  return { at: line, text, mark, says: words, ...(mark === MARKS.plain && { quiet: true }) }
}

const MARKS = {
  passes: { sign: STATES.ok.mark, word: 'passed', tone: 'good' },
  breaks: { sign: STATES.fail.mark, word: 'broken', tone: 'bad' },
  error: { sign: '!', word: 'error', tone: 'bad' },
  warning: { sign: '!', word: 'warning', tone: 'warn' },
  plain: { sign: '·', word: '', tone: 'quiet' },
  unknown: { sign: '?', word: 'unknown', tone: 'warn' },
} as const satisfies Record<string, AnnotatedLine['mark']>

function markOf({ road, level, harmless }: ReadLine['reading']): AnnotatedLine['mark'] {
  if (road !== undefined) return MARKS[road]
  if (harmless) return MARKS.plain
  if (level === 'error' || level === 'fatal') return MARKS.error
  return level === 'warning' ? MARKS.warning : MARKS.plain
}

/** Nothing that stands behind it shows the step passed. */
const stillBroken = ({ broken, passedAfter }: StepSum): boolean => broken > 0 && !passedAfter

function stepLine(step: StepSum): StageLine {
  const state = step.broken === 0 ? 'ok' : stillBroken(step) ? 'fail' : 'warn'
  return { name: step.stage, state, says: stepText(step) }
}

const faults = (title: string, all: readonly FaultSum[]): Section | null =>
  section(title, listOf(all.map(faultItem)), { tone: title === 'Named' ? 'bad' : 'warn', act: true })

/** The fault, and the words that name it. */
function faultItem({ id, title, first, lines }: FaultSum): Item {
  const more = lines > 1 ? ` and ${grouped(lines - 1)} more` : ''
  const text = first.text.length > QUOTED ? `${first.text.slice(0, QUOTED)}…` : first.text
  return { says: [{ text: `${title}: ${lineNumber(first)}${more}, ` }, { text, code: true }], id }
}
