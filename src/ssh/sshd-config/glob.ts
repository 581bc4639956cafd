/** glob(3) as Include uses it: `*`, `?`, `[…]` and backslashes; a leading dot wants to be named; the order of bytes. */

/**
 * Every path that fits. `list`: the names in a folder, undefined where it is none; `exists`: for a path without any
 * wildcard in its last part.
 */
export function globPaths(
  pattern: string,
  list: (folder: string) => readonly string[] | undefined,
  exists: (path: string) => boolean,
): string[] {
  if (!pattern.startsWith('/')) return []
  const parts = pattern.split('/').filter((part) => part !== '')
  let folders = ['']
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1
    const next: string[] = []
    for (const folder of folders) {
      if (!WILD.test(part)) {
        const path = `${folder}/${part.replace(/\\(.)/g, '$1')}`
        if (!last || exists(path)) next.push(path)
        continue
      }
      const fits = globPattern(part)
      for (const name of list(folder === '' ? '/' : folder) ?? []) if (fits(name)) next.push(`${folder}/${name}`)
    }
    folders = next
  }
  return folders.sort(byBytes)
}

const WILD = /[*?[]/

function byBytes(a: string, b: string): number {
  const [x, y] = [encode(a), encode(b)]
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!
  return x.length - y.length
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** One part of a path, as fnmatch(3) with FNM_PERIOD reads it. */
export function globPattern(part: string): (name: string) => boolean {
  const tokens = tokenize(part)
  return (name) => {
    if (name.startsWith('.') && tokens[0] !== '.') return false
    return fits(tokens, [...name])
  }
}

type Token = string | { any: true } | { one: true } | { set: (c: string) => boolean }

function tokenize(part: string): Token[] {
  const tokens: Token[] = []
  const chars = [...part]
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i]!
    if (c === '*') tokens.push({ any: true })
    else if (c === '?') tokens.push({ one: true })
    else if (c === '\\' && i + 1 < chars.length) tokens.push(chars[++i]!)
    else if (c === '[') {
      const set = bracket(chars, i)
      if (set) {
        tokens.push({ set: set.has })
        i = set.end
      } else tokens.push(c)
    } else tokens.push(c)
  }
  return tokens
}

function bracket(chars: readonly string[], start: number): { has(c: string): boolean; end: number } | undefined {
  let i = start + 1
  const negated = chars[i] === '!' || chars[i] === '^'
  if (negated) i++
  const ranges: [string, string][] = []
  for (let first = true; i < chars.length; first = false) {
    if (chars[i] === ']' && !first) {
      return { has: (c) => ranges.some(([a, b]) => a <= c && c <= b) !== negated, end: i }
    }
    const from = chars[i]!
    if (chars[i + 1] === '-' && chars[i + 2] !== undefined && chars[i + 2] !== ']') {
      ranges.push([from, chars[i + 2]!])
      i += 3
    } else {
      ranges.push([from, from])
      i++
    }
  }
  return undefined
}

function fits(tokens: readonly Token[], name: readonly string[]): boolean {
  let t = 0
  let n = 0
  let star = -1
  let mark = 0
  while (n < name.length) {
    const token = tokens[t]
    if (typeof token === 'object' && 'any' in token) {
      star = t++
      mark = n
    } else if (token !== undefined && one(token, name[n]!)) {
      t++
      n++
    } else if (star >= 0) {
      t = star + 1
      n = ++mark
    } else return false
  }
  while (typeof tokens[t] === 'object' && 'any' in (tokens[t] as object)) t++
  return t === tokens.length
}

function one(token: Token, c: string): boolean {
  if (typeof token === 'string') return token === c
  return 'one' in token || ('set' in token && token.set(c))
}
