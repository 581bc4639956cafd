import { healthy } from './healthy.ts'
import { packetsDropped } from './packets-dropped.ts'
import { sshdHung } from './sshd-hung.ts'
import type { BrokenFault } from './types.ts'

/** Every way we know to break a real machine; one line each. */
export const faults: readonly BrokenFault[] = [
  healthy,
  // path
  packetsDropped,
  // banner
  sshdHung,
]
