import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'mend-apparmor-profile',
  title: 'Let the profile of AppArmor allow what sshd needs',
  treats: { 'apparmor-denies': 1 },
  needs: 'server',
  harm: 'lasting',
  plan: () => [
    onServer(
      'Read what AppArmor denied (the profile, the file, what was asked) and which profiles are enforced.',
      ['journalctl', '-k', '-g', 'apparmor=.DENIED'],
      ['aa-status'],
    ),
    onServer('Let the profile of sshd only complain until it names that file.', ['aa-complain', 'sshd']),
  ],
} satisfies Remedy
