import type { Argv, Pipeline, Step } from './remedy.ts'

const BARE = /^[\w@%+=:,./~[\]-]+$/

/** A word as it is written for a POSIX shell. */
function quoted(word: string): string {
  if (BARE.test(word)) return word
  const [, option = '', value = word] = /^(--[\w-]+=)(.+)$/s.exec(word) ?? []
  return `${option}'${value.replaceAll("'", `'\\''`)}'`
}

const argvText = (argv: Argv): string => argv.map(quoted).join(' ')

export const pipelineText = (pipeline: Pipeline): string => pipeline.map(argvText).join(' | ')

/** The commands of a step as one line to paste; undefined where there is none. */
export function shownCommand(step: Step): string | undefined {
  if (step.kind === 'exec') return step.commands.map(pipelineText).join('; ')
  return step.kind === 'edit' ? `${step.keyword} ${step.value}` : undefined
}
