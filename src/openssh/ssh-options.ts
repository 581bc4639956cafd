import { visible } from '../core/visible.ts'

/** One option as ssh's getopt sees it, however it was clustered on the command line. */
export interface SshOption {
  letter: string
  value?: string
}

/**
 * The letters of ssh.c's getopt string, 9.4 to 10.x. `-P tag` takes a value since 9.4; before, it was a deprecated flag
 * without one that nobody is known to type. `-2` is accepted and means nothing.
 */
const FLAGS = '246AaCfGgKkMNnqsTtVvXxYy'
const WITH_VALUE = 'BbcDEeFIiJLlmOoPpQRSWw'

/** Every letter without and with a value; for tests and help. */
export const LETTERS = { flags: FLAGS, withValue: WITH_VALUE } as const

/**
 * Reads the option word at `words[at]` (`-4`, `-vvp2222`, `-i FILE`), which may take the word after it as its value.
 * @returns its options and how many words it took, or a sentence saying what is wrong
 */
export function readOptionWord(
  words: readonly string[],
  at: number,
): { options: SshOption[]; took: number } | { error: string } {
  const letters = words[at]!.slice(1)
  const options: SshOption[] = []
  for (let i = 0; i < letters.length; i++) {
    const letter = String.fromCodePoint(letters.codePointAt(i)!)
    if (FLAGS.includes(letter)) {
      options.push({ letter })
      continue
    }
    if (letter === '1') return { error: 'SSH protocol v.1 is no longer supported, by ssh or by anybody: leave out -1.' }
    if (!WITH_VALUE.includes(letter)) {
      return { error: `ssh has no option -${visible(letter)}; 'man ssh' lists its options and 'sshmedic --help' ours.` }
    }
    const attached = letters.slice(i + 1)
    if (attached !== '') return { options: [...options, { letter, value: attached }], took: 1 }
    const value = words[at + 1]
    if (value === undefined) return { error: `The option -${letter} needs a value: write -${letter} VALUE.` }
    return { options: [...options, { letter, value }], took: 2 }
  }
  return { options, took: 1 }
}

/**
 * All options in words that hold nothing else, such as the `ssh` of a parsed command line.
 * A word that is no option (which a parsed command line never has) is left out.
 */
export function readOptions(words: readonly string[]): SshOption[] {
  const options: SshOption[] = []
  for (let at = 0; at < words.length;) {
    const word = words[at]!
    const read = word.startsWith('-') && word !== '-' && !word.startsWith('--') ? readOptionWord(words, at) : undefined
    if (!read || 'error' in read) {
      at++
      continue
    }
    options.push(...read.options)
    at += read.took
  }
  return options
}

/** The option as words of its own: a value is never attached, so that it may be empty or begin with anything. */
export function optionWords(option: SshOption): string[] {
  return option.value === undefined ? ['-' + option.letter] : ['-' + option.letter, option.value]
}

/**
 * The keyword and the rest of an `-o` value, by the rules of misc.c strdelim: lower case, ended by white space or
 * one `=`, quotes taken away wherever they stand. The rest is as typed, without outer quotes.
 */
export function configPair(value: string): { keyword: string; rest: string } {
  let token = firstToken(value)
  if (token.word === '') token = firstToken(token.rest)
  const rest = token.rest.trim()
  return { keyword: token.word.toLowerCase(), rest: /^"([^"]*)"$/.exec(rest)?.[1] ?? rest }
}

function firstToken(text: string): { word: string; rest: string } {
  const end = text.search(/[ \t\r\n"=]/)
  if (end < 0) return { word: text, rest: '' }
  if (text[end] !== '"') return { word: text.slice(0, end), rest: text.slice(end).replace(/^(?:\s*=\s*|\s+)/, '') }
  const close = text.indexOf('"', end + 1)
  if (close < 0) return { word: '', rest: '' }
  return { word: text.slice(0, end) + text.slice(end + 1, close), rest: text.slice(close + 1).trimStart() }
}
