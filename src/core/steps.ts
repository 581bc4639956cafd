import type { Argv, EditStep, Pipeline, Setting, Step } from './remedy.ts'
import { pipelineText } from './shown-command.ts'
import { visible } from './visible.ts'

/** A word of a command that is not known here, which leaves the command out. */
export type Word = string | undefined
/** A word that is not known here, and what it is: the sentence then says the command with dots in its place. */
interface Gap {
  gap: string
}
type Words = readonly (Word | Gap)[]
type Command = Words | { pipe: readonly Words[] }

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

/** A word, or what the reader has to put in its place: `the path of the key file`. */
export const or = (word: Word, gap: string): string | Gap => word ?? { gap }

export const pipe = (...programs: Words[]): Command => ({ pipe: programs })

const whole = (words: Words): words is Argv => words.every((word) => typeof word === 'string')

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
  return known.length === 0
    ? { kind: 'person', say: say + inWords(commands) }
    : { kind: 'exec', on, say, commands: known }
}

/** Commands of which only named words are missing, for a reader who knows these; nothing where there are no such commands. */
function inWords(commands: readonly Command[]): string {
  const lines = commands.flatMap((words) => ('pipe' in words || words.includes(undefined) ? [] : [words]))
  if (lines.length === 0) return ''
  const shown = lines.map((words) => {
    const text = words.map((word) => (typeof word === 'string' ? pipelineText([[word]]) : '…'))
    return `\`${text.join(' ')}\``
  })
  const gaps = new Set(lines.flat().flatMap((word) => (typeof word === 'object' ? word.gap : [])))
  const is = shown.length === 1 ? 'command is' : 'commands are'
  return ` The ${is} ${shown.join(' and ')}, with ${[...gaps].join(' and ')} in place of the dots.`
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
