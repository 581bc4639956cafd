import { seconds } from './numbers.ts'

/** A moment to the minute, `2025-11-08 17:02`, in UTC. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** A whole length of time: `1 min`, `2 h`, `1 d`. */
export function spell(wide: number): string {
  if (wide % 86_400 === 0) return `${wide / 86_400} d`
  return wide % 3600 === 0 ? `${wide / 3600} h` : seconds(wide)
}
