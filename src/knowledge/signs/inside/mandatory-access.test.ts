import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { mandatoryAccess } from './mandatory-access.ts'

readings(mandatoryAccess, [
  ['nothing asked', {}, '-'],
  ['nothing denied', sheet({ 'selinux-apparmor': { denials: [], denied: [] } }), 'quiet'],
  ['a refusal of SELinux', sheet({ 'selinux-apparmor': { denials: ['…'], denied: [{ by: 'selinux' }] } }), 'selinux'],
  ['one of AppArmor', sheet({ 'selinux-apparmor': { denials: ['…'], denied: [{ by: 'apparmor' }] } }), 'apparmor'],
  ['an older case, whose refusals nobody read', sheet({ 'selinux-apparmor': { denials: ['…'] } }), 'selinux|apparmor'],
])
