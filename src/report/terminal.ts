/** The case as a person reads it in a terminal: the verdict, the road, the causes, what to do. */

import { visible } from '../core/visible.ts'
import type { Evidence, Next, RankedCause, StageLine } from '../core/types.ts'
import { hideSecrets } from './document.ts'
import type { Document } from './document.ts'
import { count, factor, percent, seconds } from './numbers.ts'
import { paint } from './paint.ts'
import type { Line, Span, Style } from './paint.ts'
import { padEnd, width, wrap } from './width.ts'
import { STATES, addressOf, notesOf, sentence, shownCauses, shownEvidence, sideOf } from './words.ts'

export interface TerminalOptions {
  /** How wide the terminal is; beyond 100 nothing gets wider, because nobody reads such lines. */
  columns: number
  colour: boolean
}

const WIDEST = 100
const NARROWEST = 28
/** Below this, labels and columns stand above their text instead of beside it. */
const SIDE_BY_SIDE = 60
const MOST_LINES = 4
/** Why a cause is that unlikely is in the JSON; here it would stand between the reader and the next one. */
const WORTH_ARGUING = 0.05
const STATE_STYLES = { ok: 'green', fail: 'red', warn: 'yellow', 'not-reached': 'dim', 'not-asked': 'dim' } as const

/** The report for a terminal; ends with a newline. Only a command to copy is ever wider than the terminal. */
export function toTerminal(document: Document, { columns, colour }: TerminalOptions): string {
  const doc = hideSecrets(document)
  const across = Number.isFinite(columns) ? Math.max(NARROWEST, Math.min(WIDEST, Math.floor(columns))) : 80
  const { shown, others, rest } = shownCauses(doc.causes)
  const sections: Line[][] = [
    headline(doc, across),
    wrap(show(sentence(doc)), across).map((line) => [{ text: line, style: 'bold' }]),
    road(doc.road, across),
    [
      ...shown.flatMap((cause, i) => causeLines(cause, across, i === 0 ? 'bold' : undefined)),
      ...(others > 0 && rest >= 0.005 ? [[percentage(rest), { text: count(others, 'other') }]] : []),
    ],
    list(
      'Ruled out',
      doc.ruledOut.map(({ title, says }) => `${show(title)} — ${show(says)}`),
      across,
    ),
    list(
      'Notes',
      notesOf(doc).map((note) => show(note)),
      across,
    ),
    advice('To be surer', doc.surer, across),
    advice('Next', doc.next, across),
  ]
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => [...section, []])
  return paint(lines.slice(0, -1), colour)
}

/** Laid out as it will be printed: what `visible` turns into marks takes the marks' room. */
const show = (text: string) => visible(text)

function headline({ target, spent }: Document, across: number): Line[] {
  const address = show(addressOf(target))
  const cost = `${count(spent.connections, 'connection')} · ${seconds(spent.seconds)}`
  return atRightEnd(
    wrap(address, across).map((text) => [{ text }]),
    { text: cost, style: 'dim' },
    across,
  )
}

/** Puts a span at the right end of the last line, or on a line of its own where there is no room. */
function atRightEnd(lines: Line[], right: Span, across: number): Line[] {
  const last = lines.at(-1) ?? []
  const room = across - widthOf(last) - width(right.text)
  if (room >= 2) return [...lines.slice(0, -1), [...last, { text: ' '.repeat(room) }, right]]
  return [...lines, ...wrap(right.text, across).map((text) => [gap(across - width(text)), { ...right, text }])]
}

const widthOf = (line: Line) => width(line.map(({ text }) => text).join(''))

const gap = (columns: number): Span => ({ text: ' '.repeat(Math.max(0, columns)) })

function road(steps: readonly StageLine[], across: number): Line[] {
  const names = Math.min(10, Math.max(0, ...steps.map(({ name }) => width(show(name)))))
  const times = Math.max(0, ...steps.map((step) => width(timeOf(step))))
  return steps.flatMap((step) => roadLines(step, names, times, across))
}

const timeOf = ({ seconds: value }: StageLine) => (value === undefined ? '' : seconds(value))

