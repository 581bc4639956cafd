import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'mend-apparmor-profile',
  title: 'Let the profile of AppArmor allow what sshd needs',
  treats: { 'apparmor-denies': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const denied = known(facts, 'selinux-apparmor')?.denied?.findLast(({ by }) => by === 'apparmor')
    const path = plainWord(toldWords(facts, 'apparmor-denied').path ?? denied?.path)
    const profile = plainWord(known(facts, 'selinux-apparmor')?.confinedBy)
    const what = path === undefined ? 'the file that it names' : path
    return [
      onServer(
        'Read what AppArmor denied (the profile, the file, what was asked), and which profiles are enforced.',
        ['journalctl', '-k', '-g', 'apparmor=.DENIED'],
        ['aa-status'],
      ),
      onServer(`Allow ${what} in /etc/apparmor.d/local, and load the profile anew; until then let it only complain.`, [
        'aa-complain',
        or(profile, 'the profile'),
      ]),
    ]
  },
} satisfies Remedy
