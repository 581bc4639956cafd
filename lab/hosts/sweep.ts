import { ownerLives, readRecords } from './record.ts'
import { teardown } from './teardown.ts'

/** Removes what dead runs left behind (killed with -9, a crashed computer); never touches a lab whose owner lives. */
export function sweep(): string[] {
  const dead = readRecords().filter((record) => !ownerLives(record))
  for (const record of dead) teardown(record.id)
  return dead.map((record) => record.id)
}

if (import.meta.main) {
  const removed = sweep()
  console.log(removed.length === 0 ? 'nothing left behind' : `removed ${removed.join(' ')}`)
}