function roadLines(step: StageLine, names: number, times: number, across: number): Line[] {
  const { mark, word } = STATES[step.state]
  const [name = '', ...moreName] = wrap(show(step.name), 10)
  const state = padEnd(`${mark} ${word}`, 6)
  const time = timeOf(step)
  const start: Span[] = [
    gap(2),
    { text: padEnd(name, names) },
    gap(2),
    { text: state, style: STATE_STYLES[step.state] },
  ]
  const withTime = widthOf(start) + 2 + times
  const fits = withTime <= across
  if (fits && times > 0 && (time !== '' || width(state) <= 6)) {
    start.push(gap(2 + times - width(time)), { text: time, style: 'dim' })
  }
  const taken = widthOf(start)
  const beneath = [...moreName, ...(fits ? [] : [time])].filter((text) => text !== '').map((text) => [gap(2), { text }])
  const says = show(step.says)
  if (says === '') return [start, ...beneath]
  if (across < SIDE_BY_SIDE) return [start, ...beneath, ...indented(says, 4, across)]
  const [first = '', ...more] = wrap(says, across - taken - 2)
  return [[...start, gap(2), { text: first }], ...beneath, ...more.map((text) => [gap(taken + 2), { text }])]
}

const CAUSE_INDENT = 9

const percentage = (probability: number): Span => ({ text: `  ${percent(probability).padStart(5)}  `, style: 'bold' })

function causeLines(cause: RankedCause, across: number, style: Style | undefined): Line[] {
  const [first = '', ...more] = wrap(show(cause.title), across - CAUSE_INDENT)
  const title: Line[] = [
    [percentage(cause.probability), { text: first, style }],
    ...more.map((text) => [gap(CAUSE_INDENT), { text, style }]),
  ]
  return [
    ...atRightEnd(title, { text: show(cause.id), style: 'dim' }, across),
    ...(cause.probability < WORTH_ARGUING && style === undefined
      ? []
      : shownEvidence(cause.because, MOST_LINES).flatMap((evidence) => evidenceLines(evidence, across))),
    ...cause.becauseOf
      .slice(0, MOST_LINES)
      .flatMap(({ id, title, says }) =>
        indented(`Behind it: ${show(title)} (${show(id)}) — ${show(says)}`, CAUSE_INDENT, across),
      ),
  ]
}

function evidenceLines(evidence: Evidence, across: number): Line[] {
  const weight = factor(evidence.bits)
  const [first = '', ...more] = wrap(show(evidence.says), across - CAUSE_INDENT - 2 - 2 - width(weight))
  const line: Span[] = [gap(CAUSE_INDENT), { text: `${sideOf(evidence)} ` }, { text: first }]
  return [
    ...atRightEnd([line], { text: weight, style: 'dim' }, across),
    ...more.map((text) => [gap(CAUSE_INDENT + 2), { text }]),
  ]
}

const LABEL = 15

/** A label with its lines beside it, or beneath it where there is no room. */
function labelled(label: string, body: (indent: number) => Line[], across: number): Line[] {
  if (across < SIDE_BY_SIDE) return [[gap(2), { text: label, style: 'bold' }], ...body(4)]
  const [first = [], ...more] = body(LABEL)
  return [[gap(2), { text: padEnd(label, LABEL - 2), style: 'bold' }, ...first.slice(1)], ...more]
}

function list(label: string, items: readonly string[], across: number): Line[] {
  if (items.length === 0) return []
  const left = items.length - MOST_LINES
  const shown = [...items.slice(0, MOST_LINES), ...(left > 0 ? [`and ${left} more (--json has them)`] : [])]
  return labelled(label, (indent) => shown.flatMap((item) => hanging(item, indent, across)), across)
}

function advice(label: string, next: Next | null, across: number): Line[] {
  if (next === null) return []
  const between = (next.between ?? []).map(show)
  const tells = between.length > 1 ? ` (tells apart: ${between.join(', ')})` : ''
  return [
    ...labelled(label, (indent) => indented(show(next.says) + tells, indent, across), across),
    // Never broken and never cut: it is there to be copied.
    ...(next.command ? [[], [gap(4), { text: next.command }]] : []),
  ]
}

const indented = (text: string, indent: number, across: number): Line[] =>
  wrap(text, across - indent).map((text) => [gap(indent), { text }])

/** An item of a list: its second line stands further in, so that one sees where the next item begins. */
function hanging(text: string, indent: number, across: number): Line[] {
  return wrap(text, across - indent - 2).map((text, i) => [gap(i === 0 ? indent : indent + 2), { text }])
}
