/** Words for shells. What varies goes into a command line only through here. */

/** One word as every POSIX shell reads it back. */
export function posixWord(word: string): string {
  if (/^[\w./:,@][\w./:,@-]*$/.test(word)) return word
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** A program and its arguments as one simple command. @throws TypeError for a NUL, which no argument can hold */
export function posixCommand(argv: readonly string[]): string {
  if (argv.some((word) => word.includes('\0'))) throw new TypeError('an argument cannot hold a NUL')
  return argv.map(posixWord).join(' ')
}

/** Login shells that read POSIX quoting. */
const POSIX_SHELLS = new Set(['sh', 'ash', 'bash', 'dash', 'ksh', 'ksh93', 'mksh', 'yash', 'zsh'])

/** Whether a login shell, by its path, reads what `posixCommand` writes. */
export const isPosixShell = (path: string): boolean => POSIX_SHELLS.has(path.replace(/^.*\//, ''))

/** BSD's csh takes no longer word than some 16 K, and its line may be long. */
const WORD = 1000

/**
 * A POSIX script as a command line that means the same to every login shell, fish and csh included: nothing stands
 * between its quotes that any of them gives a meaning to (no newline, no `!`, no quote, no doubled backslash). The shell has
 * its whole path: a start-up file may have spoiled PATH.
 * At most 128 KiB of it reach a shell: Linux takes no longer argument.
 */
export function forAnyShell(script: string): string {
  const words = ['']
  for (const byte of Buffer.from(script)) {
    const char = String.fromCharCode(byte)
    const safe = /[\w ./:,@+=-]/.test(char) ? char : `\\0${byte.toString(8).padStart(3, '0')}`
    if (words.at(-1)!.length >= WORD) words.push('')
    words[words.length - 1] += safe
  }
  return `exec /bin/sh -c 'eval "$(printf %b "$@")"' sh ${words.map((word) => `'${word}'`).join(' ')}`
}
