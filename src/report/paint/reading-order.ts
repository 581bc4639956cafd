import type { Page, Section } from '../blocks.ts'

/**
 * A page as a document, which is read from its top: what stands above the first title, the answer first of all, wherever a terminal has it; then
 * what to do; then all else in the page's own order.
 */
export function inReadingOrder({ sections }: Page): { opening: Section['blocks']; rest: Section[] } {
  const titled = sections.findIndex(({ title }) => title !== undefined)
  const end = titled < 0 ? sections.length : titled
  const isAnswer = ({ kind }: Section['blocks'][number]) => kind === 'headline'
  const answers = ({ title, blocks }: Section) => title === undefined && blocks.every(isAnswer)
  const others = sections.slice(end).filter((section) => !answers(section))
  const blocks = [...sections.slice(0, end), ...sections.slice(end).filter(answers)].flatMap(
    (section) => section.blocks,
  )
  return {
    opening: [...blocks.filter(isAnswer), ...blocks.filter((block) => !isAnswer(block))],
    rest: [...others.filter(({ act }) => act), ...others.filter(({ act }) => !act)],
  }
}
