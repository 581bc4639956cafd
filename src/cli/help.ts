import { padEnd, width, wrap } from '../report/width.ts'
import type { Option, OptionTable } from './option.ts'
import type { Usage, Verb } from './verb.ts'
import { VERBS } from './verbs.ts'

const COLUMNS = 80
/** A label wider than this has a line of its own. */
const LABEL = 38

/** What `--help` shows: a verb's own, and for what happens without a verb the general one, which names them all. */
export function helpOf(verb: Verb): string {
  const [first = '', ...about] = verb.about
  const usage = verb.reads === 'ssh' ? [...verb.usage, ...others(verb)] : verb.usage
  const codes = verb.exitCodes.map(({ code, means }) => `${code} ${means}`).join('; ')
  return [
    wrap(`${commandOf(verb)}: ${first}`, COLUMNS),
    rows(usage.map(({ line, says }) => [commandLine(line), says])),
    rows(optionRows(verb.options)),
    ...(verb.reads === 'ssh' ? [] : [rows(verb.examples.map(({ line, says }) => [commandLine(line), says]))]),
    ...about.map((paragraph) => wrap(paragraph, COLUMNS)),
    wrap(`Exit codes: ${codes}.`, COLUMNS),
  ]
    .map((block) => block.map((line) => `${line}\n`).join(''))
    .join('\n')
}

/** After a mistake: what can be typed. */
export function usageOf({ name, usage, options }: Verb): string {
  const shown = Object.entries(options).filter(([, { hidden, beside }]) => !hidden && beside !== 'identity')
  const words = shown.map(([long, { value }]) => `[--${long}${value ? `\u00a0${value.name}` : ''}]`)
  const lines = wrap(`usage: ${commandLine(usage[0]!.line)} ${words.join(' ')}`, COLUMNS)
  return [...lines, `'sshmedic ${name} --help' says more.`].join('\n').replaceAll('\u00a0', ' ')
}

/** `sshmedic logs`, and `sshmedic` alone for what happens without a verb. */
export const commandOf = ({ name, reads }: Verb): string => (reads === 'ssh' ? 'sshmedic' : `sshmedic ${name}`)

/** As it is typed. */
export const commandLine = (line: string): string => (line.startsWith('$ ') ? line.slice(2) : `sshmedic ${line}`)

function others(verb: Verb): Usage[] {
  return VERBS.filter((other) => other !== verb).map(({ name, reads, usage, operands, summary }) => ({
    line: reads === 'text' ? usage[0]!.line : `${name} [${operands.map((operand) => operand.name).join('|')}]`,
    says: summary,
  }))
}

/** One row for each option that is shown, with those that stand beside it: how they are typed, and what they do. */
export function optionRows(options: OptionTable): [typed: string, says: string][] {
  const shown = Object.entries(options).filter(([, { hidden }]) => !hidden)
  return shown.flatMap(([name, option]): [string, string][] => {
    if (option.beside !== undefined) return []
    const beside = shown.filter(([, other]) => other.beside === name)
    const typed = [[name, option] as const, ...beside].map(([long, each]) => spelled(long, each, beside.length > 0))
    const says = [...new Set([option, ...beside.map(([, each]) => each)].map((each) => each.says))]
    return [[typed.join(' '), says.join(says.some((each) => /[,;]/.test(each)) ? '; ' : ', ')]]
  })
}

function spelled(long: string, { short, value }: Option, crowded: boolean): string {
  const name = short !== undefined && crowded ? `-${short}` : `--${long}${short === undefined ? '' : `, -${short}`}`
  return value ? `${name} ${value.name}` : name
}

/** Labels and, beside them, what they mean. */
function rows(of: readonly (readonly [label: string, says: string])[]): string[] {
  const label = Math.max(...of.map(([typed]) => width(typed)).filter((columns) => columns <= LABEL), 0)
  return of.flatMap(([typed, says]) => {
    const lines = wrap(says, COLUMNS - label - 4)
    const beside = width(typed) <= label
    const indent = ' '.repeat(label + 4)
    return [
      `  ${beside ? `${padEnd(typed, label)}  ${lines[0]}` : typed}`,
      ...lines.slice(beside ? 1 : 0).map((line) => indent + line),
    ]
  })
}
