import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { LOWER_GRACE } from '../openssh/startups/lower-grace.ts'
import { onServer, pipe } from './plan/steps.ts'

export default {
  id: 'free-startup-slots',
  title: 'Free the slots of MaxStartups',
  treats: { 'maxstartups-saturated': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    if (known(facts, 'slot-holders') === undefined) return { refuse: 'nobody has seen who holds the slots' }
    const say = `Keep the holders out, and ${LOWER_GRACE.say} \`sshmedic startups\` says what that does under your load.`
    return [onServer(say, pipe(['sshd', '-T'], ['grep', '-Ei', 'maxstartups|logingracetime|persource']))]
  },
} satisfies Remedy
