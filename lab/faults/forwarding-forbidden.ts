import type { GoldenFault } from '../types.ts'

export const forwardingForbidden = {
  id: 'forwarding-forbidden',
  notBroken: 'our own login asks for no forwarding, so it is met in the words of ssh only',
} satisfies GoldenFault
