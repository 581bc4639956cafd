/**
 * What a page is made of: typed data without markup, colour or width. A page makes its blocks once and every painter paints every
 * block, so a new page needs no painter and a new medium needs no page. Strangers' text stands here as it came: painters make it harmless.
 */

import type { FactId, Missing, Seen, Stage, StageLine } from '../core/types.ts'

/** What words mean; a painter gives each meaning its colour. Only words of ours have one: what a stranger said stays plain. */
export type Tone = 'good' | 'bad' | 'warn' | 'strong' | 'quiet'

export interface Span {
  text: string
  tone?: Tone
  /** To be read letter by letter: an address, a path, an id. Too long for its line, it is broken behind its commas. */
  code?: true
}

/** Words of one paragraph, item or cell; a line end in them is a stranger's and shown as a mark. */
export type Text = string | readonly Span[]

/** The answer in one sentence. */
export interface Headline {
  kind: 'headline'
  /** What the page is about: an address, a file. Documents begin with it. */
  subject: string
  /** What finding out has cost. A terminal shows the subject only beside it: elsewhere `says` names the subject itself. */
  cost?: string
  says: string
  tone: Tone
  /** The state in a word. */
  verdict?: { word: string; tone: Tone }
  /** What stands beside the verdict in a document: the likeliest cause. */
  lead?: Text
}

export interface Paragraph {
  kind: 'paragraph'
  says: Text
  tone?: Tone
}

/** A remark that stands apart from what it is about. */
export interface Note {
  kind: 'note'
  says: Text
  tone?: Tone
}

/** The way to the server: what each step of it showed. */
export interface Road {
  kind: 'road'
  steps: readonly StageLine[]
}

export interface Column {
  /** Empty where the cells speak for themselves. */
  title: string
  /** Numbers stand at the right. */
  number?: true
  tone?: Tone
  /** Columns of a terminal it takes at least, so that tables of one kind look alike. */
  least?: number
  /** Columns of a terminal beyond which a cell sticks out instead of widening all others. */
  most?: number
  /** What becomes of a cell where a row has no room: it goes beneath its row, or the whole column is left out. */
  tight?: 'beneath' | 'left-out'
  /** Too much for a terminal of any width. */
  detail?: true
}

export interface Row {
  cells: readonly Text[]
  /** What is to be said of the row at more length. */
  beneath?: readonly (Paragraph | Note)[]
}

/** A long table or list holds what is enough for a document; JSON has the whole. */
interface Long {
  /** So many are enough for somebody who glances. */
  brief?: number
  /** How many there are in all, where not all stand here. */
  total?: number
}

export interface Table extends Long {
  kind: 'table'
  columns: readonly Column[]
  rows: readonly Row[]
  /** At a glance the cells need no titles. */
  untitled?: true
}

export interface Item {
  says: Text
  /** The machine name, for whoever searches; only a document has room. */
  id?: string
  /** Where it comes from: stands behind, quietly. */
  from?: readonly string[]
  /** Why. */
  because?: string
  beneath?: readonly Block[]
}

export interface List extends Long {
  kind: 'list'
  items: readonly Item[]
  mark?: 'number' | 'dash'
}

export interface Cause {
  id: string
  title: string
  stage: Stage | '—'
  probability: number
  /** The heaviest first. */
  evidence: readonly { side: 'for' | 'against'; weight: string; says: string; sign: string }[]
  /** What is behind it, where it is a mechanism that has a cause itself. */
  behind: readonly { id: string; title: string; says: string }[]
}

export interface Causes {
  kind: 'causes'
  /** The likeliest first. */
  causes: readonly Cause[]
  /** Those too unlikely for a line, together. */
  others: { count: number; probability: number }
}

/** Lines to copy: never broken, never cut. */
export interface Command {
  kind: 'command'
  lines: readonly string[]
  language: 'sh' | 'sshd_config'
  /** Why, and what to look at first: stands beneath as comments. */
  because?: readonly string[]
  /** It is proposed instead of what was just said. */
  instead?: true
}

/** Equal stretches of time; `values[lane][step]`. */
export interface Steps {
  /** When the first begins, milliseconds since the epoch. */
  from: number
  /** How long each is, seconds. */
  seconds: number
  values: readonly (readonly number[])[]
}

/** How much happened when: one lane a quantity, each to its own scale. */
export interface TimePlot {
  kind: 'plot'
  form: 'time'
  lanes: readonly { label: string; tone: Tone }[]
  /** As many steps as a painter has room for, and two; a person reads their width easily. */
  steps(room: number): Steps
  /** Stretches to be set off, milliseconds since the epoch; `meaning` is a half sentence. */
  shaded: { meaning: string; spans: readonly { from: number; to: number }[] }
  /** What a reader must know to read it right. */
  caution?: string
}

/** A share over a count, and how often each count occurs. */
export interface CurvePlot {
  kind: 'plot'
  form: 'curve'
  /** The picture in a sentence. */
  says: string
  /** Of the share. */
  label: string
  /** The last count shown; the first is 0. */
  end: number
  axis: string
  /** The share at a count, 0 to 1. A step stays a step: a share holds until the next count. */
  at(count: number): number
  /** How often the counts of each of so many equal stretches occur, 1 being the most often. */
  often?: { label: string; caption: string; of(stretches: number): readonly number[] }
}

export interface PlotSpan {
  label: string
  /** Seconds. */
  from: number
  to: number
  /** Nothing came of it. */
  vain: boolean
}

/** Where the time went: rows of spans to one scale, in seconds. */
export interface SpanPlot {
  kind: 'plot'
  form: 'spans'
  rows: readonly { title: string; detail: string; spans: readonly PlotSpan[] }[]
}

export type Plot = TimePlot | CurvePlot | SpanPlot

/** A text somebody brought, line by line, each beside what it means. */
export interface Annotated {
  kind: 'annotated'
  /** What the two stand for: the lines as they came, and what is said of them. */
  titles: readonly [text: string, says: string]
  lines: readonly AnnotatedLine[]
}

export interface AnnotatedLine {
  /** Its number in the text. */
  at: number
  /** The stranger's words. */
  text: string
  /** A sign for the eye; `word` is the same for everybody else. */
  mark: { sign: string; word: string; tone: Tone }
  says: Text
  /** Nothing hangs on it: all of it is painted quietly. */
  quiet?: true
}

/** The evidence itself, as the case has it. */
export interface Facts {
  kind: 'facts'
  facts: readonly ({ title: string; id: FactId; at: string; seen: Seen; via: string } & (
    | { value: unknown }
    | { missing: string; why: Missing['why'] }
  ))[]
}

export type Block = Headline | Paragraph | Note | Road | Table | List | Causes | Command | Plot | Annotated | Facts

export interface Section {
  title?: string
  tone?: Tone
  /**
   * Where a terminal has the title: above its blocks, beside them (there where its width allows), or nowhere, because at a glance the
   * blocks speak for themselves. Documents have it as a heading.
   */
  stands?: 'above' | 'beside' | 'nowhere'
  /** It goes on with the section before: a terminal leaves no line between them. */
  joined?: boolean
  /** What to do now: a document, which is read from its top, begins with it. */
  act?: true
  /** For whoever wants to know it all; a terminal leaves it to --json. */
  appendix?: true
  blocks: readonly Block[]
}

export interface Page {
  /** As a window or a tab shows it. */
  title: string
  sections: readonly Section[]
  /** What made the page, out of what. */
  foot: string
}
