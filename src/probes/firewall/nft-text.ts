import { type Json, member, word } from './nft-values.ts'

/** A rule much as `nft list ruleset` prints it, short enough for one line. */
export function ruleText(expressions: readonly Json[]): string {
  const words = expressions.flatMap((each) => {
    const [name, body] = Object.entries((each ?? {}) as object)[0] ?? []
    if (name === undefined || name === 'counter' || name === 'comment') return []
    const json = body as Json
    if (name === 'match') {
      const op = word(member(json, 'op') ?? '==')
      const sign = op === '==' || op === 'in' ? '' : `${op} `
      return [`${operand(member(json, 'left') ?? null)} ${sign}${operand(member(json, 'right') ?? null)}`]
    }
    if (name === 'jump' || name === 'goto') return [`${name} ${operand(member(json, 'target') ?? null)}`]
    if (name === 'vmap')
      return [`${operand(member(json, 'key') ?? null)} vmap ${operand(member(json, 'data') ?? null)}`]
    if (name === 'reject')
      return [`reject${json === null ? '' : ` with ${operand(member(json, 'expr') ?? member(json, 'type') ?? null)}`}`]
    if (name === 'limit' && typeof json === 'string') return [`limit name ${json}`]
    if (name === 'limit') {
      const over = member(json, 'inv') === true ? 'over ' : ''
      return [`limit rate ${over}${operand(member(json, 'rate') ?? null)}/${operand(member(json, 'per') ?? null)}`]
    }
    if (name === 'xt') return [`xt ${operand(member(json, 'name') ?? null)}`]
    return [json === null ? name : `${name} ${operand(json)}`]
  })
  return words.join(' ')
}

function operand(json: Json): string {
  if (json === null) return ''
  if (typeof json !== 'object') return String(json)
  if (Array.isArray(json)) {
    const shown = json.slice(0, 6).map(operand).join(', ')
    return `{ ${shown}${json.length > 6 ? ', …' : ''} }`
  }
  const payload = member(json, 'payload')
  if (payload !== undefined) {
    const protocol = member(payload, 'protocol')
    if (protocol !== undefined) return `${operand(protocol)} ${operand(member(payload, 'field') ?? null)}`
    return `@${operand(member(payload, 'base') ?? null)},${operand(member(payload, 'offset') ?? null)},${operand(member(payload, 'len') ?? null)}`
  }
  const meta = member(json, 'meta')
  if (meta !== undefined) return operand(member(meta, 'key') ?? null)
  const ct = member(json, 'ct')
  if (ct !== undefined) return `ct ${operand(member(ct, 'key') ?? null)}`
  const prefix = member(json, 'prefix')
  if (prefix !== undefined)
    return `${operand(member(prefix, 'addr') ?? null)}/${operand(member(prefix, 'len') ?? null)}`
  const range = member(json, 'range')
  if (Array.isArray(range)) return range.map(operand).join('-')
  const concat = member(json, 'concat')
  if (Array.isArray(concat)) return concat.map(operand).join(' . ')
  const element = member(json, 'elem')
  if (element !== undefined)
    return `${operand(member(element, 'val') ?? element)} ${operand(member(json, 'stmt') ?? null)}`.trim()
  const set = member(json, 'set')
  if (set !== undefined) return operand(set)
  const masked = member(json, '&')
  if (Array.isArray(masked)) return masked.map(operand).join(' & ')
  return Object.entries(json)
    .map(([key, value]) => `${key} ${operand(value)}`.trim())
    .join(' ')
}
