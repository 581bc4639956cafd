import type { OptionTable } from '../../option.ts'
import { HELP } from '../../options/help.ts'

export const OPTIONS = { ...HELP } as const satisfies OptionTable
