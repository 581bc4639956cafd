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

/** Bars by eighths, from the lowest. */
const BARS = '▁▂▃▄▅▆▇█'
const BAR_STANDS = '__..::##'

/** Text for a terminal that shows ASCII only; what has no likeness becomes a question mark. */
export function ascii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (sign) => {
    const bar = BARS.indexOf(sign)
    return bar >= 0 ? BAR_STANDS[bar]! : (STANDS[sign] ?? '?')
  })
}
