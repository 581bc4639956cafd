import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'set-clock',
  title: 'Set the clock',
  treats: { 'clock-wrong': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const systemd = known(facts, 'inside-session')?.init !== 'other'
    const say = 'Set the clock, and find out why it is not kept: no time server is asked, or none can be reached.'
    return [onServer(say, systemd ? ['timedatectl'] : ['date'])]
  },
} satisfies Remedy
