import type { OptionTable } from '../option.ts'

/** For every verb whose words are not ssh's: there -h would be ssh's letter. */
export const HELP = {
  help: { short: 'h', says: 'what this verb does, and its options' },
} as const satisfies OptionTable
