import type { Fault } from '../../../core/types.ts'

export default {
  id: 'privsep-directory-missing',
  stage: 'banner',
  title: "sshd's own directory is gone",
  prior: 0.1,
  refines: 'sshd-child-dies',
  why: '/run/sshd is missing, and each new connection dies of that (before the banner up to 9.7 and from 10.3, right after it on 9.8 to 10.2).',
  namedBy: ['privsep-directory-unusable'],
  likelihood: {
    'log-names': { 'privsep-directory-missing': 0.9, none: 0.09 },
    connect: { open: 0.9, refused: 0.09 },
    'refusal-by': { reset: 0.97 },
    listener: { accepts: 0.9, nobody: 0.09 },
    'sshd-unit': { runs: 0.9, failed: 0.06, starting: 0.035 },
    'first-contact': { closed: 0.3, banner: 0.69 },
    tries: { 'none-through': 0.4, 'all-through': 0.6 },
    'kex-contact': { closed: 0.9, reset: 0.08 },
    'small-reply': { answers: 0.85, closed: 0.15 },
    'split-identification': { same: 0.98 },
    'own-connections': { none: 0.82, few: 0.16 },
    'kexinit-size': { neither: 0.97 },
    'privsep-directory': { missing: 0.8, 'wrong-owner-or-mode': 0.19 },
    'log-of-ours': { 'privsep-directory-missing': 0.8, none: 0.18 },
  },
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd', 'git-host', 'appliance', 'other'] },
  sources: ['openssh.md 3.1, 4.2 #15'],
} satisfies Fault
