import type { Fact, FactSheet } from '../core/types.ts'
import { SIGN_BY_ID } from '../knowledge/signs.ts'

/** The way in over which a sign's evidence came, where it was seen on the server; undefined where it was seen from here. */
export function seenFromWithin(sign: string, facts: FactSheet): string | undefined {
  const session = facts['inside-session']
  if (session === undefined || !('value' in session)) return undefined
  const read = (SIGN_BY_ID.get(sign)?.from ?? [])
    .map((id) => facts[id] as Fact<unknown> | undefined)
    .filter((fact) => fact !== undefined && 'value' in fact)
  return read.some((fact) => fact?.seen === 'inside') ? session.via : undefined
}
