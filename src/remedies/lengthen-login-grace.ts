import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'lengthen-login-grace',
  title: 'Find out what makes the login slow',
  treats: { 'grace-time-over': 1 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    onServer(
      'See what waits while somebody logs in (a module of PAM, a directory, a program that looks up keys, a prompt that nobody answered): mend that first. Only if it has to take so long, or people type a code, give LoginGraceTime more seconds.',
      ['journalctl', '-t', 'sshd', '-t', 'sshd-session', '-n', '50'],
    ),
  ],
} satisfies Remedy
