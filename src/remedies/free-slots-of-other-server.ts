import type { Remedy } from '../core/remedy.ts'
import { onOtherServer } from './plan/other-server.ts'

export default {
  id: 'free-slots-of-other-server',
  title: 'See who holds the connections',
  treats: {
    'per-source-limit': 1,
    'maxstartups-saturated': 0.1,
  },
  needs: 'server',
  harm: 'none',
  plan: (facts) => onOtherServer(facts, 'slots'),
} satisfies Remedy
