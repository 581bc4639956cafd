import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'find-waiting-pam-module',
  title: 'See which module of PAM waits',
  treats: { 'authentication-slow': 1 },
  needs: 'login',
  harm: 'none',
  opensshOnly: true,
  plan: () => [onServer('See which PAM module waits.', ['journalctl', '-t', 'sshd', '-t', 'sshd-session', '-n', '50'])],
} satisfies Remedy
