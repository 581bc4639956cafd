import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'

/** A server that marks its own packets may lose those still: that it fares no better proves little. */
export const unmarkedSession = {
  id: 'unmarked-session',
  stage: 'session',
  beside: true,
  usual: { same: 0.97 },
  passes: 'same',
  shuts: false,
  values: ['same', 'works'],
  from: ['login-unmarked'],
  read(facts) {
    const fact = known(facts, 'login-unmarked')
    if (!fact || fact.stepAt.authenticated === undefined) return undefined
    return fact.shellAnswered ? 'works' : 'same'
  },
  says: {
    same: 'with unmarked packets the session fares no better',
    works: 'with unmarked packets (IPQoS) the session works',
  },
} satisfies Sign<'same' | 'works'>
