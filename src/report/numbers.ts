/** Numbers as a person reads them: no more digits than they are worth. */

/** `41 ms`, `6.2 s`, `2 min 5 s`. */
export function seconds(value: number): string {
  if (!Number.isFinite(value)) return '—'
  if (value < 0.0005) return '0 ms'
  if (value < 0.9995) return `${Math.round(value * 1000)} ms`
  if (value < 9.95) return `${value.toFixed(1)} s`
  if (value < 59.5) return `${Math.round(value)} s`
  const whole = Math.round(value)
  const rest = whole % 60
  return `${Math.floor(whole / 60)} min${rest ? ` ${rest} s` : ''}`
}

/** `86 %`; nothing is ever quite certain or quite impossible. */
export function percent(probability: number): string {
  if (!(probability >= 0.01)) return '<1 %'
  if (probability > 0.99) return '>99 %'
  return `${Math.round(probability * 100)} %`
}

/** How many times likelier or unlikelier the evidence makes a cause: `×14`. */
export function factor(bits: number): string {
  const times = 2 ** Math.abs(bits)
  if (!(times < 999.5)) return '×1000+'
  return times < 9.95 ? `×${Number(times.toFixed(1))}` : `×${Math.round(times)}`
}

/** `1 connection`, `7 connections`. */
export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
