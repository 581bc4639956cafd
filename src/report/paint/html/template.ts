/** HTML by construction: what is interpolated is text, unless this tag made it. There is no way around it. */

import { visible } from '../../../core/visible.ts'

/** Made by the `html` tag only: JSON cannot pretend to be one. */
export class Html {
  readonly #markup: string
  private constructor(markup: string) {
    this.#markup = markup
  }
  static join(strings: readonly string[], values: readonly Content[]): Html {
    return new Html(strings.map((string, i) => (i === 0 ? '' : markupOf(values[i - 1])) + string).join(''))
  }
  static markup(content: Content): string {
    return content instanceof Html ? content.#markup : markupOf(content)
  }
}

export type Content = string | number | Html | null | undefined | false | readonly Content[]

/** Markup with text put in; attributes must stand in double quotes. Arrays are joined; null and false show nothing. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return Html.join(strings, values)
}

/** Text whose line ends stay line ends, for `<pre>`. Not a template, because the formatter rewraps those. */
export function lines(text: string): Html {
  const parts = text.split('\n')
  return Html.join(['', ...parts.slice(1).map(() => '\n'), ''], parts)
}

/** The markup of a page, as text. */
export const markup = (page: Html): string => Html.markup(page)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

function markupOf(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Html) return Html.markup(content)
  if (Array.isArray(content)) return content.map((one: Content) => markupOf(one)).join('')
  return visible(String(content), Infinity).replace(/[&<>"'`]/g, (c) => ENTITIES[c] ?? '')
}
