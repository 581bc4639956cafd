import { visible } from '../core/visible.ts'
import { nearest } from './nearest.ts'
import type { Option, OptionTable, ValuesOf } from './option.ts'

// Imported as usual, node:util brings node:assert and its colours along: 3 ms at every start, and a warning of Node's where NO_COLOR and
// FORCE_COLOR are both set.
const { parseArgs } = process.getBuiltinModule('node:util')

/** A verb's words that cannot be understood: the message says which, and its usage follows. */
export class Unreadable extends Error {}

/**
 * The words after a verb, by its table of options.
 * @throws Unreadable
 */
export function verbWords<const Options extends OptionTable>(
  argv: readonly string[],
  options: Options,
): { values: ValuesOf<Options>; positionals: string[] } {
  const args = withDashedValues(argv, options)
  const table = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, forNode(option)]))
  // Read once without complaint, so that the complaint is ours and not Node's, which speaks to programmers.
  const { tokens } = parseArgs({ args, options: table, allowPositionals: true, strict: false, tokens: true })
  const typed = tokens.filter((token) => token.kind === 'option')
  for (const token of typed) {
    const wrong = complaint(token, Object.hasOwn(options, token.name) ? options[token.name] : undefined, options)
    if (wrong !== undefined) throw new Unreadable(wrong)
  }
  const { values, positionals } = parseArgs({ args, options: table, allowPositionals: true })
  for (const { name } of typed) {
    const { negates } = options[name]!
    if (negates !== undefined) values[negates] = false
    else if (values[name] === false) values[name] = true
  }
  return { values: values as ValuesOf<Options>, positionals }
}

const forNode = ({ short, value, multiple }: Option) => ({
  type: value ? ('string' as const) : ('boolean' as const),
  ...(short !== undefined && { short }),
  ...(multiple && { multiple }),
})

/** `--since -2h` is what people type (journalctl takes it); parseArgs wants it in one word. */
function withDashedValues(argv: readonly string[], options: OptionTable): string[] {
  const out: string[] = []
  for (const [i, word] of argv.entries()) {
    const name = /^--([^=]+)$/.exec(argv[i - 1] ?? '')?.[1] ?? ''
    const dashed = Object.hasOwn(options, name) ? options[name]?.value?.dashed : undefined
    if (dashed?.test(word)) out[out.length - 1] += `=${word}`
    else out.push(word)
  }
  return out
}

interface Typed {
  name: string
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function complaint(
  { name, rawName, value, inlineValue }: Typed,
  known: Option | undefined,
  options: OptionTable,
): string | undefined {
  if (known === undefined) {
    const shown = Object.keys(options).filter((each) => !options[each]!.hidden)
    const meant = rawName.startsWith('--') ? nearest(name, shown) : undefined
    return `there is no option ${visible(rawName, 40)} here${meant === undefined ? '.' : `; did you mean --${meant}?`}`
  }
  if (known.value === undefined)
    return value === undefined ? undefined : `${rawName} takes no value: write ${rawName} alone.`
  if (value === undefined || value === '') return `${rawName} needs a value.`
  // `--rate --json` is a forgotten value; a value that begins so can still be given behind `=`.
  if (!inlineValue && /^-./.test(value)) {
    const shown = visible(value, 40)
    return `${rawName} needs a value, and '${shown}' looks like an option (${rawName}=${shown} makes it the value).`
  }
  return undefined
}
