import type { Rule } from '../view.ts'

export const perSourcePenaltiesTight: Rule = {
  id: 'per-source-penalties-tight',
  keywords: ['persourcepenalties'],
  side: 'reachability',
  sources: ['srclimit.c', 'sshd_config(5) PerSourcePenalties'],
  check(c) {
    if (!c.set('persourcepenalties')) return undefined
    const value = new Map(
      c
        .one('persourcepenalties')
        .split(' ')
        .map((part) => part.split(':') as [string, string]),
    )
    const number = (name: string) => Number(value.get(name) ?? NaN)
    const tight = [
      ...(number('min') < 15 ? [`min:${value.get('min')} (default 15)`] : []),
      ...(number('max') > 600 ? [`max:${value.get('max')} (default 600)`] : []),
      ...(number('noauth') > 1 ? [`noauth:${value.get('noauth')} (default 1)`] : []),
      ...(number('authfail') > 5 ? [`authfail:${value.get('authfail')} (default 5)`] : []),
      ...(number('invaliduser') > 5 ? [`invaliduser:${value.get('invaliduser')} (default 5)`] : []),
      ...['overflow', 'overflow6'].filter((name) => value.get(name) === 'deny-all').map((name) => `${name}:deny-all`),
    ]
    if (tight.length === 0) return undefined
    const closed = tight.some((each) => each.includes('deny-all'))
    return {
      severity: 'minor',
      says: `PerSourcePenalties are tighter than by default: ${tight.join(', ')}.`,
      reason: closed
        ? 'With deny-all everybody is refused, you too, once the table of penalised addresses is full; a flood from many addresses can fill it.'
        : 'A mistyped password or a check that only connects then shuts out an address, and all behind the same NAT, sooner or longer.',
    }
  },
}
