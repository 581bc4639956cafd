import type { Annotated, AnnotatedLine, Row, Table } from '../blocks.ts'

/** As a document shows it: a row a line, in which the mark is a word. */
export const annotatedTable = ({ titles: [text, says], lines }: Annotated): Table => ({
  kind: 'table',
  columns: [
    { title: 'Line', number: true, tone: 'quiet' },
    { title: text },
    { title: '' },
    { title: says, tight: 'beneath' },
  ],
  rows: lines.map(rowOf),
})

const rowOf = ({ at, text, mark, says }: AnnotatedLine): Row => ({
  cells: [String(at), [{ text, code: true }], [{ text: mark.word, tone: mark.tone }], says],
})
