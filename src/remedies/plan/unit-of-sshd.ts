import { known } from '../../core/probe.ts'
import type { FactSheet } from '../../core/types.ts'
import { plainWord } from '../../core/steps.ts'

/** The unit that runs sshd, where it was seen; Debian's name otherwise. */
export function unitOfSshd(facts: FactSheet): string {
  const units = known(facts, 'sshd-unit')?.units ?? []
  return (
    plainWord((units.find(({ active }) => active === 'active') ?? units[0])?.name.replace(/\.service$/, '')) ?? 'ssh'
  )
}
