import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'see-why-sshd-is-down',
  title: 'See why sshd does not run',
  treats: { 'nothing-listens': 0.3 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: () => [onServer('See why sshd does not run.', ['systemctl', 'status', 'ssh', 'sshd'], ['sshd', '-t'])],
} satisfies Remedy
