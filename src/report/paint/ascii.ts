import { graphemesOf, width } from '../width.ts'

/** Signs of ours and what stands for them, each as wide as itself, so that columns stay columns. */
const STANDS: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '·': '.',
  '×': 'x',
  '…': '.',
  '∞': '*',
  '≤': '<',
  '≥': '>',
  λ: 'l',
  ρ: 'r',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '─': '-',
  '│': '|',
  '└': '+',
  '→': '>',
}

/** Bars by eighths, from the lowest: each darker than the one before. */
const BARS = '▁▂▃▄▅▆▇█'
const BAR_STANDS = '.:-=+*%#'

/** Text for a terminal that shows ASCII only, as wide as it was; what has no likeness becomes question marks. */
export function ascii(text: string): string {
  return text.replace(/[^\0-\x7f]+/g, (signs) =>
    [...graphemesOf(signs)].map(({ segment }) => likeness(segment)).join(''),
  )
}

function likeness(sign: string): string {
  const bar = BARS.indexOf(sign)
  return bar >= 0 ? BAR_STANDS[bar]! : (STANDS[sign] ?? '?'.repeat(width(sign)))
}
