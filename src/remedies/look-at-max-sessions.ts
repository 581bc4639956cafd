import type { Remedy } from '../core/remedy.ts'
import { onServer, pipe } from '../core/steps.ts'

export default {
  id: 'look-at-max-sessions',
  title: 'Look at MaxSessions',
  treats: { 'sessions-refused': 0.3 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: () => [onServer('Look at MaxSessions.', pipe(['sshd', '-T'], ['grep', '-i', 'maxsessions']))],
} satisfies Remedy
