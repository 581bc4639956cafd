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

/**
 * Whether whoever reads this terminal sees UTF-8. Only a locale that is set can say no: where none is, as in most
 * containers, terminals show UTF-8 all the same (systemd's is_locale_utf8 takes it so, too).
 */
export function showsUtf8(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((each) => each !== undefined && each !== '')
  return locale === undefined || /utf-?8/i.test(locale)
}
