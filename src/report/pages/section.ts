import type { Block, Item, List, Section } from '../blocks.ts'

/** A titled section of what there is to say; null where there is nothing. */
export function section(
  title: string,
  blocks: Block | readonly Block[] | null,
  more: Omit<Section, 'title' | 'blocks'> = {},
): Section | null {
  const all = blocks === null ? [] : [blocks].flat()
  return all.length === 0 ? null : { title, blocks: all, ...more }
}

/** A list of sentences or items; null where there is not one. */
export function listOf(items: readonly (Item | Item['says'])[], more: Omit<List, 'kind' | 'items'> = {}): List | null {
  const whole = items.map((item) => (typeof item === 'object' && 'says' in item ? item : { says: item }))
  return whole.length === 0 ? null : { kind: 'list', items: whole, ...more }
}

/** The sections there are. */
export const present = (sections: readonly (Section | null)[]): Section[] => sections.filter((each) => each !== null)
