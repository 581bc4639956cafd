import type { Remedy } from '../core/remedy.ts'
import { unitOfSshd } from './plan/unit-of-sshd.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'restart-sshd',
  title: 'Restart sshd',
  treats: { 'sshd-hung': 1, 'upgraded-not-restarted': 1, 'descriptors-exhausted': 0.3 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan: (facts) => [
    onServer('Look at the listener, then restart it (open sessions survive).', [
      'systemctl',
      'restart',
      unitOfSshd(facts),
    ]),
  ],
} satisfies Remedy
