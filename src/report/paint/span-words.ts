import type { PlotSpan } from '../blocks.ts'
import { seconds } from '../numbers.ts'

/** A row of spans in words: `tcp 41 ms, banner 5.0 s in vain`. */
export const spanWords = (spans: readonly PlotSpan[]): string =>
  spans.map(({ label, from, to, vain }) => `${label} ${seconds(to - from)}${vain ? ' in vain' : ''}`).join(', ')
