import { person } from '../../../core/steps.ts'
import type { Rule } from '../view.ts'

export const keyExchangeFloods: Rule = {
  id: 'key-exchange-floods',
  keywords: ['persourcepenalties', 'persourcemaxstartups', 'kexalgorithms'],
  side: 'safety',
  sources: ['openssh.md 2.2', 'CVE-2002-20001 (DHEat)'],
  peers: ['ssh-audit DHEat'],
  check(c) {
    const groups = c.list('kexalgorithms').filter((name) => name.startsWith('diffie-hellman'))
    const penalised = c.since(9, 8) && !c.is('persourcepenalties', 'no', '')
    const limited = c.number('persourcemaxstartups') > 0
    if (penalised || limited || groups.length === 0) return undefined
    const off = c.since(9, 8)
    return {
      severity: off ? 'minor' : 'note',
      says: off
        ? 'PerSourcePenalties are off, and nothing else slows a single address down.'
        : 'Nothing slows a single address down.',
      reason: `One client can keep a processor busy with Diffie-Hellman exchanges (${groups[0]}); ssh-audit tries it.`,
      ...(off && {
        recommend: { keyword: 'PerSourcePenalties', value: 'yes' },
        shutsOut: {
          who: 'for minutes, an address with many failed logins, and all who share it',
          look: person('Put your own addresses into PerSourcePenaltyExemptList.'),
        },
      }),
    }
  },
}
