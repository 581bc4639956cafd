import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'

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
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new Unreadable((error as Error).message, { cause: error })
  }
}
