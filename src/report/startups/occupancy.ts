import type { Stationary } from '../../openssh/startups/stationary.ts'

/**
 * How often the server is in each of `cells` equal stretches of the counts 0 to `end`, the most frequent being 1. A count that lies
 * across a border counts for both in its parts: rounded to one of them, a smooth hill would show teeth.
 */
export function occupancy({ first, shares }: Stationary['states'], end: number, cells: number): number[] {
  const often = Array.from({ length: cells }, () => 0)
  const wide = cells / (end + 1)
  shares.forEach((share, i) => {
    const [from, to] = [(first + i) * wide, (first + i + 1) * wide]
    for (let cell = Math.floor(from); cell < Math.min(to, cells); cell++)
      often[cell]! += (share * (Math.min(to, cell + 1) - Math.max(from, cell))) / wide
  })
  const most = Math.max(...often)
  return most > 0 ? often.map((share) => share / most) : often
}
