import type { Argv, EditStep, Pipeline, Setting, Step } from './remedy.ts'
import { visible } from './visible.ts'

/** A word of a command that is not known here, which leaves the command out. */
export type Word = string | undefined
type Command = readonly Word[] | { pipe: readonly (readonly Word[])[] }

/** A word that stands in a command line as it is. */
const PLAIN = /^(?!-)[\w@%+=:,./~[\]-]+$/

/**
 * A value that a stranger may have chosen, as a word of a command somebody will paste: only where no shell acts on it and no program
 * takes it for an option.
 */
export const plainWord = (value: string | number | undefined): Word => {
  const text = value === undefined ? undefined : String(value)
  return text !== undefined && PLAIN.test(text) ? visible(text) : undefined
}

export const pipe = (...programs: (readonly Word[])[]): Command => ({ pipe: programs })

const whole = (words: readonly Word[]): words is Argv => words.every((word) => word !== undefined)

function pipelineOf(command: Command): Pipeline | undefined {
  const programs = 'pipe' in command ? command.pipe : [command]
  return programs.every(whole) ? (programs as Pipeline) : undefined
}

const complete = (commands: readonly Command[]): Pipeline[] =>
  commands.flatMap((one) => [pipelineOf(one) ?? []]).filter((one) => one.length > 0)

/** Commands for this machine; one with a word that is not known is left to the reader. */
export const here = (say: string, ...commands: Command[]): Step => exec('here', say, commands)
/** The same for the server. */
export const onServer = (say: string, ...commands: Command[]): Step => exec('server', say, commands)

function exec(on: 'here' | 'server', say: string, commands: readonly Command[]): Step {
  const known = complete(commands)
  return known.length === 0 ? { kind: 'person', say } : { kind: 'exec', on, say, commands: known }
}

/** A step with what takes it back. */
export function withUndo(step: Step, ...commands: Command[]): Step {
  const undo = complete(commands)
  return undo.length === 0 ? step : { ...step, undo }
}

/** A step with what shows that it has worked. */
export function withCheck(step: Step, ...commands: Command[]): Step {
  const check = complete(commands)
  return check.length === 0 ? step : { ...step, check }
}

export const person = (say: string): Step => ({ kind: 'person', say })
export const cloud = (say: string): Step => ({ kind: 'cloud', say })
export const wait = (seconds: number, say: string): Step => ({ kind: 'wait', seconds, say })

/** A line of sshd_config, shown as it is to be written. */
export const edit = ({ keyword, value }: Setting, say: string): EditStep => ({ kind: 'edit', keyword, value, say })
/** The same where the sentence says the line already. */
export const editTold = (setting: Setting, say: string): EditStep => ({ ...edit(setting, say), told: true })
