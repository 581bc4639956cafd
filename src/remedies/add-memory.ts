import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, pipe } from '../core/steps.ts'

export default {
  id: 'add-memory',
  title: 'Add memory',
  treats: { 'memory-exhausted': 1 },
  needs: 'server',
  harm: 'interrupts',
  plan(facts) {
    if (known(facts, 'memory') === undefined) return { refuse: 'nobody has seen the memory of the server from within' }
    const say = 'See which programs take the memory, and end or limit them; then add memory or swap.'
    return [onServer(say, pipe(['ps', '-eo', 'pid,rss,comm', '--sort=-rss'], ['head']))]
  },
} satisfies Remedy
