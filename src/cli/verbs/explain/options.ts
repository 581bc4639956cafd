import type { OptionTable } from '../../option.ts'
import { COLOUR } from '../../options/colour.ts'
import { FORMATS } from '../../options/formats.ts'

export const OPTIONS = {
  lines: { says: 'every line beside what it means, of FILE, of TEXT or of standard input' },
  ...FORMATS,
  ...COLOUR,
  help: { says: 'what this verb does, and its options' },
} as const satisfies OptionTable
