import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { lowerGrace } from '../openssh/startups/login-grace.ts'
import { onServer, person, pipe } from '../core/steps.ts'

export default {
  id: 'free-startup-slots',
  title: 'Free the slots of MaxStartups',
  treats: { 'maxstartups-saturated': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    if (known(facts, 'slot-holders') === undefined) return { refuse: 'nobody has seen who holds the slots' }
    return [
      person('Keep the holders out.'),
      lowerGrace(),
      onServer(
        '`sshmedic startups` says what that does under your load.',
        pipe(['sshd', '-T'], ['grep', '-Ei', 'maxstartups|logingracetime|persource']),
      ),
    ]
  },
} satisfies Remedy
