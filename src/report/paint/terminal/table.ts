/** A table in a terminal: side by side where there is room, else with its longest cells beneath their rows, else cell under cell. */

import type { Column, Row, Span, Table } from '../../blocks.ts'
import { width } from '../../width.ts'
import type { Line } from './line.ts'
import { moreLines } from './list.ts'
import { gap, hanging, indented, spansOf, widthOf } from './wrapped.ts'
import type { PaintBlock, Room } from './wrapped.ts'

const BETWEEN = 2
/** A cell as short as this stays beside its neighbours as long as it can. */
const SHORT = 20

interface Layout {
  columns: readonly { column: Column; at: number; wide: number }[]
  room: Room
  /** Where what stands beneath a row begins: under the words, not under a number in front of them. */
  beneath: Room
}

export function tableLines(
  { columns, rows, untitled, brief = Infinity, total = rows.length }: Table,
  room: Room,
  paint: PaintBlock,
): Line[] {
  const shown = rows.slice(0, brief)
  const layout = layoutOf(columns, shown, untitled === true, room)
  const titles = layout.columns.map(({ column }) => spansOf(column.title, 'quiet'))
  const head = untitled ? [] : rowLines(titles, layout)
  return [
    ...head,
    ...shown.flatMap(({ cells, beneath = [] }) => [
      ...rowLines(
        layout.columns.map(({ column, at }) => spansOf(cells[at] ?? '', column.tone)),
        layout,
      ),
      ...beneath.flatMap((block) => paint(block, layout.beneath)),
    ]),
    ...moreLines(total - shown.length, room),
  ]
}

function layoutOf(all: readonly Column[], rows: readonly Row[], untitled: boolean, room: Room): Layout {
  const columns = all.flatMap((column, at) => {
    const cells = rows.map(({ cells }) => widthOf(spansOf(cells[at] ?? '')))
    const { most = Infinity, least = 0, title, detail } = column
    const wide = Math.max(least, untitled ? 0 : width(title), ...cells.filter((cell) => cell <= most))
    return detail ? [] : [{ column, at, wide }]
  })
  const taken = columns.reduce((sum, { wide }) => sum + wide + BETWEEN, room.indent - BETWEEN)
  const fits = taken <= room.across
  const first = columns[0]
  const margin = first?.column.number ? first.wide + BETWEEN + 2 : 4
  return {
    columns: fits ? columns : columns.filter(({ column }) => column.tight !== 'left-out'),
    room,
    beneath: { ...room, indent: room.indent + margin },
  }
}

function rowLines(cells: readonly Span[][], layout: Layout): Line[] {
  const { columns, room, beneath } = layout
  const fits = (line: Line) => widthOf(line) <= room.across
  const movable = cells.flatMap((cell, i) => (columns[i]!.column.tight === 'beneath' && widthOf(cell) > 0 ? [i] : []))
  const long = movable.filter((i) => widthOf(cells[i]!) >= SHORT)
  const choices = [[], ...[...long, ...movable].map((i) => [i]), movable]
  const down = choices.find((choice) => fits(beside(cells, choice, layout)))
  if (down === undefined) return stacked(cells, layout)
  return [beside(cells, down, layout), ...down.flatMap((i) => moved(cells[i]!, beneath))]
}

/** The cells side by side, without those that go beneath. */
function beside(cells: readonly Span[][], down: readonly number[], { columns, room }: Layout): Line {
  const kept = cells.flatMap((cell, i) => (down.includes(i) ? [] : [{ cell, ...columns[i]! }]))
  // Behind the last word there is nothing to be lined up.
  const last = kept.findLastIndex(({ cell }) => widthOf(cell) > 0)
  return kept.flatMap((each, i): Span[] => {
    const { cell, column, wide } = each
    const before = gap(i === 0 ? room.indent : BETWEEN)
    const pad = (to: number) => gap(to - widthOf(cell))
    if (column.number) return [before, pad(wide), ...cell]
    return [before, ...cell, pad(i < last ? wide : (column.least ?? 0))]
  })
}

/** A list of names is broken behind its commas there. */
function moved(cell: Span[], beneath: Room): Line[] {
  if (!cell.some(({ code }) => code)) return indented(cell, beneath)
  return hanging(
    cell.map((span) => ({ ...span, text: span.code ? span.text.replaceAll(',', ', ') : span.text })),
    beneath,
  )
}

/** The first cell over all others. */
function stacked(cells: readonly Span[][], layout: Layout): Line[] {
  const { columns, room } = layout
  const [first = []] = cells
  const others = beside(cells, [0], {
    ...layout,
    columns: columns.map((each) => (each.column.number ? each : { ...each, wide: 0 })),
  })
  const under =
    widthOf(others) <= room.across
      ? [others]
      : cells.slice(1).flatMap((cell) => (widthOf(cell) > 0 ? hanging(cell, room) : []))
  return [...indented(first, room), ...under]
}
