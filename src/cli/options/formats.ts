import type { OptionTable } from '../option.ts'
import { Unreadable } from '../verb-words.ts'

/** The forms in which every document can be had beside the terminal's. */
export const FORMATS = {
  json: { says: 'the same for machines' },
  markdown: { beside: 'json', says: 'for a ticket' },
  html: { beside: 'json', says: 'as one page' },
} as const satisfies OptionTable

/**
 * The one form asked for; undefined: the terminal's.
 * @throws Unreadable where two are asked for
 */
export function formatOf<Format extends string>(
  values: { readonly [Name in Format]?: boolean },
  formats: readonly Format[],
): Format | undefined {
  const asked = formats.filter((format) => values[format])
  if (asked.length > 1) throw new Unreadable(`--${asked.join(' and --')} cannot both be given.`)
  return asked[0]
}
