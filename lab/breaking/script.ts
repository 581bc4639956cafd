import type { FaultLab } from '../types.ts'

/** Breaks a machine by a shell script that runs on it as root. */
export function script(text: string): (lab: FaultLab) => Promise<void> {
  return async ({ machine }) => {
    await machine.must(text, { timeoutMs: 30_000 })
  }
}
