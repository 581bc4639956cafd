import type { Remedy } from '../core/remedy.ts'
import { unitOfSshd } from './plan/unit-of-sshd.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'see-process-limit',
  title: 'See what fills the limit of processes',
  treats: { 'fork-refused': 0.3 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: (facts) => [
    onServer(
      'See what fills the limit of processes.',
      ['systemctl', 'status', unitOfSshd(facts)],
      ['cat', '/proc/sys/kernel/pid_max'],
    ),
  ],
} satisfies Remedy
