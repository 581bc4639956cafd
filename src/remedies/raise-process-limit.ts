import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, pipe } from '../core/steps.ts'

export default {
  id: 'raise-process-limit',
  title: 'Raise the limit of processes',
  treats: { 'fork-refused': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    if (known(facts, 'process-limit') === undefined) return { refuse: 'the limits of processes were not seen' }
    const say =
      'Raise the limit that is named here, or end what fills it; the user with the most processes stands last.'
    return [onServer(say, pipe(['ps', '-eLo', 'user='], ['sort'], ['uniq', '-c'], ['sort', '-n'], ['tail']))]
  },
} satisfies Remedy
