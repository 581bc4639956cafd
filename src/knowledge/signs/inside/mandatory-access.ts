import { known } from '../../../core/probe.ts'
import type { Sign } from '../../../core/types.ts'

export const mandatoryAccess = {
  id: 'mandatory-access',
  stage: 'auth',
  beside: true,
  usual: { quiet: 0.98 },
  passes: 'quiet',
  // Policies deny sshd harmless things on machines that are well.
  shuts: false,
  values: ['quiet', 'selinux', 'apparmor'],
  from: ['selinux-apparmor'],
  read(facts) {
    const fact = known(facts, 'selinux-apparmor')
    if (!fact) return undefined
    return fact.denied?.at(-1)?.by ?? (fact.denials.length > 0 ? ['selinux', 'apparmor'] : 'quiet')
  },
  says: {
    quiet: 'neither SELinux nor AppArmor has denied sshd anything',
    selinux: 'SELinux has denied sshd something',
    apparmor: 'AppArmor has denied sshd something',
  },
  detail(facts) {
    const last = known(facts, 'selinux-apparmor')?.denied?.at(-1)
    if (!last?.path) return known(facts, 'selinux-apparmor')?.denials.at(-1)
    return `${last.asked ?? 'access'} of ${last.path}${last.label === undefined ? '' : `, labelled ${last.label}`}`
  },
} satisfies Sign<'quiet' | 'selinux' | 'apparmor'>
