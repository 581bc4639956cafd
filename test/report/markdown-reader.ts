import assert from 'node:assert/strict'

import { marked } from 'marked'
import type { Token, Tokens } from 'marked'

/** Everything in the tree, parents before children. */
export function tokensOf(markdown: string): Token[] {
  const found: Token[] = []
  marked.walkTokens(marked.lexer(markdown), (token) => void found.push(token))
  return found
}

export const of = <T extends Token>(tokens: readonly Token[], type: T['type']) =>
  tokens.filter((token) => token.type === type) as T[]

/** No markup but ours: no tag but that of the fold, no link, picture, quote or rule; a bold headline at most. */
export function assertPlain(markdown: string): Token[] {
  const tokens = tokensOf(markdown)
  const tags = of<Tokens.HTML>(tokens, 'html').map(({ raw }) => raw.trim())
  for (const tag of tags) assert.match(tag, /^(?:<details>\n<summary>The facts \(\d+\)<\/summary>|<\/details>)$/)
  for (const type of ['link', 'image', 'def', 'em', 'del', 'blockquote', 'hr', 'br']) {
    assert.deepEqual(
      tokens.filter((token) => token.type === type),
      [],
      type,
    )
  }
  for (const { header, rows } of of<Tokens.Table>(tokens, 'table'))
    for (const row of rows) assert.equal(row.length, header.length)
  return tokens
}
