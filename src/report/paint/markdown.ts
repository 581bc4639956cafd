/** A page to put into an incident: readable as it is, and rendered. */

import type { Page, Section } from '../blocks.ts'
import { blockMarkdown } from './markdown/block.ts'
import { inline } from './markdown/inline.ts'
import { inReadingOrder } from './reading-order.ts'

/** Ends with a newline. */
export function paintMarkdown(page: Page): string {
  const { opening, rest } = inReadingOrder(page)
  const parts = [...opening.flatMap(blockMarkdown), ...rest.flatMap(sectionMarkdown), inline(page.foot)]
  return parts.filter((part) => part !== '').join('\n\n') + '\n'
}

const sectionMarkdown = ({ title, blocks }: Section): string[] => [
  ...(title === undefined ? [] : [`## ${inline(title)}`]),
  ...blocks.flatMap(blockMarkdown),
]
