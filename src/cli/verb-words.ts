import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { visible } from '../core/visible.ts'
import { nearest } from './nearest.ts'

/** A verb's words that cannot be understood: the message says which, and its usage follows. */
export class Unreadable extends Error {}

/**
 * The words after a verb, by its table of options.
 * @throws Unreadable
 */
export function verbWords<const Options extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: Options,
) {
  // Read once without complaint, so that the complaint is ours and not Node's, which speaks to programmers.
  for (const token of parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true })
    .tokens) {
    if (token.kind !== 'option') continue
    const wrong = complaint(token, Object.hasOwn(options, token.name) ? options[token.name] : undefined, options)
    if (wrong !== undefined) throw new Unreadable(wrong)
  }
  return parseArgs({ args: [...argv], options, allowPositionals: true })
}

interface Typed {
  name: string
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function complaint(
  { name, rawName, value, inlineValue }: Typed,
  known: { type: string } | undefined,
  options: object,
): string | undefined {
  if (known === undefined) {
    const meant = rawName.startsWith('--') ? nearest(name, Object.keys(options)) : undefined
    return `there is no option ${visible(rawName, 40)} here${meant === undefined ? '.' : `; did you mean --${meant}?`}`
  }
  if (known.type !== 'string')
    return value === undefined ? undefined : `${rawName} takes no value: write ${rawName} alone.`
  if (value === undefined || value === '') return `${rawName} needs a value.`
  // `--rate --json` is a forgotten value; a value that begins so can still be given behind `=`.
  if (!inlineValue && /^-./.test(value)) {
    const shown = visible(value, 40)
    return `${rawName} needs a value, and '${shown}' looks like an option (${rawName}=${shown} makes it the value).`
  }
  return undefined
}
