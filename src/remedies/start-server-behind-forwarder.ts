import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'start-server-behind-forwarder',
  title: 'Start what stands behind the forwarder',
  treats: { 'forwarder-without-backend': 1 },
  needs: 'here',
  harm: 'lasting',
  plan: () => [person('Start the SSH server behind the forwarder, or mend where it forwards to.')],
} satisfies Remedy
