import type { Fault } from '../../../core/types.ts'

export default {
  id: 'denied-by-tcp-wrappers',
  stage: 'banner',
  title: 'tcp wrappers on the server refuse you',
  prior: 1,
  why: '/etc/hosts.deny names you (DenyHosts writes such lines); sshd waits five seconds and closes.',
  namedBy: ['refused-by-wrappers'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    // Seen through a proxy command, only that it hangs up.
    proxy: { clear: 0.97, wordless: 0.02 },
    'log-names': { 'denied-by-tcp-wrappers': 0.9, none: 0.09 },
    'first-contact': { 'closed-after-5s': 0.94, silent: 0.03, 'notice-other': 0.01 },
    'other-source': { same: 0.6, better: 0.4 },
    tries: { 'none-through': 0.97 },
    'tcp-wrappers': { denies: 0.93, 'by-name': 0.06 },
    'log-of-ours': { 'denied-by-tcp-wrappers': 0.85, none: 0.14 },
  },
  // fail2ban, sshguard and DenyHosts write there, too.
  impossibleWhen: { 'server-kind': ['openssh-windows', 'git-host', 'appliance'] },
  sources: ['openssh.md 4.2 #12'],
} satisfies Fault
