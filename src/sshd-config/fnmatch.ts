/** Whether a name fits one part of a path: fnmatch(3) of the GNU C library with FNM_PERIOD, byte by byte (C locale). */
export function fnmatch(part: string): (name: string) => boolean {
  const tokens = tokenize(bytesOf(part))
  return (name) => !(name.startsWith('.') && tokens?.[0] !== '.') && tokens !== undefined && fits(tokens, bytesOf(name))
}

/** Each character one byte, as a file system keeps names. */
function bytesOf(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}

/** A byte, `*`, or what stands for one byte. */
type Token = string | { any: true } | { has(byte: string): boolean }

/** Undefined: a class nobody knows (`[[:nonsense:]]`), which fits nothing. */
function tokenize(part: string): Token[] | undefined {
  const tokens: Token[] = []
  for (let i = 0; i < part.length; i++) {
    const c = part[i]!
    if (c === '*') tokens.push({ any: true })
    else if (c === '?') tokens.push({ has: () => true })
    else if (c === '\\' && i + 1 < part.length) tokens.push(part[++i]!)
    else if (c === '[') {
      const set = bracket(part, i)
      if (set === 'unknown class') return undefined
      tokens.push(set ?? c)
      if (set) i = set.end
    } else tokens.push(c)
  }
  return tokens
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[\x21-\x7e]/,
  lower: /[a-z]/,
  print: /[\x20-\x7e]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
}

type Bracket = { has(byte: string): boolean; end: number }

/** The set that begins at `start`; undefined where it is never closed. */
function bracket(part: string, start: number): Bracket | 'unknown class' | undefined {
  let i = start + 1
  const negated = part[i] === '!' || part[i] === '^'
  if (negated) i++
  const members: ((byte: string) => boolean)[] = []
  for (let first = true; i < part.length; first = false) {
    if (part[i] === ']' && !first) {
      return { has: (byte) => members.some((member) => member(byte)) !== negated, end: i }
    }
    const name = /^\[:([a-z]*):\]/.exec(part.slice(i))?.[1]
    if (name !== undefined) {
      const letters = CLASSES[name]
      if (!letters) return 'unknown class'
      members.push((byte) => letters.test(byte))
      i += name.length + 4
      continue
    }
    const from = element(part, i)
    if (from === undefined) return undefined
    i = from.end
    const to = part[i] === '-' && part[i + 1] !== ']' ? element(part, i + 1) : undefined
    const last = to?.byte ?? from.byte
    members.push((byte) => from.byte <= byte && byte <= last)
    i = to?.end ?? i
  }
  return undefined
}

/** One member of a set: a byte, `\x`, `[.x.]` or `[=x=]`. */
function element(part: string, at: number): { byte: string; end: number } | undefined {
  const named = /^\[([.=])([^])\1\]/.exec(part.slice(at))
  if (named) return { byte: named[2]!, end: at + 5 }
  const escaped = part[at] === '\\' ? at + 1 : at
  return escaped < part.length ? { byte: part[escaped]!, end: escaped + 1 } : undefined
}

function fits(tokens: readonly Token[], name: string): boolean {
  let [t, n, star, mark] = [0, 0, -1, 0]
  while (n < name.length) {
    const token = tokens[t]
    if (typeof token === 'object' && 'any' in token) {
      star = t++
      mark = n
    } else if (token !== undefined && (typeof token === 'string' ? token === name[n] : token.has(name[n]!))) {
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
