import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import { plainWord } from '../../core/steps.ts'
import type { Word } from '../../core/steps.ts'
import type { FactSheet, Target } from '../../core/types.ts'

/** The name that was looked up, never the address it led to: the target of a pasted text is that address. */
export function nameThatLeads(facts: FactSheet, target?: Target): Word {
  const told = clientLogs(facts).find(({ host }) => host !== undefined)?.host
  const pasted = known(facts, 'client-text') !== undefined
  return plainWord(known(facts, 'name-lookup')?.name ?? told ?? (pasted ? undefined : target?.host))
}
