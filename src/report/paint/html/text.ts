import type { Span, Text, Tone } from '../../blocks.ts'
import { html } from './template.ts'
import type { Content } from './template.ts'

/** Spans as elements; their text is escaped by the tag. */
export function textOf(text: Text): Content {
  return typeof text === 'string' ? text : text.map(spanOf)
}

function spanOf({ text, tone, code }: Span): Content {
  const inner = code && text !== '' ? html`<code>${text}</code>` : text
  if (tone === undefined || text === '') return inner
  return tone === 'strong' ? html`<b>${inner}</b>` : html`<span class="${tone}">${inner}</span>`
}

/** For the class of an element that is of one tone. */
export const classOf = (...classes: readonly (Tone | string | false | undefined)[]): string =>
  classes.filter((each) => each !== undefined && each !== false).join(' ')
