import { FACT_TITLES as TITLES } from '../core/facts/titles.ts'
import type { Fact, FactId, FactSheet } from '../core/types.ts'

/** Every fact in a reader's words. */
export const FACT_TITLES = Object.fromEntries(Object.entries(TITLES).map(([id, { title }]) => [id, title])) as Readonly<
  Record<FactId, string>
>

const ORDER = Object.keys(FACT_TITLES)

/** The facts of a sheet by where they were seen from; those of a newer release, which this one does not know, last. */
export function inFactOrder(facts: FactSheet): [FactId, Fact<unknown>][] {
  const place = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)
  return (Object.entries(facts) as [FactId, Fact<unknown> | undefined][])
    .filter((entry): entry is [FactId, Fact<unknown>] => entry[1] !== undefined)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
}
