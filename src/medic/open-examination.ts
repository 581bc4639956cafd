import { randomUUID } from 'node:crypto'
import type { WayIn } from '../core/access.ts'
import type { Target } from '../core/types.ts'
import { makeBudget } from './budget.ts'
import { connectionFile } from './connection-file.ts'
import { Examination } from './examination.ts'
import { PROBES } from './probes.ts'
import { systemClock } from './system-clock.ts'

export interface ExamineOptions {
  version: string
  /** Connections to the SSH port in any 20 s. */
  budget: number
  /** 1 is the default patience of every clock. */
  patience: number
  signal: AbortSignal
  progress(text: string): void
  /** A second way in, to look from within as well. */
  wayIn?: WayIn
}

/** An examination with this machine's own clock, chance and memory, and every probe there is. */
export async function openExamination(target: Target, { budget, ...options }: ExamineOptions): Promise<Examination> {
  // A user without a way in shall not wait for thirty probes to be read from the disk.
  const inside = options.wayIn ? (await import('./inside-probes.ts')).INSIDE_PROBES : []
  return new Examination({
    ...options,
    target,
    id: randomUUID(),
    probes: [...PROBES, ...inside],
    clock: systemClock,
    budget: makeBudget(budget, systemClock.now),
    ledger: connectionFile(() => systemClock.date().getTime() / 1000),
  })
}
