import type { GoldenFault } from '../types.ts'

export const ioStalled = {
  id: 'io-stalled',
  notBroken: 'no machine of ours has a disk of its own to stop',
} satisfies GoldenFault
