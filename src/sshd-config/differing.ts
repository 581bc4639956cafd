import type { EffectiveConfig, Origin } from './types.ts'

export interface Differing {
  keyword: string
  /** Values here and there; empty where it is not printed at all. */
  here: string[]
  there: string[]
  hereFrom: Origin
  thereFrom: Origin
  /** One for each value. */
  hereOrigins: Origin[]
  thereOrigins: Origin[]
}

/** What two configurations would do differently, whatever they look like. In the order of `sshd -T`. */
export function differing(here: EffectiveConfig, there: EffectiveConfig): Differing[] {
  const keywords = [...new Set([...Object.keys(here.effective), ...Object.keys(there.effective)])]
  return keywords.flatMap((keyword) => {
    const a = here.effective[keyword] ?? []
    const b = there.effective[keyword] ?? []
    if (JSON.stringify(a) === JSON.stringify(b)) return []
    const from = (config: EffectiveConfig) => config.origin[keyword] ?? 'default'
    const each = (config: EffectiveConfig, values: string[]) =>
      values.map((_, i) => config.origins[keyword]?.[i] ?? from(config))
    return [
      {
        keyword,
        here: a,
        there: b,
        hereFrom: from(here),
        thereFrom: from(there),
        hereOrigins: each(here, a),
        thereOrigins: each(there, b),
      },
    ]
  })
}
