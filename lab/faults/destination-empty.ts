import type { GoldenFault } from '../types.ts'

export const destinationEmpty = {
  id: 'destination-empty',
  notBroken:
    'our own command line refuses an empty destination in a sentence; programs that dial themselves are met in their words only',
} satisfies GoldenFault
