import type { OptionTable } from '../option.ts'

/** For every verb that shows something. */
export const COLOUR = {
  color: { says: 'colour always' },
  'no-color': { negates: 'color', beside: 'color', says: 'colour never; otherwise it is for terminals' },
} as const satisfies OptionTable
