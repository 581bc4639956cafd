import { labFaults } from './faults/index.ts'
import type { BrokenFault, LabFault } from './types.ts'

/** It can be done to a machine of ours. */
export const isBroken = (fault: LabFault): fault is BrokenFault => 'break' in fault

/** Every fault that a machine of ours can have and that is looked at from outside; the healthy machine first. */
export const outsideFaults: readonly BrokenFault[] = labFaults
  .filter(isBroken)
  .filter(({ fromOutside }) => fromOutside === undefined)
