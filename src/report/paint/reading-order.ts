import type { Page, Section } from '../blocks.ts'

/**
 * A page as a document, which is read from its top: what stands above the first title, the answer first of all; then what to do; then
 * all else in the page's own order.
 */
export function inReadingOrder({ sections }: Page): { opening: Section['blocks']; rest: Section[] } {
  const titled = sections.findIndex(({ title }) => title !== undefined)
  const end = titled < 0 ? sections.length : titled
  const blocks = sections.slice(0, end).flatMap((section) => section.blocks)
  const isAnswer = ({ kind }: Section['blocks'][number]) => kind === 'headline'
  const others = sections.slice(end)
  return {
    opening: [...blocks.filter(isAnswer), ...blocks.filter((block) => !isAnswer(block))],
    rest: [...others.filter(({ act }) => act), ...others.filter(({ act }) => !act)],
  }
}
