import type { Fault } from '../../../core/types.ts'

export default {
  id: 'upgraded-not-restarted',
  stage: 'banner',
  title: 'sshd was upgraded and not restarted',
  prior: 0.1,
  refines: 'sshd-child-dies',
  why: 'The old listener starts new programs that do not understand it.',
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'first-contact': { closed: 0.93, reset: 0.05 },
    tries: { 'none-through': 0.98 },
    'own-connections': { none: 0.82, few: 0.16 },
    'sshd-programs': { replaced: 0.97 },
  },
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd', 'git-host', 'appliance', 'other'] },
  sources: ['openssh.md 3.4'],
} satisfies Fault
