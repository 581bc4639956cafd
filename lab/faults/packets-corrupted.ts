import type { GoldenFault } from '../types.ts'

export const packetsCorrupted = {
  id: 'packets-corrupted',
  notBroken: 'no machine here has a cipher that computes wrongly, or a network card that changes bytes',
} satisfies GoldenFault
