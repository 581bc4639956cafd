/** Rates, times, shares and settings as people type them. */

const PER: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86400,
  day: 86400,
}

/** `0.5/s`, `30/min`, `120/h`, `2000/d`, or a bare number per second; in events per second. Undefined: not a rate. */
export function parseRate(text: string): number | undefined {
  const m = /^(\d+(?:\.\d*)?|\.\d+)(?:\s*\/\s*([a-z]+))?$/i.exec(text.trim())
  if (!m) return undefined
  const per = PER[(m[2] ?? 's').toLowerCase()]
  const rate = per === undefined ? NaN : Number(m[1]) / per
  return Number.isFinite(rate) && rate <= MOST ? rate : undefined
}

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86400, w: 604800 }

/** As misc.c convtime reads times, `90`, `2m`, `1h30m`, and parts of a second beside (`0.5s`, `500ms`); in seconds. */
export function parseDuration(text: string): number | undefined {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d*)?|\.\d+)\s*(ms|min|[smhdw])?\s*/giy)]
  if (parts.length === 0 || parts.map((m) => m[0]).join('') !== text.trim()) return undefined
  const seconds = parts.reduce((sum, m) => sum + Number(m[1]) * UNITS[(m[2] ?? 's').toLowerCase()]!, 0)
  return Number.isFinite(seconds) && seconds <= MOST ? seconds : undefined
}

/** Beyond any server's life or line. */
const MOST = 1e9

/** `7/20`: seven of twenty. Undefined where it is no such pair. */
export function parseShare(text: string): { dropped: number; tries: number } | undefined {
  const m = /^\s*(\d{1,9})\s*(?:\/|of)\s*(\d{1,9})\s*$/.exec(text)
  const [dropped, tries] = [Number(m?.[1]), Number(m?.[2])]
  return tries >= 1 && dropped <= tries ? { dropped, tries } : undefined
}
