import { known } from '../../core/probe.ts'
import { firstClientLog, textShows } from '../../core/seen.ts'
import type { Sign } from '../../core/types.ts'
import { beyondJump } from './logs.ts'

export const name = {
  id: 'name',
  stage: 'name',
  passes: 'resolves',
  shuts: true,
  values: ['resolves', 'not-found', 'lookup-fails'],
  from: ['name-lookup', 'login', 'client-text'],
  read(facts) {
    const lookup = known(facts, 'name-lookup')
    if (lookup) return lookup.error ?? 'resolves'
    const log = firstClientLog(facts)
    const failure = beyondJump(log?.proxyText.join('\n') ?? '') ?? log?.failure
    if (failure === 'name-not-found') return 'not-found'
    if (failure === 'name-lookup-fails') return 'lookup-fails'
    return textShows(facts, 'connect') ? 'resolves' : undefined
  },
  says: {
    resolves: 'the name has an address',
    'not-found': 'name servers answer that there is no such name',
    'lookup-fails': 'no name server gives an answer',
  },
} satisfies Sign<'resolves' | 'not-found' | 'lookup-fails'>
