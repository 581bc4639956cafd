/** One number beside its bar; without `met` it has no bar. */
export interface Row {
  what: string
  got: string
  bar: string
  met?: boolean
}

/** What was counted, and each failure in one line. */
export interface Counted {
  rows: Row[]
  failures: string[]
}

/** A row that wants none of these. */
export function none(what: string, count: number, of: number): Row {
  return { what, got: `${count} of ${of}`, bar: '0', met: count === 0 }
}

/** A row that wants at least this share, from 0 to 1. */
export function share(what: string, count: number, of: number, least: number): Row {
  const percent = of === 0 ? 0 : (100 * count) / of
  const bar = least === 1 ? 'all' : `>= ${least * 100} %`
  return { what, got: `${count} of ${of} (${percent.toFixed(1)} %)`, bar, met: count >= least * of }
}

/** The rows as a table for a terminal. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, got, bar, met } of rows) {
    const verdict = met === undefined ? '' : met ? 'met' : 'NOT MET'
    console.log(
      `  ${what.padEnd(width)}  ${got.padEnd(24)}${bar === '' ? '' : `bar ${bar}`.padEnd(14)}${verdict}`.trimEnd(),
    )
  }
}
