import type { GoldenFault } from '../types.ts'

export const controlPathTooLong = {
  id: 'control-path-too-long',
  notBroken: 'our own login goes past shared connections, so it is met in the words of ssh only',
} satisfies GoldenFault
