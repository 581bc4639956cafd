/**
 * How sshd cuts a configuration into words: servconf.c load_server_config, misc.c strdelim and argv_split, OpenSSH 9.2
 * to 10.5 (argv_split since 8.7; before that strdelim alone).
 */

const BLANK = ' \t\r\n'

/** A cursor over one line, as the `char **` of strdelim. `undefined` rest: nothing is left. */
export interface Rest {
  text: string | undefined
}

/**
 * The next word of misc.c strdelim: ends at a blank, or at one `=`; a double quote anywhere takes all up to the next one.
 * @returns undefined at the end, or where a quote is never closed
 */
export function strdelim(rest: Rest, equals = true): string | undefined {
  const text = rest.text
  if (text === undefined) return undefined
  const at = text.search(equals ? /[ \t\r\n"=]/ : /[ \t\r\n"]/)
  if (at < 0) {
    rest.text = undefined
    return text
  }
  if (text[at] === '"') {
    const close = text.indexOf('"', at + 1)
    if (close < 0) {
      rest.text = undefined
      return undefined
    }
    rest.text = text.slice(skip(text, close + 1))
    return text.slice(0, at) + text.slice(at + 1, close)
  }
  let next = skip(text, at + 1)
  // Only one '=' is skipped, whether it stands at the word or after blanks.
  if (equals && text[at] !== '=' && text[next] === '=') next = skip(text, next + 1)
  rest.text = text.slice(next)
  return text.slice(0, at)
}

function skip(text: string, from: number): number {
  let at = from
  while (at < text.length && BLANK.includes(text[at]!)) at++
  return at
}

/** Words of misc.c argv_split, which ends at an unquoted `#` before a word; undefined where a quote is never closed. */
export function argvSplit(text: string): string[] | undefined {
  const words: string[] = []
  let i = 0
  while (i < text.length) {
    const c = text[i]!
    if (c === ' ' || c === '\t') {
      i++
      continue
    }
    if (c === '#') break
    let word = ''
    let quote = ''
    for (; i < text.length; i++) {
      const here = text[i]!
      const next = text[i + 1]
      if (here === '\\') {
        if (next === "'" || next === '"' || next === '\\' || (quote === '' && next === ' ')) i++
        word += text[i]
      } else if (quote === '' && (here === ' ' || here === '\t')) break
      else if (quote === '' && (here === '"' || here === "'")) quote = here
      else if (quote !== '' && here === quote) quote = ''
      else word += here
    }
    if (quote !== '') return undefined
    words.push(word)
  }
  return words
}

/**
 * Words as sshd before 8.7 took them: strdelim again and again, to the first quote that is never closed. `equals` false:
 * strdelimw, to which a `=` is a letter like any other (SetEnv). An empty word ends a list there; it is kept for who asks.
 */
export function oldSplit(text: string, equals = true): string[] {
  const rest: Rest = { text }
  const words: string[] = []
  while (rest.text !== undefined && rest.text !== '') {
    const word = strdelim(rest, equals)
    if (word === undefined) break
    words.push(word)
  }
  return words
}

/**
 * The lines of a file as sshd counts them. A NUL ends what is kept of its line, newline included, so that the next line is
 * joined to it; blanks before a line fall away. `hash`: releases before 8.7 cut every line at its first `#`.
 */
export function configLines(content: string, hash: boolean): string[] {
  let kept = ''
  for (const raw of content.split(/(?<=\n)/)) {
    const nul = raw.indexOf('\0')
    let line = nul < 0 ? raw : raw.slice(0, nul)
    if (hash) {
      const at = line.indexOf('#')
      if (at >= 0) line = line.slice(0, at) + '\n'
    }
    kept += line.replace(/^[ \t\r]+/, '')
  }
  return kept.split('\n')
}

/** Blanks at the end of a line fall away, the first character of the line never does. */
export function stripEnd(line: string): string {
  let end = line.length
  while (end > 1 && (BLANK + '\f').includes(line[end - 1]!)) end--
  return line.slice(0, end)
}
