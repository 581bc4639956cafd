import type { Argv, Pipeline, Setting, Step } from './remedy.ts'

/**
 * No shell changes these. A tilde is the reader's home alone or before a slash, and a user's elsewhere; a bracket is a pattern, which zsh
 * refuses where no file fits; a word that begins with = is a program's path to zsh.
 */
const BARE = /^(?!=|$)(?:~(?=\/|$))?[\w@%+=:,./-]*$/

/** A word as it is written for a POSIX shell. */
function quoted(word: string): string {
  if (BARE.test(word)) return word
  const [, option = '', value = word] = /^(--[\w-]+=)(.+)$/s.exec(word) ?? []
  return `${option}'${value.replaceAll("'", `'\\''`)}'`
}

const argvText = (argv: Argv): string => argv.map(quoted).join(' ')

export const pipelineText = (pipeline: Pipeline): string => pipeline.map(argvText).join(' | ')

export const lineText = ({ keyword, value }: Setting): string => `${keyword} ${value}`

/** What of a step is to be pasted: a line for a shell each, or a line of sshd_config. */
export function shownLines(step: Step): string[] {
  if (step.kind === 'exec') return step.commands.map(pipelineText)
  return step.kind === 'edit' && !step.told ? [lineText(step)] : []
}

/** The same as one line; undefined where there is nothing to paste. */
export function shownCommand(step: Step): string | undefined {
  const lines = shownLines(step)
  return lines.length === 0 ? undefined : lines.join('; ')
}
