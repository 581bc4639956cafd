import type { Verdict } from '../core/types.ts'

/** What the shell is told; ^C ends with 130 as everywhere. */
export const EXIT = { reachable: 0, unreachable: 1, usage: 2, unknown: 3, interrupted: 130 } as const

export function exitCode(verdict: Verdict): number {
  if (verdict === 'reachable') return EXIT.reachable
  return verdict === 'unknown' ? EXIT.unknown : EXIT.unreachable
}
