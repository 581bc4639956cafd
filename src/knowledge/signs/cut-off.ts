import { furthestLogin } from '../../core/seen.ts'
import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'

/** A text that says only that the other side hung up, not at which step: our own login knows the step. */
export const cutOff = {
  id: 'cut-off',
  stage: 'banner',
  beside: true,
  uncounted: true,
  usual: { none: 0.98 },
  passes: 'none',
  shuts: true,
  values: ['none', 'unstated'],
  from: ['client-text', 'login'],
  read(facts) {
    if (furthestLogin(facts)) return undefined
    const { failure, proxied } = known(facts, 'client-text') ?? {}
    if (proxied) return undefined
    return failure === 'closed-unstated' || failure === 'reset-unstated' ? 'unstated' : undefined
  },
  says: {
    none: 'the text says at which step it ends',
    unstated: 'the other side hangs up, and the text does not say at which step',
  },
} satisfies Sign<'none' | 'unstated'>
