import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { unitOfSshd } from './plan/unit-of-sshd.ts'
import { NEEDED_DESCRIPTORS } from '../openssh/needed-descriptors.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'raise-descriptor-limit',
  title: 'Raise the limit of open files',
  treats: { 'descriptors-exhausted': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const limit = known(facts, 'descriptors')?.listener?.limit
    if (limit === undefined || limit >= NEEDED_DESCRIPTORS)
      return { refuse: 'the limit of open files of sshd was not seen to be too low' }
    const say = `Raise the limit of the unit (LimitNOFILE): ${limit} are too few for any login.`
    return [onServer(say, ['systemctl', 'edit', unitOfSshd(facts)])]
  },
} satisfies Remedy
